package id.dampingan.merge;

import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.VersionVector;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
/// @param version the changes that the row's writer had taken into account
/// @param replaced by held field, the changes whose value its cell was to replace
public record HeldRow(
    RowAddress address,
    String form,
    String formVersion,
    UUID uuid,
    @Nullable UUID parent,
    boolean wholeRow,
    List<HeldCell> cells,
    Map<String, String> values,
    String stampText,
    VersionVector version,
    Map<String, Set<Dot>> replaced) {

  public HeldRow {
    replaced = Map.copyOf(replaced);
    cells = List.copyOf(cells);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// A row whose writer knew of no change.
  public HeldRow(
      RowAddress address,
      String form,
      String formVersion,
      UUID uuid,
      @Nullable UUID parent,
      boolean wholeRow,
      List<HeldCell> cells,
      Map<String, String> values,
      String stampText) {
    this(
        address,
        form,
        formVersion,
        uuid,
        parent,
        wholeRow,
        cells,
        values,
        stampText,
        VersionVector.EMPTY,
        Map.of());
  }

  /// Whether it waits only until its form arrives: there is nothing to mend.
  public boolean waitsForItsForm() {
    return cells.stream()
        .allMatch(cell ->
            Set.of(ProblemCode.UNKNOWN_FORM, ProblemCode.UNKNOWN_FORM_VERSION)
                .contains(cell.problem().code()));
  }

  /// What a row says and why it waits, wherever it stands: equal rows wait once.
  public String digest() {
    return Digest.of(
        List.of(
            form,
            uuid.toString(),
            Objects.toString(parent, ""),
            wholeRow,
            values,
            stampText,
            cells.stream()
                .map(cell -> List.of(cell.field(), cell.value(), cell.problem().code().name()))
                .toList()),
        26);
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
    RowStamp stamp = plan.row().stamp();
    Map<String, Set<Dot>> replaced = new TreeMap<>();
    for (HeldCell cell : plan.held()) {
      RowStamp.Stamp known = stamp == null ? null : stamp.cells().get(cell.field());
      if (known != null && !known.dots().isEmpty()) {
        replaced.put(cell.field(), known.dots());
      }
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
        stampText,
        stamp == null ? VersionVector.EMPTY : stamp.version(),
        replaced);
  }
}
