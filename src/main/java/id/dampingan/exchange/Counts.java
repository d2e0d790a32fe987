package id.dampingan.exchange;

import id.dampingan.merge.Outcome;
import java.util.EnumMap;
import java.util.Map;

/// How many rows came out how; each row counts once (MERGE 3).
public final class Counts {
  private final Map<Outcome, Integer> rows = new EnumMap<>(Outcome.class);
  private int read;

  void add(Outcome outcome) {
    read++;
    rows.merge(outcome, 1, Integer::sum);
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

  /// Whether every row was known already.
  public boolean onlySame() {
    return of(Outcome.SAME) == read;
  }
}
