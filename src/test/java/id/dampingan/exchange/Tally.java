package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.Outcome;
import id.dampingan.store.BatchCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/// The counts of a file beside what anybody with a spreadsheet library counts in it.
@NullUnmarked
final class Tally {
  private Tally() {}

  /// @param rows that stand in the file, counted without our reader
  static void check(FileResult preview, FileResult result, int rows, Bureau place) {
    assertEquals(counts(preview), counts(result), "the preview said what then happened");
    check(result, rows);
    Long batch = result.batch();
    if (batch != null) {
      BatchCounts kept = place.store().batch(batch).orElseThrow().counts();
      Counts of = result.counts();
      assertEquals(
          new BatchCounts(
              of.read(),
              of.of(Outcome.NEW),
              of.of(Outcome.CHANGED),
              of.of(Outcome.SAME),
              of.of(Outcome.DELETED),
              of.of(Outcome.CONFLICT),
              of.of(Outcome.HELD)),
          kept,
          "what the batch remembers");
    }
  }

  static void check(FileResult result, int rows) {
    Counts counts = result.counts();
    assertEquals(rows, counts.read(), "rows read");
    assertTrue(counts.addsUp(), "the counts say that they add up");
    assertEquals(rows, counts(result).values().stream().mapToInt(each -> each).sum(), "the sum");
    List<RowChange> told = new ArrayList<>(result.changes());
    told.addAll(result.unchanged());
    Map<Outcome, Integer> behind =
        told.stream().collect(Collectors.toMap(RowChange::outcome, _ -> 1, Integer::sum));
    counts(result)
        .forEach((outcome, count) -> {
          if (count <= FileResult.MOST_UNCHANGED) {
            assertEquals(count, behind.getOrDefault(outcome, 0), "rows behind " + outcome);
          }
        });
  }

  private static Map<Outcome, Integer> counts(FileResult result) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, result.counts().of(outcome));
    }
    return counts;
  }
}
