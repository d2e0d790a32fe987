package id.dampingan.ui;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Says how long work will still take, from how far it came in which time.
///
/// Nothing is said of the first moments: they tell more of starting than of the work.
final class TimeLeft {
  private static final double NANOS = 1e9;

  /// What must have passed before anything is said.
  private static final double FIRST_SECONDS = 2;

  private static final double FIRST_SHARE = 0.02;

  /// How much of the older guess a new one keeps, so that the words do not jump.
  private static final double KEPT = 0.6;

  private final LongSupplier nanos;
  private final long begun;
  private double seconds = -1;

  /// @param nanos a clock that only goes forward
  TimeLeft(LongSupplier nanos) {
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /// @param share of the work that is done, negative: unknown
  /// @return seconds, empty if nothing can be said yet
  OptionalLong at(double share) {
    double passed = (nanos.getAsLong() - begun) / NANOS;
    if (share < FIRST_SHARE || passed < FIRST_SECONDS) {
      return OptionalLong.empty();
    }
    double guess = passed * (1 - Math.min(1, share)) / share;
    seconds = seconds < 0 ? guess : KEPT * seconds + (1 - KEPT) * guess;
    return OptionalLong.of(Math.round(seconds));
  }
}
