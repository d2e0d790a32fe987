package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.form.Form;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Freezes what other programs and older workbooks rely on. The hidden texts were computed by
/// Python: `base64.b32encode(hashlib.sha256(json.dumps(x, sort_keys=True, ensure_ascii=False,
/// separators=(',',':')).encode()).digest()).decode().lower()[:n]`.
class WorkbookFormatTest {
  private static final Form FORM = SampleForm.all();
  private static final String UUID_TEXT = "0b2f6b3e-6f5c-4f0e-9a55-0123456789ab";
  private static final HiddenTexts GOLDEN =
      new HiddenTexts(
          UUID_TEXT,
          "L7k3q9ab.3,M4x2q7ab.5",
          "L7k3q9ab.3+M4x2q7ab.4 desa=fr5ii3 f_select_one=7qmpex _status=vlzstv;"
              + "M4x2q7ab.5 f_text=fdv62z _hapus=ekobp5;"
              + "L7k3q9ab.3@L7k3q9ab.3 f_integer=3kehve;"
              + "- total=277ojx",
          "{\"f_text\":[[\"L7k3q9ab.3\",\"Ani\"]]}",
          "hwbairs2v62t.3oelo7hcshww");

  @TempDir Path folder;

  private static Submission golden() {
    Dot l3 = Dot.parse("L7k3q9ab.3");
    Dot m4 = Dot.parse("M4x2q7ab.4");
    Dot m5 = Dot.parse("M4x2q7ab.5");
    VersionVector version = VersionVector.parse("L7k3q9ab.3,M4x2q7ab.5");
    TreeMap<String, Register> registers = new TreeMap<>(CodePoints.ORDER);
    Map.of("desa", "3316020002", "f_select_one", "02", "_status", "draf")
        .forEach((field, value) ->
            registers.put(
                field, new Register(new TreeMap<>(Map.of(l3, value, m4, value)), version)));
    registers.put(
        "f_text", new Register(new TreeMap<>(Map.of(m5, "Bu Ani é", l3, "Ani")), version));
    registers.put("_hapus", Register.of(m5, "0", version));
    registers.put("f_integer", Register.of(l3, "7", VersionVector.of(l3)));
    UUID uuid = UUID.fromString(UUID_TEXT);
    return new Submission("contoh", "2026.1", uuid, uuid, version, registers);
  }

  @Test
  void writesTheHiddenTextsThatPythonComputes() {
    assertEquals(
        GOLDEN, StampText.of(golden(), SheetColumn.of(FORM, FORM.main()), Map.of("total", "7.5")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kotor",
        "L7k3q9ab.3 desa",
        "L7k3q9ab.3 desa=abc",
        "L7k3q9ab.4 desa=abcdef",
        "L7k3q9ab.3 desa=abcdef;M4x2q7ab.5 desa=abcdef",
        "L7k3q9ab.03 desa=abcdef",
        "L7k3q9ab.3@L7k3q9ab.2 desa=abcdef"
      })
  void refusesDotsThatCannotBe(String dots) {
    HiddenTexts damaged = new HiddenTexts(UUID_TEXT, GOLDEN.version(), dots, "", "");
    assertThrows(
        IllegalArgumentException.class, () -> StampText.parse(damaged, new FieldNames(List.of())));
  }

  @Test
  void keepsItsSheetsAndColumns() throws Exception {
    Path file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(
                Rows.content(
                    FORM,
                    "contoh",
                    List.of(
                        new ExportRow.Stored(
                            golden(), Map.of("total", "7.5"), Map.of(), Map.of()))),
                Rows.content(FORM, "contoh/anggota", List.of())));
    try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
      List<String> sheets = new ArrayList<>();
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        String hidden = book.getSheetVisibility(i) == SheetVisibility.VISIBLE ? "" : " (hidden)";
        sheets.add(book.getSheetName(i) + hidden);
      }
      assertEquals(
          List.of(
              "Petunjuk",
              "Judul contoh",
              "Anggota",
              "Pilihan",
              "Catatan Bappeda",
              "_meta (hidden)",
              "_daftar (hidden)",
              "_panjang (hidden)"),
          sheets);
      assertEquals(
          "[format, 1][programme, blora][workbook, wb-1][sender_writer, L7k3q9ab]"
              + "[sender_name, Siti (Dinas Kesehatan)][agency, dinkes][sent, 2026-03-02T01:00:00Z]"
              + "[language, id][form, contoh, 2026.1][sheet, Judul contoh, contoh]"
              + "[sheet, Anggota, contoh/anggota]",
          rows(book.getSheet("_meta"), 1));
      assertEquals(
          "[desa.csv, 3316010001, Sambongrejo (3316010001)]"
              + "[desa.csv, 3316020002, Sambongrejo (3316020002)]"
              + "[desa.csv, 3316030003, Sumber]"
              + "[contoh/warna, 01, Merah][contoh/warna, 02, Hijau; muda]"
              + "[contoh/warna, 03, Biru][contoh/warna, m, Tua][contoh/warna, n, Tua sekali]",
          rows(book.getSheet("_daftar"), 1));
      Sheet main = book.getSheet("Judul contoh");
      assertEquals(
          "[_uuid, _versi, _titik, _benturan, _sidik, _lembar=contoh@2026.1, desa, nik, f_text,"
              + " f_barcode, f_integer, f_decimal, f_date, f_time, f_datetime, f_select_one,"
              + " f_select_multiple, f_rank, f_acknowledge, f_geopoint, f_geotrace, f_geoshape,"
              + " f_image, f_audio, f_video, f_file, bila, total, _status, _hapus, _tinjau,"
              + " _gabung]",
          row(main.getRow(0)));
      assertEquals(
          "[_uuid, _versi, _titik, _benturan, _sidik, _lembar=contoh/anggota@2026.1,"
              + " _induk:desa, _induk:nik, _urut, nama, umur, _status, _hapus, _tinjau, _gabung,"
              + " _induk]",
          row(book.getSheet("Anggota").getRow(0)));
      assertEquals(
          List.of(GOLDEN.uuid(), GOLDEN.version(), GOLDEN.dots(), GOLDEN.conflicts(), GOLDEN.seal())
              .toString(),
          row(main.getRow(2)).substring(0, row(main.getRow(2)).indexOf(", Sambong")) + "]");
      assertEquals(true, main.getRow(0).getZeroHeight());
      assertEquals(
          "0,1,2,3,4,5,30,31",
          String.join(
              ",",
              java.util.stream.IntStream.range(0, 32)
                  .filter(main::isColumnHidden)
                  .mapToObj(Integer::toString)
                  .toList()));
      assertEquals("@", main.getColumnStyle(7).getDataFormatString());
    }
  }

  private static String rows(Sheet sheet, int first) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= sheet.getLastRowNum(); i++) {
      text.append(row(sheet.getRow(i)));
    }
    return text.toString();
  }

  private static String row(Row row) {
    DataFormatter formatter = new DataFormatter();
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(formatter.formatCellValue(cell));
    }
    return cells.toString();
  }
}
