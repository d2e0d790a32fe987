package id.dampingan.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import id.dampingan.form.Form;
import id.dampingan.merge.Review;
import id.dampingan.submission.Submission;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// How many filled forms there are, kept in the transaction that changes it: the differences of one
/// batch.
final class Summary {
  private static final List<Field<Integer>> COUNTS =
      List.of("complete", "draft", "conflict", "deleted", "held", "returned").stream()
          .map(count -> field(name(count), Integer.class))
          .toList();
  private static final Field<String> FORM = field(name("form"), String.class);
  private static final Field<String> VILLAGE = field(name("village"), String.class);
  private static final Field<String> ROUND = field(name("round"), String.class);

  private record Cell(String form, String village, String round) {}

  private final Map<Cell, int[]> differences = new LinkedHashMap<>();

  /// Counts a change of a filled form; rows of repeats are no filled forms.
  ///
  /// @param was whether it was shown as complete
  /// @param is whether it is now
  void change(@Nullable Submission before, boolean was, @Nullable Submission after, boolean is) {
    count(before, was, -1);
    count(after, is, 1);
  }

  private void count(@Nullable Submission submission, boolean complete, int by) {
    if (submission == null) {
      return;
    }
    int[] counts =
        counts(
            submission.form(),
            submission.value(SubmissionRows.VILLAGE_FIELD),
            submission.value(SubmissionRows.ROUND_FIELD));
    if (submission.isDeleted()) {
      counts[3] += by;
    } else if (complete) {
      counts[0] += by;
    } else {
      counts[1] += by;
    }
    if (submission.isInConflict()) {
      counts[2] += by;
    }
    if (!submission.isDeleted() && Review.waits(submission)) {
      counts[5] += by;
    }
  }

  /// Counts a row that begins or ceases to wait.
  void held(String table, String village, String round, int by) {
    counts(Form.idOf(table), village, round)[4] += by;
  }

  private int[] counts(String form, String village, String round) {
    return differences.computeIfAbsent(new Cell(form, village, round), _ -> new int[COUNTS.size()]);
  }

  void write(DSLContext sql) {
    differences.forEach((cell, counts) -> {
      if (Arrays.stream(counts).allMatch(count -> count == 0)) {
        return;
      }
      Map<Field<?>, Object> changed = new LinkedHashMap<>();
      Map<Field<?>, Object> fresh = new LinkedHashMap<>();
      for (int i = 0; i < counts.length; i++) {
        changed.put(COUNTS.get(i), COUNTS.get(i).plus(counts[i]));
        fresh.put(COUNTS.get(i), counts[i]);
      }
      int updated =
          sql.update(table(name("summary")))
              .set(changed)
              .where(FORM.eq(cell.form()))
              .and(VILLAGE.eq(cell.village()))
              .and(ROUND.eq(cell.round()))
              .execute();
      if (updated == 0) {
        sql.insertInto(table(name("summary")))
            .set(FORM, cell.form())
            .set(VILLAGE, cell.village())
            .set(ROUND, cell.round())
            .set(fresh)
            .execute();
      }
    });
  }

  static List<FormCount> read(DSLContext sql) {
    return sql.fetch(
            "select form, village, round, complete, draft, conflict, deleted, held, returned"
                + " from summary"
                + " where complete <> 0 or draft <> 0 or conflict <> 0 or deleted <> 0 or held <> 0"
                + " or returned <> 0 order by form, village, round")
        .map(row ->
            new FormCount(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                row.get(7, Integer.class),
                row.get(8, Integer.class)));
  }
}
