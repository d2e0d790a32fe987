package id.dampingan.store;

import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Keeps rows of repeats with the filled form that they belong to now: a row may have moved to
/// another parent, or have come before the row above it.
///
/// The root is a function of the parents that are known, so it is the same in whatever order rows
/// come; all that is kept of a submission is keyed by it and moves along.
final class Roots {
  private static final Set<String> KEYED =
      Set.of("change", "history", "conflict", "stands_for", "decision");

  private final DSLContext sql;
  private final FormTables tables;
  private final Map<UUID, TableShape> asked = new LinkedHashMap<>();

  Roots(DSLContext sql, FormTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /// Looks whether a written row may have another root, or rows below it may.
  void written(@Nullable Submission before, Submission after) {
    TableShape shape = tables.get(after.form());
    if (!shape.isRepeat()) {
      return;
    }
    boolean moved = before == null || !Objects.equals(before.parent(), after.parent());
    boolean nested = !shape.form().equals(shape.parent());
    if (!after.root().equals(after.parent()) && (!nested || moved) || moved && hasRepeats(shape)) {
      asked.put(after.uuid(), shape);
    }
  }

  private boolean hasRepeats(TableShape shape) {
    return tables.ofForm(shape.form()).stream()
        .anyMatch(each -> shape.name().equals(each.parent()));
  }

  /// Puts right what was written; everything else of the batch is written.
  ///
  /// @return the filled forms that lost or got rows, with their form's id
  Map<UUID, String> settle() {
    Map<UUID, String> touched = new LinkedHashMap<>();
    Deque<Map.Entry<UUID, TableShape>> open = new ArrayDeque<>(asked.entrySet());
    Set<UUID> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      var next = open.poll();
      UUID uuid = next.getKey();
      TableShape shape = next.getValue();
      UUID is = stored(shape, uuid);
      if (is == null || !seen.add(uuid)) {
        continue;
      }
      UUID right = root(shape, uuid);
      Set<UUID> old = new LinkedHashSet<>(Set.of(uuid));
      if (right != null && !right.equals(is)) {
        move(shape, uuid, is, right);
        touched.put(is, shape.form());
        touched.put(right, shape.form());
        old.add(is);
      }
      // Rows below that came before this one have it as their root, others the root that it had.
      for (TableShape below : tables.ofForm(shape.form())) {
        if (shape.name().equals(below.parent())) {
          sql.select(RowColumn.UUID)
              .from(below.sql())
              .where(RowColumn.ROOT.in(old))
              .and(parentColumn(below).eq(uuid.toString()))
              .forEach(row -> open.add(Map.entry(row.value1(), below)));
        }
      }
    }
    asked.clear();
    return touched;
  }

  /// Up the parents as far as they are known; the last one is the root.
  private @Nullable UUID root(TableShape shape, UUID uuid) {
    UUID parent = parent(shape, uuid);
    if (parent == null || shape.form().equals(shape.parent())) {
      return parent;
    }
    TableShape above = tables.find(Objects.requireNonNull(shape.parent()));
    UUID higher = above == null ? null : root(above, parent);
    return higher == null ? parent : higher;
  }

  private static org.jooq.Field<String> parentColumn(TableShape shape) {
    TableShape.Column column = Objects.requireNonNull(shape.column(SystemField.PARENT));
    return DSL.field(DSL.name(column.sqlName()), String.class);
  }

  private @Nullable UUID parent(TableShape shape, UUID uuid) {
    Record row =
        sql.select(parentColumn(shape)).from(shape.sql()).where(RowColumn.UUID.eq(uuid)).fetchOne();
    String text = row == null ? null : row.get(0, String.class);
    return text == null || text.isEmpty() ? null : UUID.fromString(text);
  }

  private @Nullable UUID stored(TableShape shape, UUID uuid) {
    Record row =
        sql.select(RowColumn.ROOT).from(shape.sql()).where(RowColumn.UUID.eq(uuid)).fetchOne();
    return row == null ? null : row.get(RowColumn.ROOT);
  }

  private void move(TableShape shape, UUID uuid, UUID from, UUID to) {
    sql.update(shape.sql())
        .set(RowColumn.ROOT, to)
        .where(RowColumn.ROOT.eq(from))
        .and(RowColumn.UUID.eq(uuid))
        .execute();
    for (String table : KEYED) {
      sql.execute("update " + table + " set root = ? where root = ? and uuid = ?", to, from, uuid);
    }
  }
}
