package id.dampingan.exchange;

import id.dampingan.merge.Outcome;
import java.util.EnumMap;
import java.util.Map;

/// How many rows came out how; each row counts once (MERGE 3).
///
/// How many rows there were is known from the reading, how each came out from the planning: only if
/// every row was taken through to its end do the two add up.
public final class Counts {
  private final Map<Outcome, Integer> rows = new EnumMap<>(Outcome.class);
  private int read;

  /// A row came out.
  void add(Outcome outcome) {
    rows.merge(outcome, 1, Integer::sum);
  }

  /// The reading found rows.
  void found(long more) {
    read += Math.toIntExact(more);
  }

  Counts plus(Counts more) {
    Counts sum = new Counts();
    sum.read = read + more.read;
    sum.rows.putAll(rows);
    more.rows.forEach((outcome, count) -> sum.rows.merge(outcome, count, Integer::sum));
    return sum;
  }

  /// All rows that were read.
  public int read() {
    return read;
  }

  public int of(Outcome outcome) {
    return rows.getOrDefault(outcome, 0);
  }

  /// The rows that came out somehow.
  public int accounted() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Whether every row that was read came out as one of the outcomes.
  public boolean addsUp() {
    return read == accounted();
  }

  /// Whether every row was known already.
  public boolean onlySame() {
    return of(Outcome.SAME) == read;
  }
}
