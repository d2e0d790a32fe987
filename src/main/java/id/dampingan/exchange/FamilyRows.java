package id.dampingan.exchange;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.FilledRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// The rows of one filled form in the order that a form takes them: those that count, and all.
///
/// A deleted row counts in no sum, yet what it says is judged and computed like any other, so that
/// the same rows give the same result in whatever order they came.
///
/// @param live the filled form and the rows under it that are not deleted; empty if it is missing
/// @param all every row; where one above it is missing, a blank one stands in
record FamilyRows(List<FilledRow> live, List<FilledRow> all) {

  /// @param counts whether a row is not deleted
  static FamilyRows of(Form form, UUID root, List<FilledRow> rows, Predicate<FilledRow> counts) {
    List<FilledRow> live = parentsFirst(root, rows.stream().filter(counts).toList());
    return new FamilyRows(
        live, live.size() == rows.size() ? live : parentsFirst(root, withBlanks(form, root, rows)));
  }

  boolean isWhole() {
    return live.size() == all.size();
  }

  /// The rows that count in no sum.
  Set<UUID> others() {
    Set<UUID> others = new HashSet<>();
    all.forEach(row -> others.add(row.uuid()));
    live.forEach(row -> others.remove(row.uuid()));
    return others;
  }

  private static List<FilledRow> withBlanks(Form form, UUID root, List<FilledRow> rows) {
    Map<UUID, FilledRow> known = new LinkedHashMap<>();
    rows.forEach(row -> known.put(row.uuid(), row));
    List<FilledRow> open = new ArrayList<>(rows);
    for (int i = 0; i < open.size(); i++) {
      FilledRow row = open.get(i);
      UUID parent = row.parent();
      if (parent == null || known.containsKey(parent)) {
        continue;
      }
      FormTable table = form.table(row.table()).orElse(null);
      FormTable above =
          table == null || table.parent() == null ? null : form.table(table.parent()).orElse(null);
      if (above != null) {
        FilledRow blank =
            new FilledRow(
                above.name(),
                parent,
                above.isRepeat() ? root : null,
                1,
                new TreeMap<>(CodePoints.ORDER));
        known.put(parent, blank);
        open.add(blank);
      }
    }
    return open;
  }

  /// The filled form, then its repeats' rows level by level, each level by order and uuid; rows
  /// whose parent is not there are left out. Empty if the filled form is not among them.
  private static List<FilledRow> parentsFirst(UUID root, List<FilledRow> rows) {
    Map<UUID, List<FilledRow>> children = new HashMap<>();
    List<FilledRow> sorted = new ArrayList<>();
    for (FilledRow row : rows) {
      UUID parent = row.parent();
      if (row.uuid().equals(root)) {
        sorted.add(row);
      } else if (parent != null) {
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row);
      }
    }
    Comparator<FilledRow> order =
        Comparator.comparing(FilledRow::table)
            .thenComparingInt(FilledRow::order)
            .thenComparing(row -> row.uuid().toString());
    for (int i = 0; i < sorted.size(); i++) {
      List<FilledRow> below = children.remove(sorted.get(i).uuid());
      if (below != null) {
        below.sort(order);
        sorted.addAll(below);
      }
    }
    return sorted;
  }
}
