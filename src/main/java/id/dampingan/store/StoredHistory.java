package id.dampingan.store;

import id.dampingan.merge.KnownHistory;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Which changes the store knows: live in a submission, or remembered after they were replaced.
///
/// It answers as of the moment when a submission is first asked for; ask the store for another one
/// after a commit.
public final class StoredHistory implements KnownHistory {
  private static final int CHUNK = 500;

  private final Database database;
  private final FormTables tables;
  private final Map<UUID, Map<Dot, Map<String, String>>> known = new HashMap<>();

  StoredHistory(Database database, FormTables tables) {
    this.database = database;
    this.tables = tables;
  }

  /// Reads the history of many submissions of one table at once; the others are read one by one.
  public void load(String table, Collection<UUID> uuids) {
    TableShape shape = tables.find(table);
    uuids.forEach(uuid -> known.put(uuid, new HashMap<>()));
    if (shape != null) {
      database.with(sql -> {
        load(sql, new RowReader(sql, tables).rows(shape, uuids).values());
        return uuids;
      });
    }
  }

  private void load(DSLContext sql, Collection<StoredRow> rows) {
    List<UUID> roots = new ArrayList<>();
    List<UUID> uuids = new ArrayList<>();
    for (StoredRow row : rows) {
      Submission submission = row.submission();
      roots.add(submission.root());
      uuids.add(submission.uuid());
      submission
          .registers()
          .forEach((field, register) ->
              register
                  .live()
                  .forEach((dot, value) -> values(submission.uuid(), dot).put(field, value)));
    }
    for (int from = 0; from < roots.size(); from += CHUNK) {
      int to = Math.min(roots.size(), from + CHUNK);
      Remembered.entries(sql, roots.subList(from, to), uuids.subList(from, to))
          .forEach(entry -> {
            Map<String, String> values = values(entry.uuid(), entry.dot());
            entry.values().forEach(values::putIfAbsent);
          });
    }
  }

  private Map<String, String> values(UUID uuid, Dot dot) {
    return known
        .computeIfAbsent(uuid, _ -> new HashMap<>())
        .computeIfAbsent(dot, _ -> new HashMap<>());
  }

  private Map<Dot, Map<String, String>> of(UUID uuid) {
    Map<Dot, Map<String, String>> of = known.get(uuid);
    if (of == null) {
      known.put(uuid, new HashMap<>());
      database.with(sql -> {
        new RowReader(sql, tables).row(uuid).ifPresent(row -> load(sql, List.of(row)));
        return uuid;
      });
      of = known.getOrDefault(uuid, Map.of());
    }
    return of;
  }

  @Override
  public @Nullable String value(UUID uuid, Dot dot, String field) {
    return of(uuid).getOrDefault(dot, Map.of()).get(field);
  }

  @Override
  public boolean has(UUID uuid, Dot dot) {
    return of(uuid).containsKey(dot);
  }
}
