package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/// An `.xls` of Excel 97 to 2003, held in memory: its sheets have at most 65,536 rows.
final class OldExcelFile implements CellFile {
  private static final long MOST_BYTES = 256L << 20;

  private final HSSFWorkbook book;

  private OldExcelFile(HSSFWorkbook book) {
    this.book = book;
  }

  /// Opens the file, or gives null if it is no such workbook.
  ///
  /// @param keys tried if it is encrypted; says afterwards which fitted
  /// @throws WorkbookRefused if it stays locked
  static @Nullable OldExcelFile openIfOne(Path file, Keyring keys)
      throws IOException, WorkbookRefused {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(2);
    }
    if (head.length < 2 || (head[0] & 0xff) != 0xd0 || (head[1] & 0xff) != 0xcf) {
      return null;
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("the workbook is too large");
    }
    try (InputStream in = Files.newInputStream(file);
        POIFSFileSystem container = new POIFSFileSystem(in)) {
      return container.getRoot().hasEntryCaseInsensitive("Workbook")
          ? new OldExcelFile(unlocked(file, container, keys))
          : null;
    } catch (RuntimeException e) {
      // A broken record leads POI into whatever exception comes first.
      throw new IOException("no readable workbook: " + e, e);
    }
  }

  /// Opened by the first password that fits; POI takes it from the thread, and tries its own for
  /// none.
  private static HSSFWorkbook unlocked(Path file, POIFSFileSystem container, Keyring ring)
      throws IOException, WorkbookRefused {
    List<@Nullable String> keys = new ArrayList<>();
    keys.add(null);
    keys.addAll(ring.passwords());
    EncryptedDocumentException locked = null;
    for (String key : keys) {
      Biff8EncryptionKey.setCurrentUserPassword(key);
      try {
        HSSFWorkbook book = new HSSFWorkbook(container);
        if (key != null) {
          ring.fits(key);
        }
        return book;
      } catch (EncryptedDocumentException e) {
        locked = e;
      } finally {
        Biff8EncryptionKey.setCurrentUserPassword(null);
      }
    }
    ProblemCode code = ring.isAsked() ? ProblemCode.PASSWORD_WRONG : ProblemCode.PASSWORD_MISSING;
    throw new WorkbookRefused(
        Problem.of(code, Map.of("value", String.valueOf(file.getFileName()))),
        Objects.requireNonNull(locked));
  }

  @Override
  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  @Override
  public boolean since1904() {
    return book.getInternalWorkbook().isUsing1904DateWindowing();
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) {
    for (Row row : book.getSheetAt(sheet)) {
      List<@Nullable RawCell> cells = new ArrayList<>();
      boolean filled = false;
      for (int i = 0; i < row.getLastCellNum(); i++) {
        Cell cell = row.getCell(i);
        RawCell raw = cell == null ? null : raw(cell);
        cells.add(raw);
        filled |= raw != null;
      }
      if (filled && !visitor.row(row.getRowNum() + 1, cells)) {
        return;
      }
    }
  }

  private static @Nullable RawCell raw(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> {
        String text = cell.getRichStringCellValue().getString();
        yield text.isEmpty() ? null : RawCell.text(text);
      }
      case NUMERIC ->
          new RawCell(
              RawCell.Kind.NUMBER,
              Double.toString(cell.getNumericCellValue()),
              DateUtil.isCellDateFormatted(cell));
      case BOOLEAN ->
          new RawCell(RawCell.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE", false);
      case ERROR ->
          new RawCell(
              RawCell.Kind.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString(), false);
      default -> null;
    };
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
