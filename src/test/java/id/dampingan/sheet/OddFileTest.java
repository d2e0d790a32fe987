package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Form;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.ProblemCode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are odd, but no reason to lose a good row.
class OddFileTest {
  private static final Form FORM = SampleForm.all();
  private static final int LAST_ROW = 1_048_576;

  @TempDir Path folder;

  private Path good() throws Exception {
    return Rows.write(
        folder.resolve("a.xlsx"),
        List.of(
            Rows.content(
                FORM,
                "contoh",
                List.of(
                    new ExportRow.Stored(
                        Rows.submission(
                            "contoh",
                            "0b2f6b3e-6f5c-4f0e-9a55-000000000001",
                            Map.of("f_text", "a")))))));
  }

  @Test
  void passesOverAMillionEmptyRows() throws Exception {
    Path large = folder.resolve("large.xlsx");
    try (ZipFile from = new ZipFile(good().toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(large))) {
      for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        to.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          int end = text.indexOf("</sheetData>");
          if (!entry.getName().endsWith("sheet2.xml")) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            continue;
          }
          to.write(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
          StringBuilder rows = new StringBuilder();
          for (int row = 4; row <= LAST_ROW; row++) {
            // As LibreOffice writes a formatted row.
            rows.append("<row r=\"").append(row).append("\" customFormat=\"false\" ht=\"12.8\"");
            rows.append(" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\"/>");
            if (row % 1000 == 0 || row == LAST_ROW) {
              to.write(rows.toString().getBytes(StandardCharsets.UTF_8));
              rows.setLength(0);
            }
          }
          to.write(text.substring(end).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    assertEquals(1, Rows.read(large, FORM).size());
  }

  @Test
  void tellsEachOfTwoHundredUnknownColumnsOnce() throws Exception {
    Path file =
        Spreadsheet.edit(
            good(),
            book -> {
              Sheet sheet = book.getSheet("Judul contoh");
              for (int column = 100; column < 300; column++) {
                sheet.getRow(1).createCell(column).setCellValue("Kolom " + column);
                sheet.getRow(2).createCell(column).setCellValue(column);
                Row typed = sheet.getRow(3) == null ? sheet.createRow(3) : sheet.getRow(3);
                typed.createCell(column).setCellValue("x");
              }
            });
    List<IncomingRow> rows = new ArrayList<>();
    try (WorkbookReader reader =
        WorkbookReader.open(
            file, Rows.PROGRAMME, List.of(), FormSource.of(List.of(FORM)), SampleForm.LISTS)) {
      reader.rows(row -> rows.add(row));
      reader.rows(_ -> {});
      List<SheetProblem> problems = reader.problems();
      assertEquals(200, problems.size());
      assertEquals(ProblemCode.UNKNOWN_COLUMN, problems.getFirst().problem().code());
      assertEquals(
          Map.of("column", "Kolom 100", "value", "100", "count", "2"),
          problems.getFirst().problem().facts());
      assertEquals("CW2", problems.getFirst().cell());
    }
    assertEquals(List.of(true), rows.stream().map(IncomingRow::untouched).toList());
  }
}
