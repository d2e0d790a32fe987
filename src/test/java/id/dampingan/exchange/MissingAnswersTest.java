package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.SystemField;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Does not know", "refuses", "could not be seen": from the officer through the workbook to the
/// master and into what is computed.
class MissingAnswersTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | constraint | calculation | bind::dampingan:kunci |
      | | text | nama | Nama | yes | | | |
      | | text | nik | NIK | yes | regex(., '^[0-9]{16}$') | | ya |
      | | integer | umur | Umur | yes | . >= 0 | | |
      | | decimal | luas | Luas | yes | . > 0 | | |
      | | date | lahir | Lahir | yes | . <= today() | | |
      | | select_one yn | listrik | Listrik | yes | | | |
      | | select_multiple yn | milik | Milik | yes | | | |
      | | calculate | tua | | | | if(${umur} = '', '', if(${umur} >= 60, 1, 0)) | |
      | choices |
      | | list_name | name | label |
      | | yn | 1 | Ya |
      | | yn | 8 | Tidak tahu |
      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final Map<String, String> UNANSWERED =
      Map.of(
          "nama", "#menolak",
          "nik", "#tidak_terlihat",
          "umur", "#tidak_tahu",
          "luas", "#tidak_terlihat",
          "lahir", "#tidak_tahu",
          "listrik", "#menolak",
          "milik", "#tidak_tahu");

  private static final UUID ROW = UUID.fromString("0b2f6b3e-6f5c-4f0e-9a55-000000000001");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bureau officer;

  @SuppressWarnings("NullAway.Init")
  private Bureau master;

  @BeforeEach
  void make() throws Exception {
    officer = Bureau.make(folder.resolve("laptop"), Role.OFFICER, "Rahayu").withForm(FORM);
    master = Bureau.make(folder.resolve("induk"), Role.MASTER, "Wening").withForm(FORM);
  }

  @AfterEach
  void close() {
    officer.close();
    master.close();
  }

  @Test
  void satisfyWhatIsRequiredAndComputeNothing() throws Exception {
    officer
        .edit()
        .save(
            new FilledForm("coba", "1", List.of(new FilledRow("coba", ROW, null, 1, UNANSWERED))),
            SystemField.STATUS_COMPLETE);

    StoredRow row = officer.store().row(ROW).orElseThrow();
    assertEquals(Map.of(), row.derived());
    assertEquals(UNANSWERED, answers(row));
  }

  @Test
  void travelAsTheyAreAndChangeNothingTheSecondTime() throws Exception {
    satisfyWhatIsRequiredAndComputeNothing();
    Path sent = officer.export(folder.resolve("kirim.xlsx"));

    FileResult first = master.merge(sent);
    FileResult again = master.merge(sent);

    assertEquals(
        List.of(1, 0), List.of(first.counts().of(Outcome.NEW), first.counts().of(Outcome.HELD)));
    assertEquals(1, again.counts().of(Outcome.SAME));
    assertEquals(officer.picture(), master.picture());
    assertEquals("[Tidak terlihat]", cell(sent, "luas").getStringCellValue());
  }

  @Test
  void canBeWrittenByHandInEitherLanguageAndCollideLikeOtherAnswers() throws Exception {
    officer.edit().save(filled(Map.of("nama", "Karjan", "umur", "60")), null);
    Path sent = officer.export(folder.resolve("kirim.xlsx"));
    master.merge(sent);
    officer.edit().set(ROW, Map.of("umur", "#tidak_tahu"));
    Path edited = folder.resolve("tangan.xlsx");
    edit(sent, edited, "umur", "[refused]");

    master.merge(edited);
    assertEquals("#menolak", master.store().row(ROW).orElseThrow().value("umur"));
    master.merge(officer.export(folder.resolve("lagi.xlsx")));

    assertEquals(1, master.store().conflicts("coba", java.util.Set.of()).size());
  }

  @Test
  void nameNoTypedRow() throws Exception {
    officer.edit().save(filled(Map.of("nama", "Karjan", "nik", "3316130107640003")), null);
    Path sent = officer.export(folder.resolve("kirim.xlsx"));
    Path typed = folder.resolve("ketik.xlsx");
    addRows(sent, typed, List.of("Bagas", "Darsih"));

    FileResult result = master.merge(typed);

    List<StoredRow> rows = new ArrayList<>();
    master.store().each(Selection.LIVE.ofForm("coba"), rows::add);
    assertEquals(3, rows.size(), () -> result.toString());
    assertNotEquals(rows.get(1).submission().uuid(), rows.get(2).submission().uuid());
  }

  private static FilledForm filled(Map<String, String> values) {
    return new FilledForm("coba", "1", List.of(new FilledRow("coba", ROW, null, 1, values)));
  }

  private static Map<String, String> answers(StoredRow row) {
    Map<String, String> answers = new TreeMap<>();
    UNANSWERED.keySet().forEach(field -> answers.put(field, row.value(field)));
    return answers;
  }

  private static Cell cell(Path file, String field) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      XSSFWorkbook book = new XSSFWorkbook(in);
      Sheet sheet = book.getSheet("Coba");
      return sheet.getRow(2).getCell(column(sheet, field));
    }
  }

  private static int column(Sheet sheet, String field) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(field)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + field);
  }

  private static void edit(Path from, Path to, String field, String text) throws Exception {
    try (InputStream in = Files.newInputStream(from);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(to)) {
      Sheet sheet = book.getSheet("Coba");
      sheet.getRow(2).getCell(column(sheet, field)).setCellValue(text);
      book.write(out);
    }
  }

  private static void addRows(Path from, Path to, List<String> names) throws Exception {
    try (InputStream in = Files.newInputStream(from);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(to)) {
      Sheet sheet = book.getSheet("Coba");
      int at = 3;
      for (String name : names) {
        Row existing = sheet.getRow(at);
        Row row = existing == null ? sheet.createRow(at) : existing;
        at++;
        row.createCell(column(sheet, "nama")).setCellValue(name);
        row.createCell(column(sheet, "nik")).setCellValue("[Tidak tahu]");
        row.createCell(column(sheet, "umur")).setCellValue(40);
        row.createCell(column(sheet, "luas")).setCellValue(30);
        row.createCell(column(sheet, "lahir")).setCellValue("1/8/1986");
        row.createCell(column(sheet, "listrik")).setCellValue("Tidak tahu");
        row.createCell(column(sheet, "milik")).setCellValue("Ya");
      }
      book.write(out);
    }
  }
}
