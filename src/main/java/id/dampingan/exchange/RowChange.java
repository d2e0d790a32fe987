package id.dampingan.exchange;

import id.dampingan.merge.Outcome;
import id.dampingan.submission.RowAddress;
import java.util.List;
import java.util.UUID;

/// What one row changes, cell by cell.
///
/// @param table the form's id, or `form/repeat`
/// @param label the record's name for people, may be empty
/// @param cells fields whose shown value or set of candidates changes
public record RowChange(
    RowAddress source, String table, UUID uuid, String label, Outcome outcome, List<Cell> cells) {
  public RowChange {
    cells = List.copyOf(cells);
  }

  /// @param before the shown value before, empty if none
  /// @param after the shown value after; in a conflict all candidates, the shown one first
  public record Cell(String field, String before, List<String> after) {}
}
