package id.dampingan.store;

import static org.jooq.impl.DSL.field;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;

/// What is remembered of changes beside the submissions: values that live no more, and what undos
/// stand for.
final class Remembered {
  private Remembered() {}

  /// Values of one change that no longer live.
  record Entry(UUID uuid, Dot dot, long batch, boolean late, Map<String, String> values) {}

  /// What still counts of these submissions' history.
  static List<Entry> entries(DSLContext sql, Collection<UUID> roots, Collection<UUID> uuids) {
    List<Entry> entries = new ArrayList<>();
    if (roots.isEmpty()) {
      return entries;
    }
    sql.select(
            field("uuid", UUID.class),
            field("writer", String.class),
            field("counter", Long.class),
            field("batch", Long.class),
            field("late", Boolean.class),
            field("content", String.class))
        .from("history")
        .where(RowColumn.ROOT.in(Set.copyOf(roots)))
        .and(RowColumn.UUID.in(uuids))
        .and("withdrawn = false")
        .orderBy(field("batch"))
        .forEach(row -> {
          Map<String, String> values = new TreeMap<>(CodePoints.ORDER);
          Stored.addTexts(row.value6(), values);
          entries.add(
              new Entry(
                  row.value1(),
                  new Dot(row.value2(), row.value3()),
                  row.value4(),
                  row.value5(),
                  values));
        });
    return entries;
  }

  static Map<UUID, Map<Dot, Set<Dot>>> standsFor(DSLContext sql, Collection<UUID> uuids) {
    Set<UUID> wanted = Set.copyOf(uuids);
    Map<UUID, Map<Dot, Set<Dot>>> standsFor = new HashMap<>();
    // Undos are few: their table is read whole.
    sql.fetch("select uuid, fresh, restored from stands_for")
        .forEach(row -> {
          UUID uuid = row.get(0, UUID.class);
          if (wanted.contains(uuid)) {
            Set<Dot> restored =
                standsFor
                    .computeIfAbsent(uuid, _ -> new HashMap<>())
                    .computeIfAbsent(Dot.parse(row.get(1, String.class)), _ -> new TreeSet<>());
            String dot = row.get(2, String.class);
            if (!dot.isEmpty()) {
              restored.add(Dot.parse(dot));
            }
          }
        });
    return standsFor;
  }
}
