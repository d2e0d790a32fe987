package id.dampingan.store;

import static org.jooq.impl.DSL.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// One line of the table of changes: what one act did to one submission that was there, or what a
/// withdrawn import had done.
///
/// @param number rises within a batch; of a line that a withdrawal wrote it tells the withdrawal
/// @param before makes the state before it from the one after it
/// @param after of a withdrawal: makes the state that the withdrawn batch had left
/// @param withdrawn whether it counts no more
record ChangeLine(
    UUID root,
    UUID uuid,
    long batch,
    int number,
    String form,
    String sheet,
    int row,
    String outcome,
    String before,
    String after,
    boolean withdrawn) {
  /// The outcome of a line that a withdrawal wrote.
  static final String WITHDRAWN = "WITHDRAWN";

  private static final int CHUNK = 500;
  private static final List<Field<Object>> COLUMNS =
      List.of(
              "root",
              "uuid",
              "batch",
              "number",
              "form",
              "sheet",
              "row_number",
              "outcome",
              "before",
              "after",
              "withdrawn")
          .stream()
          .map(name -> field(name))
          .toList();

  /// Whether a withdrawal wrote it.
  boolean isWithdrawal() {
    return outcome.equals(WITHDRAWN);
  }

  /// The batch in which what it says happened: of a withdrawal its own, not the withdrawn one.
  long happenedIn() {
    return isWithdrawal() ? -1L - number : batch;
  }

  /// The number that a withdrawal's line has.
  static int numberOf(long withdrawal) {
    return -1 - Math.toIntExact(withdrawal);
  }

  /// The lines of these submissions, the newest first.
  ///
  /// @param of by uuid the root
  /// @param which only these
  static Map<UUID, List<ChangeLine>> read(DSLContext sql, Map<UUID, UUID> of, Condition which) {
    Map<UUID, List<ChangeLine>> lines = new HashMap<>();
    List<UUID> all = List.copyOf(of.keySet());
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<UUID> piece = all.subList(from, Math.min(all.size(), from + CHUNK));
      List<UUID> roots = piece.stream().map(of::get).distinct().toList();
      read(sql, roots, which.and(RowColumn.UUID.in(piece)), lines);
    }
    return lines;
  }

  /// The same of whole families.
  static Map<UUID, List<ChangeLine>> read(DSLContext sql, Collection<UUID> roots, Condition which) {
    Map<UUID, List<ChangeLine>> lines = new HashMap<>();
    List<UUID> all = List.copyOf(roots);
    for (int from = 0; from < all.size(); from += CHUNK) {
      read(sql, all.subList(from, Math.min(all.size(), from + CHUNK)), which, lines);
    }
    return lines;
  }

  private static void read(
      DSLContext sql, Collection<UUID> roots, Condition which, Map<UUID, List<ChangeLine>> into) {
    sql.select(COLUMNS)
        .from("change")
        .where(RowColumn.ROOT.in(roots))
        .and(which)
        .orderBy(field("batch").desc(), field("number").desc())
        .forEach(row ->
            into.computeIfAbsent(row.get(1, UUID.class), _ -> new ArrayList<>()).add(of(row)));
  }

  private static ChangeLine of(Record row) {
    return new ChangeLine(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, Long.class),
        row.get(3, Integer.class),
        row.get(4, String.class),
        row.get(5, String.class),
        row.get(6, Integer.class),
        row.get(7, String.class),
        row.get(8, String.class),
        row.get(9, String.class),
        row.get(10, Boolean.class));
  }
}
