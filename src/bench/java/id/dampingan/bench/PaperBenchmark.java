package id.dampingan.bench;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.PrintErrand;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.report.paper.PaperKind;
import id.dampingan.report.paper.PaperOrder;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// How long papers take once warm, and how much memory, in processor time so that other work on the
/// machine does not count: a filled household with members, a blank form, a prelist of many
/// households. The yardstick is the smallest paper, an empty attendance list.
///
/// Arguments: how many households (300). Run it with `-Xmx256m`.
final class PaperBenchmark {
  private static final String VILLAGE = "33.16.13.2001";
  private static final int WARM = 6;
  private static final int ROUNDS = 5;

  private PaperBenchmark() {}

  public static void main(String... arguments) throws Exception {
    int households = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("kertas");
    Clock clock = Clock.systemDefaultZone();
    try (Store store =
        CheapStores.create(
            folder.resolve("w"),
            SampleErrand.PASSWORD.toCharArray(),
            new WorkspaceSettings(Role.OFFICER, "Contoh", "setda"),
            clock)) {
      Office office = new Office(store, "Contoh", "id", clock);
      new SetUpErrand(office).bringPack(Pack.load());
      UUID first = fill(office, households);
      PaperOrder order = PaperOrder.of(PaperKind.ATTENDANCE).inVillage(VILLAGE);
      double yardstick = time(office, order);
      report("attendance list (yardstick)", yardstick, yardstick);
      report(
          "filled household, 5 members",
          time(office, PaperOrder.of(PaperKind.FILLED).ofRecord(first)),
          yardstick);
      report(
          "blank household form",
          time(office, PaperOrder.of(PaperKind.BLANK).ofForm("rumah_tangga")),
          yardstick);
      report(
          "prelist of " + households,
          time(office, PaperOrder.of(PaperKind.PRELIST).inVillage(VILLAGE).atRound("2026-2")),
          yardstick);
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
              .map(MemoryPoolMXBean::getPeakUsage)
              .mapToLong(java.lang.management.MemoryUsage::getUsed)
              .sum();
      System.out.printf("peak heap, sum of pools: %d MB%n", peak >> 20);
    }
  }

  private static UUID fill(Office office, int households) throws Exception {
    EditErrand edit = new EditErrand(office);
    UUID first = null;
    for (int i = 0; i < households; i++) {
      UUID root = UUID.randomUUID();
      first = first == null ? root : first;
      TreeMap<String, String> values = new TreeMap<>();
      values.put("desa", VILLAGE);
      values.put("putaran", "2026-2");
      values.put("tanggal", "2026-05-04");
      values.put("petugas", "Contoh");
      values.put("diberitahu", "1");
      values.put("hasil", "sesuai");
      values.put("nama_kepala", "Contoh Nomor " + Integer.toString(i, 26).replaceAll("[0-9]", "x"));
      values.put("status_nik_kepala", "ada");
      values.put("nik_kepala", "33161312057" + (10000 + i));
      values.put("no_kk", "33161310011" + (10000 + i));
      values.put("alamat_domisili", "Jalan Contoh yang panjang nomor " + i);
      values.put("dusun", List.of("Krajan", "Tengah", "Wetan", "Kulon").get(i % 4));
      values.put("no_rt", "0" + (1 + i % 9));
      values.put("no_rw", "0" + (1 + i % 3));
      List<FilledRow> rows = new ArrayList<>();
      rows.add(new FilledRow("rumah_tangga", root, null, 1, values));
      for (int member = 1; i == 0 && member <= 5; member++) {
        TreeMap<String, String> of = new TreeMap<>();
        of.put("nama", "Contoh Anggota");
        of.put("keberadaan", "1");
        of.put("status_nik", "belum");
        of.put("jk", "1");
        of.put("tgl_lahir", "1980-02-0" + member);
        of.put("hubungan", member == 1 ? "1" : "4");
        rows.add(new FilledRow("rumah_tangga/anggota", UUID.randomUUID(), root, member, of));
      }
      edit.save(new FilledForm("rumah_tangga", "2026112401", rows), SystemField.STATUS_COMPLETE);
    }
    return java.util.Objects.requireNonNull(first);
  }

  /// The median of processor time, in milliseconds.
  private static double time(Office office, PaperOrder order) throws Exception {
    PrintErrand errand = new PrintErrand(office);
    for (int i = 0; i < WARM; i++) {
      errand.look(order);
    }
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      errand.look(order);
      times[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static void report(String what, double milliseconds, double yardstick) {
    System.out.printf(
        "%-32s %6.0f ms processor time, %4.1f x the yardstick%n",
        what, milliseconds, milliseconds / yardstick);
  }
}
