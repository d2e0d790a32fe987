package id.dampingan.sheet;

import id.dampingan.submission.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Something of a sheet that could not be taken: an unknown column, a column twice, a sheet.
///
/// @param sheet its name as the file has it
/// @param table the table that the sheet holds, the empty text if none
/// @param row of the column's header as Excel shows it, or 0
/// @param cell the address of the column's header as Excel shows it, or the empty text
/// @param problem with the facts `column` (its header), `value` (a sample) and `count` (filled cells)
/// @param values what stood in the column, by the row's uuid, of a typed row by its number
public record SheetProblem(
    String sheet, String table, int row, String cell, Problem problem, Map<String, String> values) {
  public SheetProblem {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// A sheet that was not read.
  static SheetProblem ofSheet(String sheet, Problem problem) {
    return new SheetProblem(sheet, "", 0, "", problem, Map.of());
  }
}
