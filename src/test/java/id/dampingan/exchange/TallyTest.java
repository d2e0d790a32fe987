package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.merge.Outcome;
import id.dampingan.submission.RowAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The law of the counts can fail: each way in which a row may get lost is noticed.
class TallyTest {
  private static FileResult result(int found, List<RowChange> told, Outcome... outcomes) {
    Counts counts = new Counts();
    counts.found(found);
    for (Outcome outcome : outcomes) {
      counts.add(outcome);
    }
    return new FileResult(
        "f.xlsx",
        "",
        "",
        null,
        FileResult.Kind.MERGED,
        null,
        counts,
        List.of(),
        List.of(),
        told,
        List.of());
  }

  private static RowChange row(Outcome outcome) {
    return new RowChange(
        new RowAddress("f.xlsx", "F", 3), "f", new UUID(0, 1), "", outcome, List.of());
  }

  private static final List<RowChange> TWO = List.of(row(Outcome.NEW), row(Outcome.CHANGED));

  @Test
  void holdsWhereEveryRowIsToldOf() {
    assertDoesNotThrow(() -> Tally.check(result(2, TWO, Outcome.NEW, Outcome.CHANGED), 2));
  }

  @Test
  void failsWhereARowWasReadButNeverPlanned() {
    FileResult lost = result(3, TWO, Outcome.NEW, Outcome.CHANGED);
    assertFalse(lost.counts().addsUp());
    assertThrows(AssertionError.class, () -> Tally.check(lost, 3));
  }

  @Test
  void failsWhereARowWasCountedTwice() {
    FileResult twice = result(2, TWO, Outcome.NEW, Outcome.CHANGED, Outcome.CHANGED);
    assertFalse(twice.counts().addsUp());
    assertThrows(AssertionError.class, () -> Tally.check(twice, 2));
  }

  @Test
  void failsWhereTheReaderPassedOverARow() {
    assertThrows(
        AssertionError.class, () -> Tally.check(result(2, TWO, Outcome.NEW, Outcome.CHANGED), 3));
  }

  @Test
  void failsWhereACountHasNoRowsBehindIt() {
    assertThrows(
        AssertionError.class, () -> Tally.check(result(2, TWO, Outcome.NEW, Outcome.NEW), 2));
  }
}
