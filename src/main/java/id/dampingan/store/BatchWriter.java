package id.dampingan.store;

import static org.jooq.impl.DSL.condition;

import id.dampingan.merge.Change;
import id.dampingan.merge.HeldRow;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Writes one act as one transaction: wholly there after [#commit], or not at all.
public final class BatchWriter implements AutoCloseable {
  /// What the store does when a batch ends.
  ///
  /// @param committed with the batch and the tables that changed, while nobody else writes
  /// @param announce with the submissions that changed, when others may write again
  /// @param released in any case, the connection is free again
  record Ending(
      BiConsumer<Long, Set<String>> committed, Consumer<Set<UUID>> announce, Runnable released) {}

  private final Connection connection;
  private final DSLContext sql;
  private final FormTables tables;
  private final BatchHeader header;
  private final Instant at;
  private final OffsetDateTime now;
  private final Ending ending;
  private final long id;
  private final HistoryWriter history;
  private final Settling settling;
  private final Roots roots;
  private final Map<String, TableWriter> writers = new LinkedHashMap<>();
  private final Summary summary = new Summary();
  private final Places places = new Places();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Set<UUID> changed = new LinkedHashSet<>();
  private @Nullable BatchCounts counts;
  private boolean remembered;
  private boolean open = true;

  BatchWriter(
      Connection connection, FormTables tables, BatchHeader header, Instant at, Ending ending)
      throws SQLException {
    this.connection = connection;
    this.sql = Database.sql(connection);
    this.tables = tables;
    this.header = header;
    this.at = at;
    this.now = at.atOffset(ZoneOffset.UTC);
    this.ending = ending;
    this.id = Batches.newest(sql) + 1;
    this.history = new HistoryWriter(connection, id);
    this.settling = new Settling(sql, tables, id);
    this.roots = new Roots(sql, tables);
  }

  /// The number that the batch will have.
  public long id() {
    return id;
  }

  /// Writes what an act does to one submission.
  ///
  /// A second change of the same submission must begin where the first ended.
  ///
  /// @param derived what the form computes of the state after it, empty values may be there;
  ///     `_status` says whether it may be called complete where nobody said so
  /// @throws StoreFailure if the submission is no longer as the change found it
  public void write(Change change, Map<String, String> derived) {
    run(() -> {
      Submission before = change.before();
      Submission after = change.after();
      TableWriter writer = writer(after.form());
      if (before == null) {
        var source = change.source();
        writer.insert(
            after,
            derived,
            now,
            id,
            source == null ? "" : source.sheet(),
            source == null ? 0 : source.row());
      } else if (!before.equals(after)) {
        writer.update(before, after, derived, now);
      }
      history.write(change);
      remembered |= !change.history().isEmpty();
      history.standsFor(after, change.standsFor());
      places.written(after);
      if (!after.equals(before)) {
        roots.written(before, after);
        moved(before, after);
      }
      outcomes.merge(change.outcome(), 1, Integer::sum);
    });
  }

  private void moved(@Nullable Submission before, @Nullable Submission after) {
    Submission known = after != null ? after : Objects.requireNonNull(before);
    boolean was = before != null && before.isInConflict();
    boolean is = after != null && after.isInConflict();
    if (is && !was) {
      sql.execute(
          "insert into conflict (root, uuid, form) values (?, ?, ?)",
          known.root(),
          known.uuid(),
          known.form());
    } else if (was && !is) {
      sql.execute("delete from conflict where root = ? and uuid = ?", known.root(), known.uuid());
    }
    changed.add(known.uuid());
    settling.ask(known.uuid());
  }

  /// Writes computed values again; the submission itself stays as it is.
  public void derive(Submission submission, Map<String, String> derived) {
    run(() -> {
      writer(submission.form()).update(submission, submission, derived, now);
      changed.add(submission.uuid());
    });
  }

  /// Gives every written row of a repeat the root that its parents say now; asked before computed
  /// values are written, at the latest when the batch ends.
  ///
  /// @return the filled forms that lost or got rows, with their form's id
  public Map<UUID, String> settleRoots() {
    Map<UUID, String> touched = new LinkedHashMap<>();
    run(() -> {
      flush();
      touched.putAll(roots.settle());
    });
    return touched;
  }

  private void flush() throws SQLException {
    for (TableWriter writer : writers.values()) {
      writer.flush();
    }
    history.flush();
  }

  /// Filled forms and all rows of their repeats as this batch leaves them, parents before children;
  /// a filled form itself may be missing, and a family of which nothing is left is.
  public Map<UUID, List<StoredRow>> families(String form, Collection<UUID> roots) {
    Map<UUID, List<StoredRow>> families = new HashMap<>();
    run(() -> {
      for (TableWriter writer : writers.values()) {
        writer.flush();
      }
      families.putAll(new RowReader(sql, tables).families(form, roots));
    });
    return families;
  }

  /// Keeps a row that waits, unless one that says the same was kept before.
  ///
  /// @param village where it belongs, or the empty text
  /// @param round when it belongs, or the empty text
  /// @return whether it waits now: not if somebody already dealt with it
  public boolean hold(HeldRow row, String village, String round) {
    settling.ask(row.uuid());
    remembered |= settling.sentBy(row.digest(), header.senderWriter());
    places.held(row.form(), village, round);
    if (HeldRows.keep(sql, id, row, village, round)) {
      summary.held(row.form(), village, round, 1);
      remembered = true;
      return true;
    }
    return HeldRows.waits(sql, row);
  }

  /// A held row no longer waits: it was mended, taken, or given up.
  ///
  /// @param reason a short word, such as `mended`
  public void release(long hold, String reason) {
    HeldRows.release(sql, id, reason, summary, "id = ?", hold);
  }

  /// A held row that was given back came home, and waits for nothing any more.
  ///
  /// @param digest of the row as it was held
  public void answered(String digest) {
    remembered |= settling.answer(digest);
  }

  /// A row was taken as a whole; it may have waited for its form.
  ///
  /// @param stampText its hidden texts, asked for only if some row of it waited
  public void taken(UUID uuid, Supplier<String> stampText) {
    remembered |= settling.taken(uuid, stampText);
  }

  /// Withdraws what the undone batch did to one submission (MERGE 6b): it gets back its state
  /// before it, or goes if there was none; its history lines of that batch no longer count.
  ///
  /// @param current its state now, as the batch left it
  /// @param before its state before the batch, null if the batch made it
  /// @param derived what the form computes of `before`
  public void takeBack(
      Submission current, @Nullable Submission before, Map<String, String> derived) {
    run(() -> {
      TableWriter writer = writer(current.form());
      RowReader.Origin source = source(current, before == null);
      if (before == null) {
        writer.delete(current);
      } else {
        writer.update(current, before, derived, now);
        roots.written(current, before);
      }
      history.withdraw(header.undoes(), current, before, source);
      moved(current, before);
    });
  }

  /// The row that the undone batch had a submission from.
  private RowReader.Origin source(Submission of, boolean made) {
    RowReader.Origin nowhere = new RowReader.Origin(header.undoes(), "", 0);
    return made
        ? new RowReader(sql, tables)
            .origins(tables.get(of.form()), Set.of(of.uuid()))
            .getOrDefault(of.uuid(), nowhere)
        : ChangeLine.read(
                sql,
                Map.of(of.uuid(), of.root()),
                condition("batch = ? and number >= 0", header.undoes()))
            .getOrDefault(of.uuid(), List.of())
            .stream()
            .map(line -> new RowReader.Origin(line.batch(), line.sheet(), line.row()))
            .findFirst()
            .orElse(nowhere);
  }

  /// Whether nothing was written: then there is nothing to commit.
  public boolean isEmpty() {
    return changed.isEmpty() && !remembered;
  }

  /// Sets how the rows of a file counted; otherwise the written changes and held rows are counted.
  public void counts(BatchCounts rows) {
    this.counts = rows;
  }

  /// Ends a transaction that only computed values again: no act of anybody, so no batch.
  void commitDerived() {
    run(() -> {
      for (TableWriter writer : writers.values()) {
        writer.flush();
      }
      summary.write(sql);
      connection.commit();
      Database.sync(connection);
    });
    try {
      ending.committed().accept(id - 1, writers.keySet());
    } finally {
      end();
    }
    ending.announce().accept(changed);
  }

  /// Ends the transaction; on return it survives a power cut.
  public Batch commit() {
    Batch batch = new Batch(id, header, at, counts == null ? counted() : counts, null, 0);
    run(() -> {
      flush();
      roots.settle();
      if (header.kind() == BatchKind.WITHDRAW) {
        HeldRows.release(sql, id, "withdrawn", summary, "batch = ?", header.undoes());
        HeldRows.waitAgain(sql, header.undoes(), summary);
        settling.forget(header.undoes());
      }
      settling.settle(summary);
      if (header.kind() == BatchKind.IMPORT) {
        places.write(sql, tables, id);
      }
      summary.write(sql);
      Batches.insert(sql, batch);
      connection.commit();
      Database.sync(connection);
    });
    try {
      ending.committed().accept(id, writers.keySet());
    } finally {
      end();
    }
    ending.announce().accept(changed);
    return batch;
  }

  private BatchCounts counted() {
    int read = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    return new BatchCounts(
        read,
        outcomes.getOrDefault(Outcome.NEW, 0),
        outcomes.getOrDefault(Outcome.CHANGED, 0),
        outcomes.getOrDefault(Outcome.SAME, 0),
        outcomes.getOrDefault(Outcome.DELETED, 0),
        outcomes.getOrDefault(Outcome.CONFLICT, 0),
        outcomes.getOrDefault(Outcome.HELD, 0));
  }

  private TableWriter writer(String table) throws SQLException {
    TableWriter writer = writers.get(table);
    if (writer == null) {
      boolean madeHere = header.kind() == BatchKind.EDIT || header.kind() == BatchKind.UNDO;
      writer = new TableWriter(connection, tables.get(table), tables, summary, madeHere);
      writers.put(table, writer);
    }
    return writer;
  }

  /// Rolls back what was not committed.
  @Override
  public void close() {
    if (open) {
      try {
        connection.rollback();
      } catch (SQLException e) {
        throw new StoreFailure(e);
      } finally {
        end();
      }
    }
  }

  private void end() {
    open = false;
    try {
      for (TableWriter writer : writers.values()) {
        writer.close();
      }
      history.close();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } finally {
      ending.released().run();
    }
  }

  /// A piece of work on the database.
  private interface Work {
    void run() throws SQLException;
  }

  private void run(Work work) {
    if (!open) {
      throw new IllegalStateException("The batch has ended.");
    }
    try {
      work.run();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
