package id.dampingan.report;

import id.dampingan.programme.Indicator;
import id.dampingan.programme.Indicator.Direction;
import id.dampingan.programme.Indicator.Source;
import id.dampingan.programme.Pack;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One village's indicators through the rounds, and what their change is made of (FORMS 5).
///
/// @param round the round that is "now"
/// @param baselineRound the village's first
/// @param rounds those of each line's series, the oldest first, the last being `round`
/// @param lines in the pack's order, those of which nothing is known left out
/// @param households units at `round`
/// @param assessed those of them whose conditions were assessed
public record VillageFigures(
    String round,
    String baselineRound,
    List<String> rounds,
    List<Line> lines,
    int households,
    int assessed) {
  private static final int LONGEST = 8;
  private static final String HOUSEHOLDS = "rumah_tangga";

  /// What a change means for the village.
  public enum Meaning {
    BETTER,
    WORSE,
    SAME,
    /// It rose, which is neither good nor bad.
    UP,
    DOWN,
    NO_BASELINE,
    UNKNOWN
  }

  /// One indicator.
  ///
  /// @param series its value at each round, null where nothing was assessed
  /// @param changed how much it changed in the households that were there at the baseline too, null
  ///     where it is not theirs
  /// @param moved how much it changed because households came or left, null likewise
  public record Line(
      Indicator indicator,
      Figure figure,
      List<@Nullable Double> series,
      @Nullable Double changed,
      @Nullable Double moved) {

    /// In the sense of better and worse, not of up and down.
    public Meaning meaning() {
      Tally now = figure.now();
      if (now == null || now.value() == null) {
        return Meaning.UNKNOWN;
      }
      Double change = figure.change();
      if (change == null) {
        return Meaning.NO_BASELINE;
      }
      if (change == 0) {
        return Meaning.SAME;
      }
      boolean up = change > 0;
      return switch (indicator.direction()) {
        case NONE -> up ? Meaning.UP : Meaning.DOWN;
        case UP, DOWN ->
            up == (indicator.direction() == Direction.UP) ? Meaning.BETTER : Meaning.WORSE;
      };
    }
  }

  public VillageFigures {
    rounds = List.copyOf(rounds);
    lines = List.copyOf(lines);
  }

  /// Computes them from the store.
  public static VillageFigures of(Store store, Pack pack, String village, String round) {
    Records records = new Records(store, Set.of(village));
    String baseline = Recap.baseline(records, records.all("penugasan"), village, round);
    List<String> rounds = rounds(baseline, round);
    List<Line> lines = new ArrayList<>();
    for (Indicator indicator : pack.indicators()) {
      Figure figure =
          new Figure(
              at(records, indicator, village, baseline),
              at(records, indicator, village, Recap.previous(round)),
              at(records, indicator, village, round));
      List<@Nullable Double> series = new ArrayList<>();
      for (String each : rounds) {
        Tally tally = at(records, indicator, village, each);
        series.add(tally == null ? null : tally.value());
      }
      if (series.stream().anyMatch(value -> value != null)) {
        Double changed = changed(records, indicator, village, baseline, round);
        Double change = figure.change();
        lines.add(
            new Line(
                indicator,
                figure,
                series,
                changed,
                changed == null || change == null ? null : change - changed));
      }
    }
    List<StoredRow> households = records.at(HOUSEHOLDS, village, round);
    return new VillageFigures(
        round,
        baseline,
        rounds,
        lines,
        households.size(),
        (int) households.stream().filter(row -> row.value("dinilai").equals("1")).count());
  }

  /// From the baseline to the round, the last ones where there are many.
  private static List<String> rounds(String baseline, String round) {
    List<String> rounds = new ArrayList<>(List.of(round));
    String before = Recap.previous(round);
    while (!before.isEmpty() && before.compareTo(baseline) >= 0 && rounds.size() < LONGEST) {
      rounds.addFirst(before);
      before = Recap.previous(before);
    }
    return rounds;
  }

  private static @Nullable Tally at(
      Records records, Indicator indicator, String village, String round) {
    return Recap.tally(indicator, records.at(indicator.form(), village, round));
  }

  /// The change in the households assessed at both rounds; null of other figures.
  private static @Nullable Double changed(
      Records records, Indicator indicator, String village, String baseline, String round) {
    boolean sums =
        indicator.aggregate() == Indicator.Aggregate.COUNT
            || indicator.aggregate() == Indicator.Aggregate.SUM;
    if (indicator.source() != Source.RT || !indicator.form().equals(HOUSEHOLDS) || !sums) {
      return null;
    }
    Map<String, Double> then = parts(records, indicator, village, baseline);
    Map<String, Double> now = parts(records, indicator, village, round);
    double changed = 0;
    for (Map.Entry<String, Double> each : now.entrySet()) {
      Double before = then.get(each.getKey());
      if (before != null) {
        changed += each.getValue() - before;
      }
    }
    return changed;
  }

  private static Map<String, Double> parts(
      Records records, Indicator indicator, String village, String round) {
    Map<String, Double> parts = new HashMap<>();
    for (StoredRow row : records.at(indicator.form(), village, round)) {
      Tally own = Recap.tally(indicator, List.of(row));
      if (own != null) {
        parts.put(Records.unit(indicator.form(), row), own.part());
      }
    }
    return parts;
  }
}
