package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import id.dampingan.submission.IncomingRow;
import id.dampingan.workbook.WorkbookRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads one workbook, or one `.csv` with machine names as header, row by row.
public final class WorkbookReader implements AutoCloseable {
  private WorkbookReader() {}

  /// Opens the file and reads what it says of itself.
  ///
  /// @param programme ours; a workbook that names another is refused
  /// @param passwords tried one after another if the file is encrypted
  /// @throws WorkbookRefused if the file as a whole cannot be taken
  public static WorkbookReader open(
      Path file, String programme, List<String> passwords, FormSource forms, ChoiceLists lists)
      throws WorkbookRefused {
    throw new UnsupportedOperationException("being written");
  }

  public WorkbookMeta meta() {
    throw new UnsupportedOperationException("being written");
  }

  /// Every row once, in the sheets' order, filled forms before their repeats; may be called twice.
  public void rows(Consumer<IncomingRow> each) throws WorkbookRefused {
    rows((row, _) -> each.accept(row));
  }

  /// The same, with the hidden texts as they stood.
  public void rows(RowVisitor visitor) throws WorkbookRefused {
    throw new UnsupportedOperationException("being written");
  }

  /// Unknown columns, columns that occur twice, sheets that were not read; complete after [#rows].
  public List<SheetProblem> problems() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {}

  /// Takes one row and its hidden texts.
  @FunctionalInterface
  public interface RowVisitor {
    void row(IncomingRow row, HiddenTexts hidden);
  }
}
