package id.dampingan.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of an incoming sheet: canonical values with their addresses, and what its writer knew.
///
/// @param address file, sheet and row
/// @param form the table's name, `form` or `form/repeat`
/// @param formVersion the version that the workbook names for this form
/// @param uuid from the hidden column, or made from what was typed (MERGE 2)
/// @param parent a repeat's parent as the row names it, null of a filled form or if unknown
/// @param stamp null if the row was typed
/// @param cells by field, form's fields and system fields; a missing column has no entry
/// @param untouched whether the row's seal proves that no hand touched any cell
/// @param problems of the row as a whole; not empty: the row is held
public record IncomingRow(
    RowAddress address,
    String form,
    String formVersion,
    UUID uuid,
    @Nullable UUID parent,
    @Nullable RowStamp stamp,
    SortedMap<String, IncomingCell> cells,
    boolean untouched,
    List<Problem> problems) {

  public IncomingRow {
    cells = Collections.unmodifiableSortedMap(cells);
    problems = List.copyOf(problems);
  }

  /// The same row with other cells.
  public IncomingRow withCells(SortedMap<String, IncomingCell> others) {
    return new IncomingRow(
        address, form, formVersion, uuid, parent, stamp, others, untouched, problems);
  }

  /// The same row with these problems beside its own.
  public IncomingRow withProblems(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new IncomingRow(address, form, formVersion, uuid, parent, stamp, cells, untouched, all);
  }

  public boolean isTyped() {
    return stamp == null;
  }

  /// The address of this field's cell as Excel shows it, the row's number if it has no column.
  public String cellAddress(String field) {
    IncomingCell cell = cells.get(field);
    return cell == null ? Integer.toString(address.row()) : address.cell(cell.column());
  }
}
