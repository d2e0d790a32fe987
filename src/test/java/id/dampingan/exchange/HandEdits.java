package id.dampingan.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// One of our workbooks in the hands of somebody who knows nothing of its hidden columns.
///
/// Rows and columns are found by what stands in them; row 0 holds the machine names.
final class HandEdits implements AutoCloseable {
  static {
    // Long texts pack well.
    ZipSecureFile.setMinInflateRatio(0);
  }

  private final XSSFWorkbook book;

  private HandEdits(XSSFWorkbook book) {
    this.book = book;
  }

  static HandEdits of(Path file) throws IOException {
    return new HandEdits(new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file))));
  }

  XSSFWorkbook book() {
    return book;
  }

  /// The sheet of a table, whatever it is called.
  Sheet sheet(String table) {
    for (Sheet sheet : book) {
      Row names = sheet.getRow(0);
      if (names != null) {
        for (Cell cell : names) {
          if (text(cell).startsWith("_lembar=" + table + "@")) {
            return sheet;
          }
        }
      }
    }
    throw new AssertionError("no sheet of " + table);
  }

  static int column(Sheet sheet, String field) {
    for (Cell cell : sheet.getRow(0)) {
      if (text(cell).equals(field)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + field);
  }

  static String text(Cell cell) {
    return switch (cell.getCellType()) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC ->
          new BigDecimal(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
      default -> "";
    };
  }

  /// The row of a submission.
  Row row(String table, UUID uuid) {
    Sheet sheet = sheet(table);
    int column = column(sheet, "_uuid");
    for (Row row : sheet) {
      if (row.getRowNum() > 1 && text(cell(row, column)).equals(uuid.toString())) {
        return row;
      }
    }
    throw new AssertionError("no row of " + uuid);
  }

  static Cell cell(Row row, int column) {
    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  Cell cell(String table, UUID uuid, String field) {
    return cell(row(table, uuid), column(sheet(table), field));
  }

  /// POI leaves the text of an inline cell as it was unless the cell is emptied first.
  static void write(Cell cell, String value) {
    cell.setBlank();
    cell.setCellValue(value);
  }

  static void write(Cell cell, double value) {
    cell.setBlank();
    cell.setCellValue(value);
  }

  HandEdits put(String table, UUID uuid, String field, String value) {
    write(cell(table, uuid, field), value);
    return this;
  }

  HandEdits clear(String table, UUID uuid, String field) {
    cell(table, uuid, field).setBlank();
    return this;
  }

  /// Types a new row below the others.
  HandEdits type(String table, Map<String, String> values) {
    Sheet sheet = sheet(table);
    int last = 1;
    int uuid = column(sheet, "_uuid");
    for (Row row : sheet) {
      boolean filled = false;
      for (Cell cell : row) {
        filled |= cell.getColumnIndex() >= uuid && !text(cell).isEmpty();
      }
      last = filled ? Math.max(last, row.getRowNum()) : last;
    }
    Row row = sheet.getRow(last + 1) == null ? sheet.createRow(last + 1) : sheet.getRow(last + 1);
    values.forEach((field, value) -> write(cell(row, column(sheet, field)), value));
    return this;
  }

  Path save(Path out) throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      book.write(stream);
    }
    return out;
  }

  @Override
  public void close() throws IOException {
    book.close();
  }

  /// Rewrites the parts of a zip.
  static Path rewrite(Path in, Path out, BiFunction<String, byte[], byte[]> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile parts = new ZipFile(in.toFile());
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(parts.entries())) {
        byte[] content = parts.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(change.apply(entry.getName(), content));
        zip.closeEntry();
      }
    }
    return Files.write(out, bytes.toByteArray());
  }
}
