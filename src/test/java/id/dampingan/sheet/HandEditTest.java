package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Form;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do to exported rows.
class HandEditTest {
  private static final Form FORM = SampleForm.all();
  private static final String MAIN = "Judul contoh";

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void export() throws Exception {
    Map<String, String> values = new TreeMap<>(RoundTripTest.everyType());
    // POI neither escapes nor keeps the rest of that text.
    values.put("f_text", "=1+1 'é\nbaris");
    Submission first = Rows.submission("contoh", uuid(1), values);
    Map<String, String> other = new TreeMap<>(values);
    other.put("nik", "3316120101010002");
    other.put(SystemField.DELETED, "1");
    Submission second = Rows.submission("contoh", uuid(2), other);
    Map<String, String> derived = Map.of("total", "7.5");
    file =
        Rows.write(
            folder.resolve("a.xlsx"),
            List.of(
                Rows.content(
                    FORM,
                    "contoh",
                    List.of(
                        new ExportRow.Stored(first, derived, Map.of(), Map.of()),
                        new ExportRow.Stored(second, derived, Map.of(), Map.of()))),
                Rows.content(FORM, "contoh/anggota", List.of())));
  }

  private static String uuid(int n) {
    return "0b2f6b3e-6f5c-4f0e-9a55-00000000000" + n;
  }

  private static Map<String, String> edited(IncomingRow row) {
    Map<String, String> edited = new TreeMap<>();
    row.cells()
        .forEach((field, cell) -> {
          if (cell.edited()) {
            String problem = cell.problem() == null ? "" : " !" + cell.problem().code();
            edited.put(field, cell.value() + problem);
          }
        });
    return edited;
  }

  private List<IncomingRow> after(Spreadsheet.Hand hand) throws Exception {
    return Rows.read(Spreadsheet.edit(file, hand), FORM);
  }

  @Test
  void tellsExactlyTheEditedCells() throws Exception {
    List<IncomingRow> rows =
        after(book -> {
          Sheet sheet = book.getSheet(MAIN);
          Spreadsheet.type(sheet, 3, "f_text", "baru", "f_select_one", "Blue");
          Spreadsheet.cell(sheet, "f_integer", 3).setBlank();
          Spreadsheet.cell(sheet, "f_date", 3).setCellValue("31/04/2026");
          Spreadsheet.cell(sheet, "total", 3).setCellValue(9);
          Spreadsheet.cell(sheet, "_hapus", 3).setCellValue("Hapus");
          Spreadsheet.cell(sheet, "_hapus", 4).setBlank();
          Spreadsheet.cell(sheet, "f_barcode", 4).setCellErrorValue((byte) 0x17);
        });

    assertEquals(
        Map.of(
            "f_text", "baru",
            "f_select_one", "03",
            "f_integer", "",
            "f_date", "31/04/2026 !NOT_A_DATE",
            "total", "9",
            "_hapus", "1"),
        edited(rows.get(0)));
    assertEquals(Map.of("_hapus", "0", "f_barcode", "#REF! !CELL_ERROR"), edited(rows.get(1)));
    assertFalse(rows.get(0).untouched());
    IncomingCell date = rows.get(0).cells().get("f_date");
    assertEquals("M3", date == null ? "" : rows.get(0).cellAddress("f_date"));
  }

  @Test
  void seesNoEditInWhatProgramsDo() throws Exception {
    List<IncomingRow> rows =
        after(book -> {
          Sheet sheet = book.getSheet(MAIN);
          Spreadsheet.cell(sheet, "f_barcode", 3).setCellValue(7);
          Spreadsheet.cell(sheet, "nik", 3).setCellValue(316120101010001d);
          Spreadsheet.type(
              sheet,
              4,
              "nik",
              "3316 1201 0101 0002\u00a0",
              "f_date",
              "28 Februari 2026",
              "f_integer",
              "-12",
              "f_decimal",
              "4,6",
              "f_select_one",
              "Light green",
              "f_select_multiple",
              "m; n; 02; 01".replace("m; ", ""));
          book.setSheetName(book.getSheetIndex(sheet), "Lembar 1");
        });

    assertEquals(List.of(Map.of(), Map.of()), rows.stream().map(HandEditTest::edited).toList());
    assertEquals("0316120101010001", cell(rows.get(0), "nik").value());
    assertEquals("Lembar 1", rows.get(0).address().sheet());
  }

  private static IncomingCell cell(IncomingRow row, String field) {
    return java.util.Objects.requireNonNull(row.cells().get(field));
  }

