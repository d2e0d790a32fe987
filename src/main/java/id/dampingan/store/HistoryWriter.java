package id.dampingan.store;

import id.dampingan.merge.Change;
import id.dampingan.merge.HistoryEntry;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Json;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes what a batch did and what it replaced.
///
/// A live value stands in its submission; it is remembered here as soon as it is replaced, so that a
/// new submission costs no line of history.
final class HistoryWriter implements AutoCloseable {
  private static final int BATCH = 500;

  private record Key(UUID root, UUID uuid, Dot dot) {}

  private record Entry(boolean late, SortedMap<String, String> values) {}

  private final Connection connection;
  private final long batch;
  private final PreparedStatement changes;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private int waiting;
  private int number;

  HistoryWriter(Connection connection, long batch) throws SQLException {
    this.connection = connection;
    this.batch = batch;
    this.changes =
        connection.prepareStatement(
            "insert into change (root, uuid, batch, number, form, dots, sheet, row_number, outcome,"
                + " before, after, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', false)");
  }

  void write(Change change) throws SQLException {
    Submission before = change.before();
    Submission after = change.after();
    for (HistoryEntry entry : change.history()) {
      entry
          .values()
          .forEach((field, value) -> {
            boolean was = before != null && before.register(field).live().containsKey(entry.dot());
            if (!was && !after.register(field).live().containsKey(entry.dot())) {
              remember(after, entry.dot(), true, field, value);
            }
          });
    }
    if (before == null || before.equals(after)) {
      return;
    }
    before
        .registers()
        .forEach((field, register) -> {
          Register fresh = after.register(field);
          register
              .live()
              .forEach((dot, value) -> {
                if (!fresh.live().containsKey(dot)) {
                  remember(after, dot, false, field, value);
                }
              });
        });
    addChange(change, before);
    Decisions.note(connection, batch, before, after);
  }

  private void remember(Submission of, Dot dot, boolean late, String field, String value) {
    entries
        .computeIfAbsent(
            new Key(of.root(), of.uuid(), dot),
            _ -> new Entry(late, new TreeMap<>(CodePoints.ORDER)))
        .values()
        .put(field, value);
  }

  private void addChange(Change change, Submission before) throws SQLException {
    Submission after = change.after();
    var source = change.source();
    int index = 1;
    changes.setObject(index++, after.root());
    changes.setObject(index++, after.uuid());
    changes.setLong(index++, batch);
    changes.setInt(index++, number++);
    changes.setString(index++, after.form());
    changes.setString(index++, fresh(before.version(), after.version()));
    changes.setString(index++, source == null ? "" : source.sheet());
    changes.setInt(index++, source == null ? 0 : source.row());
    changes.setString(index++, change.outcome().name());
    changes.setString(index, ChangeText.of(before, after));
    changes.addBatch();
    if (++waiting >= BATCH) {
      flushChanges();
    }
  }

  private static String fresh(VersionVector before, VersionVector after) {
    StringBuilder dots = new StringBuilder();
    after
        .counters()
        .forEach((writer, counter) -> {
          if (before.counter(writer) < counter) {
            dots.append(dots.isEmpty() ? "" : ",").append(writer).append('.').append(counter);
          }
        });
    return dots.toString();
  }

  /// Remembers what a fresh dot of an undo restores.
  void standsFor(Submission of, Map<Dot, Set<Dot>> restored) throws SQLException {
    if (restored.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into stands_for (root, uuid, fresh, restored, batch) values (?, ?, ?, ?, ?)")) {
      for (var entry : restored.entrySet()) {
        List<String> dots = entry.getValue().stream().map(Dot::toString).toList();
        // A dot that gave "no value" back stands for nothing, which is something to remember.
        for (String dot : dots.isEmpty() ? List.of("") : dots) {
          insert.setObject(1, of.root());
          insert.setObject(2, of.uuid());
          insert.setString(3, entry.getKey().toString());
          insert.setString(4, dot);
          insert.setLong(5, batch);
          insert.executeUpdate();
        }
      }
    }
  }

  /// What a withdrawn batch said of one submission stays readable but counts no more.
  ///
  /// @param left the state that the batch left
  /// @param before the state before the batch, null if the batch made the submission
  /// @param source the row of the file that it came from
  void withdraw(
      long withdrawn, Submission left, @Nullable Submission before, RowReader.Origin source)
      throws SQLException {
    execute(
        "update history set withdrawn = true where root = ? and uuid = ? and batch = ?",
        left.root(),
        left.uuid(),
        withdrawn);
    execute(
        "delete from stands_for where root = ? and uuid = ? and batch = ?",
        left.root(),
        left.uuid(),
        withdrawn);
    execute(
        "update change set withdrawn = true where root = ? and uuid = ? and batch = ?",
        left.root(),
        left.uuid(),
        withdrawn);
    // One more line for the reader: the whole act at once, its numbers below those of the batch.
    execute(
        "insert into change (root, uuid, batch, number, form, dots, sheet, row_number, outcome,"
            + " before, after, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)",
        left.root(),
        left.uuid(),
        withdrawn,
        ChangeLine.numberOf(batch),
        left.form(),
        fresh(before == null ? VersionVector.EMPTY : before.version(), left.version()),
        source.sheet(),
        source.row(),
        ChangeLine.WITHDRAWN,
        before == null ? ChangeText.NOTHING : ChangeText.of(before, left),
        before == null ? ChangeText.whole(left) : ChangeText.of(left, before));
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void flushChanges() throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      changes.executeBatch();
    }
  }

  void flush() throws SQLException {
    flushChanges();
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into history (root, uuid, writer, counter, batch, late, withdrawn, content)"
                + " values (?, ?, ?, ?, ?, ?, false, ?)")) {
      int count = 0;
      for (var entry : entries.entrySet()) {
        Key key = entry.getKey();
        insert.setObject(1, key.root());
        insert.setObject(2, key.uuid());
        insert.setString(3, key.dot().writer());
        insert.setLong(4, key.dot().counter());
        insert.setLong(5, batch);
        insert.setBoolean(6, entry.getValue().late());
        insert.setString(7, Json.write(entry.getValue().values()));
        insert.addBatch();
        if (++count % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    entries.clear();
  }

  @Override
  public void close() throws SQLException {
    changes.close();
  }
}
