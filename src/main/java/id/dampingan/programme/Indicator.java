package id.dampingan.programme;

import id.dampingan.submission.Localized;

/// A figure shown before and after: only a line of the pack's `indikator.csv` (its README tells the
/// columns).
///
/// @param code such as `I01`
/// @param line empty for the main line; a, b, … for parts or second readings
/// @param source whose figures they are; never mixed
/// @param form the table that it is computed from, `form` or `form/repeat`
/// @param field what is counted or summed; `a+b` adds two
/// @param base which records are looked at
/// @param condition which of them count
/// @param per what a ratio divides by, or the empty text
public record Indicator(
    String code,
    String line,
    Source source,
    Localized name,
    String unit,
    String form,
    String field,
    Aggregate aggregate,
    Condition base,
    Condition condition,
    String per,
    Direction direction,
    String sdgs) {

  /// Whose figures: household records, village profiles, or the programme's own.
  public enum Source {
    RT,
    DESA,
    PROGRAM
  }

  /// How records become one figure.
  public enum Aggregate {
    COUNT,
    SUM,
    MEAN,
    /// In percent.
    RATIO
  }

  /// Which way is better.
  public enum Direction {
    UP,
    DOWN,
    NONE
  }
}
