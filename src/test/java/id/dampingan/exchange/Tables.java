package id.dampingan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes files as other programmes leave them.
final class Tables {
  private Tables() {}

  /// @param sheets by name, rows of texts and numbers; the empty text is no cell
  static Path excel(Path file, Map<String, List<List<Object>>> sheets) throws IOException {
    boolean old = file.toString().endsWith(".xls");
    try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      sheets.forEach((name, rows) -> {
        Sheet sheet = book.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
          Row row = sheet.createRow(r);
          for (int c = 0; c < rows.get(r).size(); c++) {
            fill(row.createCell(c), rows.get(r).get(c));
          }
        }
      });
      book.write(out);
    }
    return file;
  }

  private static void fill(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (!value.equals("")) {
      cell.setCellValue(value.toString());
    }
  }
}