  @Test
  void takesMovedDroppedAndAddedColumns() throws Exception {
    Path edited =
        Spreadsheet.edit(
            file,
            book -> {
              Sheet sheet = book.getSheet(MAIN);
              int text = Spreadsheet.column(sheet, "f_text");
              int integer = Spreadsheet.column(sheet, "f_integer");
              for (Row row : sheet) {
                if (row.getRowNum() > 3) {
                  continue;
                }
                // f_text moves to the far right, f_integer goes, a remark comes.
                if (row.getCell(text) != null) {
                  row.createCell(60).setCellValue(row.getCell(text).getStringCellValue());
                  row.getCell(text).setBlank();
                }
                if (row.getCell(integer) != null) {
                  row.getCell(integer).setBlank();
                }
                row.createCell(61).setCellValue(row.getRowNum() == 1 ? "Catatan saya" : "lihat");
              }
              sheet.getRow(0).getCell(61).setBlank();
              sheet.getRow(0).createCell(62).setCellValue("f_text");
              sheet.getRow(2).createCell(62).setCellValue("dobel");
            });

    List<SheetProblem> problems;
    List<IncomingRow> rows = new java.util.ArrayList<>();
    try (WorkbookReader reader =
        WorkbookReader.open(
            edited, Rows.PROGRAMME, List.of(), FormSource.of(List.of(FORM)), SampleForm.LISTS)) {
      reader.rows(row -> rows.add(row));
      problems = reader.problems();
    }

    assertEquals(List.of(Map.of(), Map.of()), rows.stream().map(HandEditTest::edited).toList());
    assertFalse(rows.get(0).cells().containsKey("f_integer"));
    assertEquals(60, cell(rows.get(0), "f_text").column());
    assertEquals(
        List.of(
            "BJ2 UNKNOWN_COLUMN {column=Catatan saya, count=2, value=lihat}",
            "BK2 COLUMN_TWICE {column=f_text, count=1, value=dobel}"),
        problems.stream()
            .map(problem ->
                problem.cell()
                    + " "
                    + problem.problem().code()
                    + " "
                    + new TreeMap<>(problem.problem().facts()))
            .toList());
  }

  @Test
  void holdsRowsWhoseHiddenCellsAreDamaged() throws Exception {
    List<IncomingRow> rows =
        after(book -> {
          Sheet sheet = book.getSheet(MAIN);
          Spreadsheet.type(sheet, 3, "_titik", "L7k3q9ab.3 f_text=abcdef");
          Spreadsheet.cell(sheet, "_uuid", 4).setBlank();
        });
    assertEquals(
        List.of(List.of(ProblemCode.HIDDEN_DAMAGED), List.of(ProblemCode.HIDDEN_DAMAGED)),
        rows.stream()
            .map(row -> row.problems().stream().map(problem -> problem.code()).toList())
            .toList());
    assertEquals("-12", cell(rows.get(0), "f_integer").value());
  }

  @Test
  void findsColumnsByTheirLabelsIfTheMachineNamesAreGone() throws Exception {
    List<IncomingRow> rows =
        after(book -> {
          Sheet sheet = book.getSheet(MAIN);
          sheet.removeRow(sheet.getRow(0));
        });
    assertEquals(List.of(Map.of(), Map.of()), rows.stream().map(HandEditTest::edited).toList());
    assertTrue(rows.get(0).untouched());
  }

  @Test
  void readsRowsCopiedToAnotherWorkbookWithTheirHeader() throws Exception {
    Path other = folder.resolve("lain.xlsx");
    try (XSSFWorkbook from = new XSSFWorkbook(file.toFile());
        XSSFWorkbook to = new XSSFWorkbook();
        var out = java.nio.file.Files.newOutputStream(other)) {
      Sheet target = to.createSheet("Sheet1");
      Sheet source = from.getSheet(MAIN);
      for (int i = 0; i < 4; i++) {
        Spreadsheet.copy(source.getRow(i), target.createRow(i + 2), 3);
      }
      to.createSheet("Coretan").createRow(0).createCell(0).setCellValue("catatan");
      to.write(out);
    }
    List<IncomingRow> rows = Rows.read(other, FORM);
    assertEquals(List.of(Map.of(), Map.of()), rows.stream().map(HandEditTest::edited).toList());
    assertEquals("2026.1", rows.get(0).formVersion());
    assertEquals(5, rows.get(0).address().row());
  }

  @Test
  void standsMergedCellsFormulasAndEmptyRows() throws Exception {
    List<IncomingRow> rows =
        after(book -> {
          Sheet sheet = book.getSheet(MAIN);
          sheet.addMergedRegion(new CellRangeAddress(10, 12, 6, 9));
          Spreadsheet.cell(sheet, "f_integer", 3).setCellFormula("-6-6");
          book.getCreationHelper().createFormulaEvaluator().evaluateAll();
          Spreadsheet.cell(sheet, "f_decimal", 4).setCellFormula("1+1");
          Spreadsheet.cell(sheet, "f_text", 5000).setCellValue("   ");
        });
    assertEquals(2, rows.size());
    assertEquals(Map.of(), edited(rows.get(0)));
    assertEquals(Map.of("f_decimal", "=1+1 !FORMULA_WITHOUT_VALUE"), edited(rows.get(1)));
  }
}
