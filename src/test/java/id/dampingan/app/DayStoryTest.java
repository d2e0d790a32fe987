package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.exchange.CameraPhoto;
import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.ExportErrand;
import id.dampingan.exchange.ExportOrder;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SetUpErrand;
import id.dampingan.programme.Pack;
import id.dampingan.store.CheapStores;
import id.dampingan.store.Role;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.store.WorkspaceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A whole survey day from the package that Bappeda sent to the one sent back, by keyboard alone: a
/// click is refused.
@Tag("slow")
class DayStoryTest {
  private static final List<String> VILLAGES =
      List.of("33.16.13.2001", "33.16.01.2008", "33.16.01.2009");

  @TempDir Path folder;

  static Stream<DayPage.Habit> habits() {
    return Stream.of(
        new DayPage.Habit("keyboard alone", "id", 100, false, false),
        new DayPage.Habit("with the mouse", "id", 100, true, false),
        new DayPage.Habit("in English at 150 %", "en", 150, true, true));
  }

  /// What Bappeda has and sends.
  private final class Bappeda implements AutoCloseable {
    final Store store;
    final Office office;
    final UUID problem;

    Bappeda() throws Exception {
      store =
          CheapStores.create(
              folder.resolve("induk"),
              DayPage.PASSWORD.toCharArray(),
              new WorkspaceSettings(Role.MASTER, "Contoh Wening", "bappeda"),
              TestWindow.CLOCK);
      office = new Office(store, "Contoh Wening", "id", TestWindow.CLOCK);
      new SetUpErrand(office).bringPack(Pack.load());
      EditErrand edit = new EditErrand(office);
      for (String village : VILLAGES) {
        edit.create(
            "penugasan",
            null,
            Map.of("desa", village, "opd", "setda", "peran", "utama", "mulai", "2026-01-05"));
      }
      problem =
          edit.create(
                  "permasalahan",
                  null,
                  Map.of(
                      "desa", VILLAGES.get(1),
                      "putaran", "2026-2",
                      "tanggal", "2026-05-04",
                      "petugas", "Contoh Rahayu",
                      "kategori", "air",
                      "judul", "Sumur kering",
                      "jml", "12",
                      "tingkat", "2",
                      "status_masalah", "terbuka"))
              .uuid();
    }

    Path send(String name) throws Exception {
      Path file = folder.resolve(name);
      new ExportErrand(office)
          .export(
              new ExportOrder(List.of(), Set.copyOf(VILLAGES), null, false, null),
              file,
              Progress.SILENT);
      return file;
    }

    Path sendWithRemark() throws Exception {
      new EditErrand(office)
          .create(
              "catatan",
              null,
              Map.of(
                  "rekaman", problem.toString(),
                  "formulir", "permasalahan",
                  "pertanyaan", "jml",
                  "isi", "Mohon periksa jumlahnya",
                  "dari", "Contoh Wening"));
      return send("balik.xlsx");
    }

