package id.dampingan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;

/// A row of a workbook as anybody with a spreadsheet library sees it: texts under machine names.
///
/// @param table the form's id, or `form/repeat`
/// @param cells of every column that the sheet has, the hidden ones too
@NullUnmarked
record PaperRow(String table, String sheet, int number, Map<String, String> cells) {
  private static final String MARKER = "_lembar=";

  static List<PaperRow> read(Path file) throws IOException {
    List<PaperRow> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        String table = table(sheet);
        if (table == null) {
          continue;
        }
        Map<String, Integer> columns = columns(sheet);
        for (int i = 2; i <= sheet.getLastRowNum(); i++) {
          Row row = sheet.getRow(i);
          Map<String, String> cells = new LinkedHashMap<>();
          columns.forEach(
              (name, column) -> cells.put(name, row == null ? "" : text(row.getCell(column))));
          boolean filled =
              cells.entrySet().stream()
                  .anyMatch(e -> !e.getKey().startsWith("_induk:") && !e.getValue().isEmpty());
          if (filled) {
            rows.add(new PaperRow(table, sheet.getSheetName(), i + 1, cells));
          }
        }
      }
    }
    return rows;
  }

  /// The table that a sheet holds, or null if it holds none.
  static String table(Sheet sheet) {
    Row names = sheet.getRow(0);
    if (names != null) {
      for (Cell cell : names) {
        String name = text(cell);
        if (name.startsWith(MARKER) && name.contains("@")) {
          return name.substring(MARKER.length(), name.indexOf('@'));
        }
      }
    }
    return null;
  }

  static Map<String, Integer> columns(Sheet sheet) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (Cell cell : sheet.getRow(0)) {
      String name = text(cell);
      if (!name.isEmpty() && !name.startsWith(MARKER)) {
        columns.put(name, cell.getColumnIndex());
      }
    }
    return columns;
  }

  static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    if (cell.getCellType() == CellType.NUMERIC) {
      double number = cell.getNumericCellValue();
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
    return cell.getCellType() == CellType.BLANK ? "" : cell.getStringCellValue().strip();
  }

  String cell(String name) {
    return cells.getOrDefault(name, "");
  }

  boolean isTyped() {
    return cell("_uuid").isEmpty();
  }
}
