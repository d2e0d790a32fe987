package id.dampingan.workbook;

import java.util.List;

/// One sheet of a small workbook as plain texts, such as the sheets of an XLSForm.
///
/// @param name the sheet's name as written
/// @param rows the rows that hold anything, in order
public record Grid(String name, List<Row> rows) {
  public Grid {
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param number as Excel shows it, from 1
  /// @param cells from column A on; the empty text where nothing stands
  public record Row(int number, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// The cell in this column, counted from 0, or the empty text.
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }
}
