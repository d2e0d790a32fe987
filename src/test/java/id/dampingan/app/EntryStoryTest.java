package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.dampingan.exchange.EditErrand;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A household on the entry screen: why there is no answer, errors, undo, reasons, earlier values.
class EntryStoryTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private EntryPage page;

  @BeforeEach
  void open() throws Exception {
    page = new EntryPage(folder, 1366, 768);
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void saysWhyThereIsNoAnswer() throws Exception {
    page.household(Map.of(), List.of());
    page.openAt(EntryPage.HOUSE, "alamat_domisili");
    page.press(KeyCode.ALT, KeyCode.T).press(KeyCode.DIGIT2);
    assertEquals("#menolak", page.stored(EntryPage.HOUSE, "alamat_domisili"));
    page.awaitWords("Menolak");

    page.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("", page.stored(EntryPage.HOUSE, "alamat_domisili"));
  }

  @Test
  void walksThroughWhatIsWrongOrMissingAndListsIt() throws Exception {
    page.household(Map.of("hp", "8122"), List.of(Map.of("nama", "Contoh Karjan")));
    page.openAt(EntryPage.HOUSE, "nama_kepala");
    page.press(KeyCode.F8).write("Jl. Contoh 7").press(KeyCode.ENTER);
    assertEquals("Jl. Contoh 7", page.stored(EntryPage.HOUSE, "alamat_domisili"));

    page.press(KeyCode.F8).write("08122222222").press(KeyCode.ENTER);
    assertEquals("08122222222", page.stored(EntryPage.HOUSE, "hp"));
    page.press(KeyCode.SHIFT, KeyCode.F8);

    page.click("#entry-finish");
    page.window.picture("isian-kurang-id-terang-1366x768");
    assertEquals("draf", page.stored(EntryPage.HOUSE, SystemField.STATUS));
    page.click("#fault-0");
    assertFalse(page.shows("Yang masih kurang"));
  }

  @Test
  void undoesAndRedoesAfterTheFormWasClosed() throws Exception {
    page.household(Map.of(), List.of(Map.of("nama", "Contoh Karjan")));
    page.openAt(EntryPage.HOUSE, "dusun");
    page.write("Contoh Kidul").press(KeyCode.ENTER).write("07").press(KeyCode.ENTER);
    assertEquals("07", page.stored(EntryPage.HOUSE, "no_rt"));
    page.window.go(new Place.Home());

    page.openAt(EntryPage.HOUSE, "hp");
    page.press(KeyCode.CONTROL, KeyCode.Z).press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("", page.stored(EntryPage.HOUSE, "no_rt"));
    assertEquals("Contoh Tengah", page.stored(EntryPage.HOUSE, "dusun"));

    page.window.go(new Place.Home());
    page.openAt(EntryPage.HOUSE, "hp");
    page.press(KeyCode.CONTROL, KeyCode.Y);
    assertEquals("Contoh Kidul", page.stored(EntryPage.HOUSE, "dusun"));
  }

  @Test
  void keepsTheReasonForASoftWarningAsARemark() throws Exception {
    page.household(Map.of(), List.of());
    page.openAt(EntryPage.HOUSE, "no_kk");
    page.click("#reason-awas_kk").write("KK sedang diurus").press(KeyCode.ENTER);

    StoredRow remark = page.desk.store().search(Search.of("catatan")).rows().getFirst();
    assertEquals(
        List.of(EntryPage.HOUSE.toString(), "awas_kk", "KK sedang diurus", "Contoh Rahayu"),
        List.of(
            remark.value("rekaman"),
            remark.value("pertanyaan"),
            remark.value("isi"),
            remark.value("dari")));
    page.awaitWords("Alasan tersimpan");
    page.window.picture("isian-alasan-id-terang-1366x768");
  }

  @Test
  void confirmsTheFindingBesideThePrelistWithOneKey() throws Exception {
    page.household(
        Map.of(
            "pre_nama", "Contoh Karjan",
            "pre_nik", "3316130107640003",
            "pre_alamat", "Dk. Tengah",
            "pre_no_kk", "3316130101200021"),
        List.of());
    page.openAt(EntryPage.HOUSE, "alamat_domisili");
    page.window.picture("isian-nilai-awal-id-terang-1366x768");
    page.press(KeyCode.ALT, KeyCode.S);
    assertEquals("Dk. Tengah", page.stored(EntryPage.HOUSE, "alamat_domisili"));

    page.write("Jl. Sawah").press(KeyCode.ENTER);
    page.click("#question-alamat_domisili .text-field").press(KeyCode.ALT, KeyCode.S);
    page.awaitWords("Sudah dipastikan");
    page.click("#remark-text").write("Pindah 2021").press(KeyCode.ENTER);
    assertEquals(2, page.desk.store().search(Search.of("catatan")).rows().size());
  }

  @Test
  void showsWhatTheSameHouseholdWasInTheRoundBefore() throws Exception {
    page.household(Map.of("no_rt", "04"), List.of());
    keep(
        UUID.fromString("33333333-3333-4333-8333-333333333333"),
        Map.of("putaran", "2026-1", "no_rt", "03"));
    page.openAt(EntryPage.HOUSE, "no_rt");
    page.awaitWords("Triwulan I 2026");
    page.click("#before-use");
    assertEquals("03", page.stored(EntryPage.HOUSE, "no_rt"));
  }

  @Test
  void warnsOfTheSameNumberWhileItIsTypedAndReadsItOut() throws Exception {
    page.household(
        Map.of(),
        List.of(
            Map.of(
                "nama",
                "Contoh Karjan",
                "keberadaan",
                "1",
                "jk",
                "1",
                "tgl_lahir",
                "1964-07-01",
                "status_nik",
                "ada",
                "nik",
                "3316130107640003")));
    UUID other = UUID.fromString("33333333-3333-4333-8333-333333333333");
    keep(other, Map.of("nama_kepala", "Contoh Sadiman", "nik_kepala", "3316130101600001"));
    page.openAt(EntryPage.HOUSE, "nik_kepala");
    page.awaitWords("Cocok dengan anggota 1");

    page.press(KeyCode.CONTROL, KeyCode.A).write("331613010160000");
    page.awaitWords("Sudah ada? Contoh Sadiman");
    page.window.picture("isian-sudah-ada-id-terang-1366x768");
    page.write("1").press(KeyCode.ENTER);
    assertEquals("3316130101600001", page.stored(EntryPage.HOUSE, "nik_kepala"));
  }

  private void keep(UUID root, Map<String, String> more) throws Exception {
    Map<String, String> values =
        new java.util.HashMap<>(
            Map.of(
                "desa", EntryPage.VILLAGE,
                "putaran", "2026-3",
                "hasil", "perbaikan",
                "nama_kepala", "Contoh Karjan",
                "nik_kepala", "3316130107640003",
                "dusun", "Contoh Tengah"));
    values.putAll(more);
    String version = page.desk.store().form("rumah_tangga").orElseThrow().version();
    new EditErrand(page.desk.office("id"))
        .save(
            new FilledForm(
                "rumah_tangga",
                version,
                List.of(new FilledRow("rumah_tangga", root, null, 1, values))),
            SystemField.STATUS_DRAFT);
  }
}
