package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The members of a household, typed into their table by keyboard and pasted from a spreadsheet.
class RepeatStoryTest {
  private static final String TABLE = "rumah_tangga/anggota";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private EntryPage page;

  @BeforeEach
  void open() throws Exception {
    page = new EntryPage(folder, 1366, 768);
    page.household(
        Map.of(),
        List.of(
            Map.of("nama", "Contoh Karjan", "keberadaan", "1", "status_nik", "belum"),
            Map.of("nama", "Contoh Darsih", "keberadaan", "2")));
    page.openAt(EntryPage.member(1), "nama");
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void typesAMemberIntoTheTableCellByCell() {
    page.cell(3, 1).write("Contoh Tarni").press(KeyCode.ENTER).write("1").press(KeyCode.ENTER);
    page.write("1").press(KeyCode.ENTER).write("3316135103990027").press(KeyCode.ENTER);

    List<UUID> rows = page.storedRows(TABLE);
    assertEquals(3, rows.size());
    UUID added = rows.getLast();
    assertEquals(
        List.of("Contoh Tarni", "1", "ada", "3316135103990027"),
        List.of(
            page.stored(added, "nama"),
            page.stored(added, "keberadaan"),
            page.stored(added, "status_nik"),
            page.stored(added, "nik")));
    page.window.picture("isian-anggota-tabel-id-terang-1366x768");
  }

  @Test
  void changesACellByTypingAndLeavesItByEscape() {
    page.cell(2, 1).write("Contoh Wulan").press(KeyCode.TAB);
    page.cell(1, 1).write("bukan ini").press(KeyCode.ESCAPE);
    page.cell(2, 2).write("1");

    assertEquals("Contoh Wulan", page.stored(EntryPage.member(2), "nama"));
    assertEquals("Contoh Karjan", page.stored(EntryPage.member(1), "nama"));
    assertEquals("1", page.stored(EntryPage.member(2), "keberadaan"));
  }

  @Test
  void pastesRowsFromExcelAndMarksWhatItCannotTake() {
    page.clipboard(
        "Nama\tKeberadaan anggota\tNIK: status\tTanggal lahir\r\n"
            + "Contoh Bagas\tTinggal di ruta\tAda\t13/9/2021\r\n"
            + "Contoh Karso\tdi bulan\tBelum ber-NIK\tkapan-kapan\r\n");
    page.cell(3, 1).press(KeyCode.CONTROL, KeyCode.V);
    page.window.picture("isian-tempel-id-terang-1366x768");

    List<UUID> rows = page.storedRows(TABLE);
    assertEquals(4, rows.size());
    assertEquals("Contoh Bagas", page.stored(rows.get(2), "nama"));
    assertEquals("1", page.stored(rows.get(2), "keberadaan"));
    assertEquals("2021-09-13", page.stored(rows.get(2), "tgl_lahir"));
    assertEquals("di bulan", page.stored(rows.get(3), "keberadaan"));
    assertEquals("kapan-kapan", page.stored(rows.get(3), "tgl_lahir"));
    page.awaitWords("ditandai");

    page.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(2, page.storedRows(TABLE).size());
    page.press(KeyCode.CONTROL, KeyCode.Y);
    assertEquals(4, page.storedRows(TABLE).size());
    assertEquals("di bulan", page.stored(rows.get(3), "keberadaan"));
  }

  @Test
  void fillsDownAndCopies() {
    page.cell(2, 2).press(KeyCode.CONTROL, KeyCode.D);
    assertEquals("1", page.stored(EntryPage.member(2), "keberadaan"));

    page.cell(1, 1).press(KeyCode.SHIFT, KeyCode.DOWN).press(KeyCode.CONTROL, KeyCode.C);
    assertEquals("Contoh Karjan\nContoh Darsih", page.clipboard());
  }

  @Test
  void removesARowAndBringsItBack() {
    page.cell(1, 1).press(KeyCode.CONTROL, KeyCode.DELETE);
    assertEquals(List.of(EntryPage.member(2)), page.storedRows(TABLE));

    page.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of(EntryPage.member(1), EntryPage.member(2)), page.storedRows(TABLE));
    assertEquals("Contoh Karjan", page.stored(EntryPage.member(1), "nama"));
  }
}
