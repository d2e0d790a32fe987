package id.dampingan.merge;

import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.RowAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of which something waits: what is needed to show it, to mend it and to send it back.
///
/// @param address where it stands
/// @param form the table's name
/// @param formVersion the version that its workbook names
/// @param uuid the submission
/// @param parent a repeat's parent as the row names it, or null
/// @param wholeRow whether nothing of the row was taken
/// @param cells what waits and why; an empty field stands for the row as a whole
/// @param values all cells as they stood, by field
/// @param stampText the hidden texts as they stood, the empty text of a typed row
public record HeldRow(
    RowAddress address,
    String form,
    String formVersion,
    UUID uuid,
    @Nullable UUID parent,
    boolean wholeRow,
    List<HeldCell> cells,
    Map<String, String> values,
    String stampText) {

  public HeldRow {
    cells = List.copyOf(cells);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// What waits of a planned row.
  ///
  /// @param plan a plan that counts as held
  /// @param stampText the hidden texts as they stood
  public static HeldRow of(RowPlan plan, String stampText) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, IncomingCell> cell : plan.row().cells().entrySet()) {
      values.put(cell.getKey(), cell.getValue().value());
    }
    boolean wholeRow =
        plan.row().isTyped() || plan.held().stream().anyMatch(cell -> cell.field().isEmpty());
    return new HeldRow(
        plan.row().address(),
        plan.row().form(),
        plan.row().formVersion(),
        plan.row().uuid(),
        plan.row().parent(),
        wholeRow,
        plan.held(),
        values,
        stampText);
  }
}
