package id.dampingan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How long work will still take.
class TimeLeftTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong(5 * SECOND);
  private final TimeLeft left = new TimeLeft(now::get);

  private OptionalLong after(long seconds, double share) {
    now.set((5 + seconds) * SECOND);
    return left.at(share);
  }

  @Test
  void followsWhatIsDone() {
    assertEquals(OptionalLong.of(30), after(10, 0.25));
  }

  @Test
  void saysNothingOfTheFirstMomentsNorOfWorkWithoutAMeasure() {
    assertEquals(OptionalLong.empty(), after(1, 0.5));
    assertEquals(OptionalLong.empty(), after(60, 0.01));
    assertEquals(OptionalLong.empty(), after(60, -1));
  }

  @Test
  void doesNotJumpWithOneSlowPiece() {
    assertEquals(OptionalLong.of(30), after(10, 0.25));
    assertEquals(OptionalLong.of(42), after(20, 0.25));
  }

  @Test
  void endsAtNothing() {
    assertEquals(OptionalLong.of(0), after(10, 1));
  }
}
