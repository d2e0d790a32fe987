package id.dampingan.report;

import org.jspecify.annotations.Nullable;

/// An indicator of one village, or of several, at three rounds; null where nothing was assessed.
///
/// @param baseline at the village's first round
/// @param previous at the round before
/// @param now at the round itself
public record Figure(@Nullable Tally baseline, @Nullable Tally previous, @Nullable Tally now) {
  public static final Figure NONE = new Figure(null, null, null);

  /// How much it changed since the baseline, null if one side was not assessed.
  public @Nullable Double change() {
    if (baseline == null || now == null) {
      return null;
    }
    Double before = baseline.value();
    Double after = now.value();
    return before == null || after == null ? null : after - before;
  }

  /// The figure of both together.
  public Figure plus(Figure other) {
    return new Figure(
        Tally.sum(baseline, other.baseline),
        Tally.sum(previous, other.previous),
        Tally.sum(now, other.now));
  }
}
