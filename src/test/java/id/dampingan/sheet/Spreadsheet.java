package id.dampingan.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Edits workbooks as a person with a spreadsheet program does.
final class Spreadsheet {
  private Spreadsheet() {}

  /// What the person does.
  interface Hand {
    void edit(XSSFWorkbook book);
  }

  static Path edit(Path file, Hand hand) throws IOException {
    Path edited = file.resolveSibling("edited-" + file.getFileName());
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(edited)) {
      hand.edit(book);
      book.write(out);
    }
    return edited;
  }

  /// The column with this machine name in row 1.
  static int column(Sheet sheet, String name) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(name)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + name);
  }

  /// The cell of a row, counted as Excel does.
  static Cell cell(Sheet sheet, String name, int row) {
    Row line = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
    return fresh(line, column(sheet, name));
  }

  /// POI writes a new text beside an inline one instead of in its place: take a new cell.
  static Cell fresh(Row line, int column) {
    Cell old = line.getCell(column);
    Cell cell = line.createCell(column);
    if (old != null) {
      cell.setCellStyle(old.getCellStyle());
    }
    return cell;
  }

  static void type(Sheet sheet, int row, String... namesAndTexts) {
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      cell(sheet, namesAndTexts[i], row).setCellValue(namesAndTexts[i + 1]);
    }
  }

  /// Moves a row to another sheet, cell by cell.
  static void copy(Row from, Row to, int shift) {
    for (Cell cell : from) {
      Cell copy = to.createCell(cell.getColumnIndex() + shift);
      switch (cell.getCellType()) {
        case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
        case STRING -> copy.setCellValue(cell.getStringCellValue());
        default -> {}
      }
    }
  }
}
