package id.dampingan.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sheets of an opened file, read row by row.
public interface CellFile extends AutoCloseable {
  /// The sheets' names in the file's order, hidden ones included.
  List<String> sheets();

  /// Gives the rows of a sheet that have a cell, in the file's order, until the visitor has enough.
  ///
  /// @param sheet its place in [#sheets]
  /// @throws WorkbookRefused if the sheet's part of the file is damaged
  void rows(int sheet, RowVisitor visitor) throws WorkbookRefused;

  /// The column that people see this one in, -1 if they see none: a translated table has columns
  /// that the file has not.
  default int place(int sheet, int column) {
    return column;
  }

  /// What the file itself calls the row that is just being given, or the empty text: another
  /// programme's number for it.
  default String rowId() {
    return "";
  }

  /// What the file itself calls the parent of the row that is just being given, or the empty text.
  default String parentId() {
    return "";
  }

  /// Whether day 0 is 1 January 1904.
  boolean since1904();

  @Override
  void close();

  /// Takes one row.
  @FunctionalInterface
  interface RowVisitor {
    /// @param row its number as Excel shows it
    /// @param cells from column A on; null where there is nothing
    /// @return whether to go on
    boolean row(int row, List<@Nullable RawCell> cells);
  }
}
