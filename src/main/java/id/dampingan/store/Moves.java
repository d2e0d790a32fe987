package id.dampingan.store;

import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The changes of filled forms that one statement will write, told to the summary just before it.
///
/// Whether a filled form was shown as complete stands only in its row: it is asked once for all of
/// them, not once each.
final class Moves {
  /// One change.
  ///
  /// @param before null if it is new
  /// @param complete whether it is shown as complete afterwards
  private record Move(@Nullable Submission before, Submission after, boolean complete) {}

  private final TableShape shape;
  private final Summary summary;
  private final List<Move> waiting = new ArrayList<>();

  Moves(TableShape shape, Summary summary) {
    this.shape = shape;
    this.summary = summary;
  }

  void add(@Nullable Submission before, Submission after, boolean complete) {
    if (!shape.isRepeat()) {
      waiting.add(new Move(before, after, complete));
    }
  }

  /// Counts what waits; the rows are still as they were.
  void count(DSLContext sql) {
    if (waiting.isEmpty()) {
      return;
    }
    Set<UUID> asked = new HashSet<>();
    for (Move move : waiting) {
      if (move.before() != null) {
        asked.add(move.after().root());
      }
    }
    Map<UUID, Boolean> complete = complete(sql, asked);
    for (Move move : waiting) {
      UUID root = move.after().root();
      summary.change(
          move.before(), complete.getOrDefault(root, false), move.after(), move.complete());
      complete.put(root, move.complete());
    }
    waiting.clear();
  }

  /// Counts one that goes.
  void gone(DSLContext sql, Submission before) {
    if (!shape.isRepeat()) {
      boolean was = complete(sql, Set.of(before.root())).getOrDefault(before.root(), false);
      summary.change(before, was, null, false);
    }
  }

  private Map<UUID, Boolean> complete(DSLContext sql, Set<UUID> roots) {
    Map<UUID, Boolean> complete = new HashMap<>();
    if (!roots.isEmpty()) {
      sql.select(RowColumn.ROOT, RowColumn.COMPLETE)
          .from(shape.sql())
          .where(RowColumn.ROOT.in(roots))
          .forEach(row -> complete.put(row.value1(), row.value2()));
    }
    return complete;
  }
}
