package id.dampingan.submission;

/// Where a row stands, kept to the end of the road.
///
/// @param file the file's name without its folder
/// @param sheet the sheet's name as the file has it
/// @param row the row's number as Excel shows it, from 1
public record RowAddress(String file, String sheet, int row) {
  /// The address of a cell of this row as Excel shows it, such as `D17`.
  ///
  /// @param column from 0
  public String cell(int column) {
    return columnName(column) + row;
  }

  /// Excel's name of a column: A, B, …, Z, AA, …
  ///
  /// @param column from 0
  public static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      name.insert(0, (char) ('A' + rest % 26));
    }
    return name.toString();
  }
}
