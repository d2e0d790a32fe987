package id.dampingan.exchange;

import com.sun.management.OperatingSystemMXBean;
import id.dampingan.foreign.Mapping;
import id.dampingan.merge.Outcome;
import id.dampingan.programme.Pack;
import id.dampingan.store.Role;
import id.dampingan.store.Store;
import id.dampingan.store.WorkspaceSettings;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullMarked;

/// What a resident table of OpenSID costs, read by its mapping and merged, beside fastexcel-reader's
/// mere reading of all its cells.
///
/// Argument: number of residents, four a household.
@NullMarked
final class MappedImportBench {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final List<String> TITLES =
      List.of(
          "alamat",
          "dusun",
          "rw",
          "rt",
          "nama",
          "no_kk",
          "nik",
          "sex",
          "tempatlahir",
          "tanggallahir",
          "kk_level",
          "status_kawin",
          "cacat_id",
          "status_dasar");
  private static final int FAMILY = 4;

  private final Path folder;
  private final int residents;

  private MappedImportBench(int residents) throws Exception {
    this.folder = Files.createTempDirectory("pemetaan");
    this.residents = residents;
  }

  public static void main(String[] arguments) throws Exception {
    new MappedImportBench(arguments.length < 1 ? 20_000 : Integer.parseInt(arguments[0])).run();
  }

  private record Took(double wall, double processor) {
    static Took now() {
      return new Took(System.nanoTime() / 1e9, PROCESS.getProcessCpuTime() / 1e9);
    }

    Took since() {
      Took now = now();
      return new Took(now.wall - wall, now.processor - processor);
    }
  }

  private void run() throws Exception {
    Path small = write("hangat.xlsx", Math.min(residents, 400));
    Path table = write("penduduk.xlsx", residents);
    for (int warm = 0; warm < 3; warm++) {
      cells(table);
    }
    Took start = Took.now();
    long cells = cells(table);
    Took yardstick = start.since();
    report(cells + " cells read by fastexcel-reader", yardstick, yardstick);
    try (Store store = store("hangat")) {
      merge(store, small);
    }
    try (Store store = store("induk")) {
      MappingShelf shelf = new MappingShelf(store);
      start = Took.now();
      shelf.recognise(table, List.of());
      report("recognised", start.since(), yardstick);
      start = Took.now();
      FileResult result = merge(store, table);
      report(result.counts().of(Outcome.NEW) + " records merged", start.since(), yardstick);
      if (result.counts().of(Outcome.NEW) != residents + (residents + FAMILY - 1) / FAMILY) {
        throw new IllegalStateException("not all rows new: " + result.counts().of(Outcome.HELD));
      }
      start = Took.now();
      merge(store, table);
      report("merged again", start.since(), yardstick);
    }
  }

  private void report(String what, Took took, Took yardstick) {
    System.out.printf(
        "%s: %.2f s (processor %.2f s), ratio %.1f (of processor time %.1f), %.2f ms a resident%n",
        what,
        took.wall(),
        took.processor(),
        took.wall() / yardstick.wall(),
        took.processor() / yardstick.processor(),
        1000 * took.processor() / residents);
  }

  private Store store(String name) throws Exception {
    Store store =
        Store.create(
            folder.resolve(name),
            "x".toCharArray(),
            new WorkspaceSettings(Role.MASTER, name, ""),
            Clock.systemUTC());
    new SetUpErrand(office(store)).bringPack(Pack.load());
    return store;
  }

  private static Office office(Store store) {
    return new Office(store, "x", "id", Clock.systemUTC());
  }

  private static FileResult merge(Store store, Path table) {
    Mapping mapping =
        new MappingShelf(store)
            .find("OpenSID: data penduduk")
            .orElseThrow()
            .with(
                Map.of(
                    "desa", "33.16.01.2008",
                    "putaran", "2026-1",
                    "tanggal", "2026-02-03",
                    "petugas", "Siti"));
    return new ImportErrand(office(store), List.of(), mapping).merge(table, Progress.SILENT);
  }

  private static long cells(Path table) throws Exception {
    long cells = 0;
    try (ReadableWorkbook book = new ReadableWorkbook(table.toFile());
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        cells += row.stream().filter(cell -> cell != null && !cell.getText().isEmpty()).count();
      }
    }
    return cells;
  }

  private Path write(String name, int rows) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "OpenSID", "1.0")) {
      Worksheet sheet = book.newWorksheet("Data Penduduk");
      for (int column = 0; column < TITLES.size(); column++) {
        sheet.value(0, column, TITLES.get(column));
      }
      for (int i = 0; i < rows; i++) {
        List<String> row = resident(i);
        for (int column = 0; column < row.size(); column++) {
          sheet.value(i + 1, column, row.get(column));
        }
      }
    }
    return file;
  }

  /// Numbers of which each household and person has its own, and that the form's rules let pass.
  private static List<String> resident(int i) {
    int family = i / FAMILY;
    int member = i % FAMILY;
    boolean woman = member % 2 == 1;
    String born = "%02d%02d%02d".formatted(1 + family % 28 + (woman ? 40 : 0), 1 + i % 12, 70);
    return List.of(
        "Jl. Mawar " + family,
        "Krajan",
        "%03d".formatted(1 + family % 9),
        "%03d".formatted(1 + family % 20),
        "Warga " + letters(i),
        "331601010101%04d".formatted(1 + family % 9999),
        "331601" + born + "%04d".formatted(1 + i / 336),
        woman ? "2" : "1",
        "Blora",
        "%02d-%02d-1970".formatted(1 + family % 28, 1 + i % 12),
        member == 0 ? "1" : member == 1 ? "3" : "4",
        member < 2 ? "2" : "1",
        "7",
        "1");
  }

  private static String letters(int i) {
    StringBuilder letters = new StringBuilder();
    for (int rest = i; letters.length() < 4; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }
}
