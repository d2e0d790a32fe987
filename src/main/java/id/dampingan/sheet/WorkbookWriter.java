package id.dampingan.sheet;

import id.dampingan.form.ChoiceLists;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one workbook: a sheet a table, with what the merge needs in hidden columns.
public final class WorkbookWriter {
  private WorkbookWriter() {}

  /// Writes the workbook and leaves the stream open.
  ///
  /// @param sheets parents before their repeats
  /// @param language `id` or `en`: the labels that people see
  /// @param password Excel's own encryption, or null
  public static void write(
      OutputStream out,
      WorkbookHeader header,
      List<SheetContent> sheets,
      ChoiceLists lists,
      String language,
      @Nullable String password)
      throws IOException {
    throw new UnsupportedOperationException("being written");
  }
}
