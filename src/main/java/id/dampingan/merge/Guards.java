package id.dampingan.merge;

import id.dampingan.submission.Digest;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Notices what no single row can show: shifted rows, copied rows, an emptied column (MERGE 7).
///
/// One for each sheet, in two passes: first every row is observed, then every row is asked about.
/// It looks at the workbook alone.
public final class Guards {
  private static final int FEWEST = 5;
  private static final int PERCENT = 20;

  private final Set<String> keys;
  private final Set<String> derived;
  private final Set<UUID> seen = new HashSet<>();
  private final Set<UUID> repeated = new HashSet<>();
  private final Map<String, Column> columns = new HashMap<>();
  private int stamped;
  private int shifted;

  /// @param keys the table's key fields, empty if it has none
  /// @param derived the fields that the form computes
  public Guards(Set<String> keys, Set<String> derived) {
    this.keys = Set.copyOf(keys);
    this.derived = Set.copyOf(derived);
  }

  private static final class Column {
    private int filled;
    private int emptied;
  }

  /// The first pass.
  public void observe(IncomingRow row) {
    RowStamp stamp = row.stamp();
    if (stamp == null) {
      return;
    }
    stamped++;
    if (!seen.add(row.uuid())) {
      repeated.add(row.uuid());
    }
    int filled = 0;
    int edited = 0;
    boolean keyEdited = false;
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      String field = entry.getKey();
      IncomingCell cell = entry.getValue();
      if (SystemField.is(field) || derived.contains(field)) {
        continue;
      }
      boolean empty = cell.value().isEmpty();
      if (!empty) {
        filled++;
        edited += cell.edited() ? 1 : 0;
      }
      keyEdited |= cell.edited() && keys.contains(field);
      if (cell.edited() ? wasFilled(row.uuid(), stamp, field) : !empty) {
        Column column = columns.computeIfAbsent(field, _ -> new Column());
        column.filled++;
        column.emptied += empty ? 1 : 0;
      }
    }
    if (keys.isEmpty() ? 2 * edited > filled : keyEdited) {
      shifted++;
    }
  }

  /// The second pass: why this row is held as a whole; empty if it is not.
  public List<Problem> problems(IncomingRow row) {
    List<Problem> problems = new ArrayList<>();
    if (isMany(shifted, stamped)) {
      problems.add(Problem.of(ProblemCode.ROWS_SHIFTED, facts(shifted, stamped)));
    }
    if (row.stamp() != null && repeated.contains(row.uuid()) && isEdited(row)) {
      problems.add(Problem.of(ProblemCode.ROW_COPIED, Map.of("uuid", row.uuid().toString())));
    }
    return problems;
  }

  /// The second pass: the cells of this row that wait because their column was emptied.
  public Map<String, Problem> emptied(IncomingRow row) {
    Map<String, Problem> waiting = new HashMap<>();
    RowStamp stamp = row.stamp();
    if (stamp == null || row.untouched()) {
      return waiting;
    }
    for (Map.Entry<String, IncomingCell> entry : row.cells().entrySet()) {
      IncomingCell cell = entry.getValue();
      Column column = columns.get(entry.getKey());
      if (column != null
          && cell.edited()
          && cell.value().isEmpty()
          && isMany(column.emptied, column.filled)
          && wasFilled(row.uuid(), stamp, entry.getKey())) {
        waiting.put(
            entry.getKey(),
            Problem.of(
                ProblemCode.COLUMN_EMPTIED,
                Map.of(
                    "column",
                    entry.getKey(),
                    "count",
                    Integer.toString(column.emptied),
                    "of",
                    Integer.toString(column.filled))));
      }
    }
    return waiting;
  }

  private boolean isEdited(IncomingRow row) {
    return row.cells().entrySet().stream()
        .anyMatch(entry -> entry.getValue().edited() && !derived.contains(entry.getKey()));
  }

  private static boolean wasFilled(UUID uuid, RowStamp stamp, String field) {
    RowStamp.Stamp cell = stamp.cells().get(field);
    return cell != null && !cell.fingerprint().equals(Digest.fingerprint(uuid, field, ""));
  }

  private static boolean isMany(int count, int all) {
    return count >= FEWEST && 100L * count > (long) PERCENT * all;
  }

  private static Map<String, String> facts(int count, int all) {
    return Map.of("count", Integer.toString(count), "of", Integer.toString(all));
  }
}
