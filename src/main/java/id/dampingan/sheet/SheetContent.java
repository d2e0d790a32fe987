package id.dampingan.sheet;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.function.Consumer;

/// One sheet to write: a table of a form and its rows.
///
/// @param rows gives every row once, in the order to be shown
public record SheetContent(Form form, FormTable table, Rows rows) {
  /// Rows that are read while they are written, never all in memory.
  @FunctionalInterface
  public interface Rows {
    void each(Consumer<ExportRow> row);
  }
}
