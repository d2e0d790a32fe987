package id.dampingan.report;

import id.dampingan.programme.Indicator.Aggregate;
import org.jspecify.annotations.Nullable;

/// A sum that can be added to others before it becomes a figure: a mean or a ratio of villages is
/// that of all their records, not of their figures.
///
/// @param part what was counted or summed
/// @param whole how many records were looked at, or the sum divided by
public record Tally(Aggregate aggregate, double part, double whole) {
  /// The figure, null where there is nothing to divide by.
  public @Nullable Double value() {
    return switch (aggregate) {
      case COUNT, SUM -> part;
      case MEAN -> whole == 0 ? null : part / whole;
      case RATIO -> whole == 0 ? null : 100 * part / whole;
    };
  }

  static @Nullable Tally sum(@Nullable Tally a, @Nullable Tally b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : new Tally(a.aggregate(), a.part() + b.part(), a.whole() + b.whole());
  }
}
