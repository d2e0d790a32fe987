package id.dampingan.ui.entry;

import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one act did to the form, so that it can be taken back and done again.
///
/// @param cells the answers that changed
/// @param added the rows that came
/// @param removed the rows that went, parents before children
record Step(List<Cell> cells, List<FilledRow> added, List<FilledRow> removed) {
  /// One answer before and after.
  record Cell(UUID row, String field, String before, String after) {}

  Step {
    cells = List.copyOf(cells);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  static Step of(Cell cell) {
    return new Step(List.of(cell), List.of(), List.of());
  }

  /// The act that takes this one back.
  Step reversed() {
    return new Step(
        cells.reversed().stream()
            .map(cell -> new Cell(cell.row(), cell.field(), cell.after(), cell.before()))
            .toList(),
        removed,
        added);
  }

  boolean changesRows() {
    return !added.isEmpty() || !removed.isEmpty();
  }

  // As text, for the next start

  static String write(List<Step> steps) {
    return Json.write(steps.stream().map(Step::json).toList());
  }

  private List<Object> json() {
    return List.of(
        cells.stream()
            .map(cell -> List.of(cell.row().toString(), cell.field(), cell.before(), cell.after()))
            .toList(),
        added.stream().map(Step::json).toList(),
        removed.stream().map(Step::json).toList());
  }

  private static List<Object> json(FilledRow row) {
    UUID parent = row.parent();
    return List.of(
        row.table(),
        row.uuid().toString(),
        parent == null ? "" : parent.toString(),
        row.order(),
        row.values());
  }

  /// Reads what [#write] wrote; what is no such text gives no steps.
  static List<Step> read(String text) {
    List<Step> steps = new ArrayList<>();
    try {
      for (Object each : list(text.isEmpty() ? List.of() : Json.read(text))) {
        List<?> parts = list(each);
        List<Cell> cells = new ArrayList<>();
        for (Object cell : list(parts.get(0))) {
          List<?> of = list(cell);
          cells.add(
              new Cell(
                  UUID.fromString(text(of.get(0))),
                  text(of.get(1)),
                  text(of.get(2)),
                  text(of.get(3))));
        }
        steps.add(new Step(cells, rows(parts.get(1)), rows(parts.get(2))));
      }
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | ClassCastException
        | NullPointerException _) {
      // A newer programme may have written it otherwise: there is nothing to undo then.
      return new ArrayList<>();
    }
    return steps;
  }

  private static List<FilledRow> rows(@Nullable Object json) {
    List<FilledRow> rows = new ArrayList<>();
    for (Object each : list(json)) {
      List<?> of = list(each);
      Map<String, String> values = new HashMap<>();
      ((Map<?, ?>) of.get(4)).forEach((field, value) -> values.put(text(field), text(value)));
      String parent = text(of.get(2));
      rows.add(
          new FilledRow(
              text(of.get(0)),
              UUID.fromString(text(of.get(1))),
              parent.isEmpty() ? null : UUID.fromString(parent),
              ((Number) of.get(3)).intValue(),
              values));
    }
    return rows;
  }

  private static List<?> list(@Nullable Object json) {
    return (List<?>) Objects.requireNonNull(json);
  }

  private static String text(@Nullable Object json) {
    return (String) Objects.requireNonNull(json);
  }
}