    Map<String, String> values(String form, Map<String, String> of) {
      StoredRow row =
          store.search(Search.of(form).page(0, 50)).rows().stream()
              .filter(each -> each.round().equals("2026-3"))
              .findFirst()
              .orElseThrow();
      return pick(row, of);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static Map<String, String> pick(StoredRow row, Map<String, String> of) {
    Map<String, String> picked = new LinkedHashMap<>();
    of.keySet().forEach(field -> picked.put(field, row.value(field)));
    return picked;
  }

  @ParameterizedTest
  @MethodSource("habits")
  void aDayFromThePackageToTheOneSentBack(DayPage.Habit habit) throws Exception {
    try (Bappeda bappeda = new Bappeda();
        DayPage page = new DayPage(folder.resolve("laptop"), habit)) {
      start(page, bappeda.send("paket.zip"));
      household(page);
      problem(page);
      potential(page);
      visit(page);
      remark(page, bappeda);
      lock(page);
      print(page);
      Path sent = send(page);

      FileResult result = new ImportErrand(bappeda.office, List.of()).merge(sent, Progress.SILENT);
      assertEquals(List.of(), result.held());
      assertEquals("", page.faults());
      hasWhatWasTyped(page, bappeda);
    }
  }

  // The morning

  private void start(DayPage page, Path pack) {
    page.look("mulai");
    page.window.willAnswer(pack);
    page.clickOr("#start-officer-package", KeyCode.SPACE);
    page.look("rincian").write("Contoh Rahayu").press(KeyCode.TAB);
    page.write("sss");
    page.press(KeyCode.TAB).write(DayPage.PASSWORD).press(KeyCode.TAB).write(DayPage.PASSWORD);
    page.press(KeyCode.ENTER);
    page.await("#start-code");
    page.look("kode").press(KeyCode.ENTER);
    page.await("#place-title");
    assertEquals(page.texts().get("rail.home"), page.title());
    page.look("beranda");
  }

  private static Map<String, String> house() {
    Map<String, String> house = new LinkedHashMap<>();
    house.put("diberitahu", "1");
    house.put("hasil", "usulan_baru");
    house.put("nama_kepala", "Contoh Karjan");
    house.put("status_nik_kepala", "ada");
    house.put("nik_kepala", "3316130107640003");
    house.put("no_kk", "3316130101200021");
    house.put("alamat_domisili", "Dk. Tengah");
    house.put("dusun", "Contoh Tengah");
    house.put("no_rt", "03");
    house.put("kriteria", "12 2 5");
    house.put("status_rumah", "1");
    house.put("luas_lantai", "48");
    house.put("lantai", "8");
    house.put("dinding", "4");
    house.put("atap", "2");
    house.put("air_minum", "5");
    house.put("jarak_tinja", "2");
    house.put("penerangan", "2");
    house.put("bahan_bakar", "10");
    house.put("bab", "6");
    house.put("jml_sapi", "1");
    house.put("jml_motor", "1");
    house.put("bantuan", "pkh");
    return house;
  }

  private static List<Map<String, String>> members() {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("nama", "Contoh Karjan");
    head.put("keberadaan", "1");
    head.put("status_nik", "ada");
    head.put("nik", "3316130107640003");
    head.put("jk", "1");
    head.put("tgl_lahir", "1964-07-01");
    head.put("hubungan", "1");
    head.put("kawin", "2");
    head.put("partisipasi", "3");
    head.put("ijazah", "3");
    head.put("bekerja", "1");
    head.put("disabilitas", "7");
    Map<String, String> wife = new LinkedHashMap<>();
    wife.put("nama", "Contoh Darsih");
    wife.put("keberadaan", "1");
    wife.put("status_nik", "ada");
    wife.put("nik", "3316134203670001");
    wife.put("jk", "2");
    wife.put("tgl_lahir", "1967-03-02");
    wife.put("hubungan", "3");
    wife.put("kawin", "2");
    wife.put("partisipasi", "1");
    wife.put("bekerja", "2");
    wife.put("siap_kerja", "2");
    wife.put("disabilitas", "7");
    return List.of(head, wife);
  }

  private static Map<String, String> typed(Map<String, String> answers) {
    Map<String, String> typed = new LinkedHashMap<>(answers);
    typed.computeIfPresent(
        "tgl_lahir", (_, date) -> date.substring(8) + date.substring(5, 7) + date.substring(2, 4));
    return typed;
  }

  private void household(DayPage page) {
    page.begin("rumah_tangga");
    int before = page.actions();
    Map<String, String> house = new LinkedHashMap<>(house());
    house.put("desa", VILLAGES.get(0));
    page.fill(house).look("rumah");
    for (Map<String, String> member : members()) {
      page.manners().added();
      page.press(KeyCode.CONTROL, KeyCode.N).fill(typed(member));
    }
    page.look("anggota").finish();
    int here = page.actions() - before;
    int collect = page.manners().collect();
    int csentry = page.manners().csentry();
    System.out.printf(
        "a household of two, %s: %d actions; in ODK Collect's manner %d, in CSEntry's %d%n",
        page, here, collect, csentry);
    if (page.isByKeyboard()) {
      assertTrue(here < collect && here < csentry, "others ask with fewer actions");
    }
    assertEquals(page.texts().get("rail.home"), page.title());
  }

  private static final Map<String, String> PROBLEM =
      Map.of(
          "desa", VILLAGES.get(1),
          "kategori", "jamban",
          "judul", "Jamban belum layak",
          "jml", "42",
          "tingkat", "2",
          "dusun", "Contoh Kidul",
          "koordinat", "-7.0511 111.4202 0 0",
          "status_masalah", "terbuka");

  private void problem(DayPage page) throws Exception {
    Path photo = folder.resolve("foto.jpg");
    Files.write(photo, CameraPhoto.taken(1600, 900, 6, -7.0511, 111.4202));
    Map<String, String> answers = new LinkedHashMap<>(PROBLEM);
    answers.put("jml", "0");
    // The photo tells where it was taken.
    answers.remove("koordinat");
    answers.put("foto", photo.toString());
    page.begin("permasalahan").fill(answers).finish();

    // A mistake: none affected. It is listed; the first key to the first error mends it.
    page.look("kurang");
    assertTrue(page.has("#fault-0"));
    page.press(KeyCode.F8);
    assertEquals("jml", page.question());
    page.write("42").press(KeyCode.ENTER);
    page.finish();
    assertEquals(page.texts().get("rail.home"), page.title());
  }

  private static final Map<String, String> POTENTIAL =
      Map.of(
          "desa", VILLAGES.get(2),
          "kategori", "sda_ternak",
          "nama_potensi", "Sapi perah",
          "komoditas", "sapi",
          "volume", "120",
          "satuan", "ekor",
          "pengelola", "poktan",
          "dusun", "Contoh Lor",
          "kendala", "modal",
          "tahap", "1");

  private void potential(DayPage page) {
    Map<String, String> answers = new LinkedHashMap<>(POTENTIAL);
    answers.put("dusun", "Contoh Salah");
    page.begin("potensi").fill(answers);

    // The hamlet was another one: back in time, twice what was typed since.
    UUID root =
        page.desk().store().search(Search.of("potensi")).rows().getFirst().submission().root();
    while (!page.desk().store().row(root).orElseThrow().value("dusun").isEmpty()) {
      page.press(KeyCode.CONTROL, KeyCode.Z);
    }
    Map<String, String> again = new LinkedHashMap<>(POTENTIAL);
    StoredRow now = page.desk().store().row(root).orElseThrow();
    again.entrySet().removeIf(each -> now.value(each.getKey()).equals(each.getValue()));
    page.fill(again).look("potensi").finish();
    assertEquals(page.texts().get("rail.home"), page.title());
  }

  private static final Map<String, String> VISIT =
      Map.of(
          "desa", VILLAGES.get(0),
          "peserta", "mitra",
          "nama_peserta", "Contoh Lestari",
          "kegiatan", "verval",
          "ditemui", "kades",
          "durasi_jam", "3",
          "temuan", "Sumur dangkal kering");

  private void visit(DayPage page) {
    Map<String, String> answers = new LinkedHashMap<>(VISIT);
    answers.put("mitra", partner(page));
    page.begin("kunjungan").fill(answers).look("kunjungan").finish();
    assertEquals(page.texts().get("rail.home"), page.title());
  }

  private static String partner(DayPage page) {
    return page.desk().lists().items("mitra").getFirst().value();
  }

  // The afternoon

  private void remark(DayPage page, Bappeda bappeda) throws Exception {
    page.jump(page.texts().get("rail.receive"));
    page.window.willAnswer(bappeda.sendWithRemark());
    page.deed("receive-choose");
    page.await("#receive-accept");
    page.look("terima").deed("receive-accept");
    page.await("#receive-home");
    page.deed("receive-home");
    page.await("#todo-remark");
    page.look("tugas").deed("todo-open");
    assertEquals("jml", page.question());
    page.look("catatan").press(KeyCode.ALT, KeyCode.C);
    page.awaitFocus("remark-text");
    page.write("Sudah diperiksa").press(KeyCode.ENTER);
    page.jump(page.texts().get("rail.home"));
  }

  private static void lock(DayPage page) {
    page.press(KeyCode.CONTROL, KeyCode.L);
    page.await("#unlock-password");
    assertFalse(page.has("#place-title"));
    page.look("kunci").write(DayPage.PASSWORD).press(KeyCode.ENTER);
    page.await("#place-title");
    assertEquals(page.texts().get("rail.home"), page.title());
  }

  private void print(DayPage page) throws Exception {
    page.jump(page.desk().village(VILLAGES.get(0)).name());
    page.press(KeyCode.CONTROL, KeyCode.P);
    Path pdf = folder.resolve("profil.pdf");
    page.window.willAnswer(pdf);
    page.look("cetak").deed("print-save");
    page.await("#print-done");
    assertTrue(Files.size(pdf) > 1000);
  }

  private Path send(DayPage page) {
    Path out = folder.resolve("kirim.zip");
    page.jump(page.texts().get("rail.send"));
    page.window.willAnswer(out);
    page.look("kirim").deed("send-go");
    page.await("#send-done");
    assertTrue(Files.isRegularFile(out));
    page.look("terkirim");
    return out;
  }

  private static void hasWhatWasTyped(DayPage page, Bappeda bappeda) {
    assertEquals(house(), bappeda.values("rumah_tangga", house()));
    UUID root =
        bappeda.store.search(Search.of("rumah_tangga")).rows().getFirst().submission().root();
    List<Map<String, String>> members = members();
    assertEquals(
        members,
        bappeda.store.filled(root).orElseThrow().rows().stream()
            .filter(row -> row.table().equals("rumah_tangga/anggota"))
            .map(row ->
                pick(bappeda.store.row(row.uuid()).orElseThrow(), members.get(row.order() - 1)))
            .toList());
    assertEquals(PROBLEM, Map.copyOf(bappeda.values("permasalahan", PROBLEM)));
    assertEquals(POTENTIAL, Map.copyOf(bappeda.values("potensi", POTENTIAL)));
    assertEquals(VISIT, Map.copyOf(bappeda.values("kunjungan", VISIT)));
    String photo = bappeda.values("permasalahan", Map.of("foto", "")).getOrDefault("foto", "");
    assertTrue(bappeda.store.media().has(photo), photo);
    assertEquals(
        Set.of("Mohon periksa jumlahnya", "Sudah diperiksa"),
        Set.copyOf(
            bappeda.store.search(Search.of("catatan")).rows().stream()
                .map(row -> row.value("isi"))
                .toList()));
  }
}
