package id.dampingan.report;

import id.dampingan.form.Choice;
import id.dampingan.programme.Indicator;
import id.dampingan.programme.Pack;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The round's recap: each village's indicators at its baseline, at the round before and now
/// (FORMS 8.1).
///
/// @param round such as `2026-2`
/// @param indicators in the order of their columns
/// @param villages sorted by code
public record Recap(String round, List<Indicator> indicators, List<Village> villages) {
  /// One village's line.
  ///
  /// @param agencies who accompanies it
  /// @param reported whether it has any record of the round
  public record Village(
      String code,
      String name,
      String district,
      List<String> agencies,
      List<String> partners,
      String baselineRound,
      boolean reported,
      Map<Indicator, Figure> figures) {}

  /// Computes the recap from the store.
  public static Recap of(Store store, Pack pack, String round) {
    return of(store, pack, round, Set.of());
  }

  /// The same of some villages.
  ///
  /// @param only their codes, empty: every village
  public static Recap of(Store store, Pack pack, String round, Set<String> only) {
    Records records = new Records(store, only);
    Map<String, String> agencies = labels(store, "opd");
    Map<String, String> partners = labels(store, "mitra");
    Map<String, String> names = labels(store, "desa");
    Map<String, String> districts = pack.districts();
    Map<String, List<StoredRow>> assignments = new TreeMap<>();
    for (StoredRow row : records.all("penugasan")) {
      assignments.computeIfAbsent(row.village(), _ -> new ArrayList<>()).add(row);
    }
    Set<String> codes = new TreeSet<>(assignments.keySet());
    for (String form : List.of("rumah_tangga", "profil_desa", "permasalahan", "potensi")) {
      codes.addAll(records.villages(form));
    }
    codes.remove("");
    List<Village> villages = new ArrayList<>();
    for (String code : codes) {
      List<StoredRow> assigned = assignments.getOrDefault(code, List.of());
      String baseline = baseline(records, assigned, code, round);
      Map<Indicator, Figure> figures = new LinkedHashMap<>();
      for (Indicator indicator : pack.indicators()) {
        figures.put(
            indicator,
            new Figure(
                tally(indicator, records.at(indicator.form(), code, baseline)),
                tally(indicator, records.at(indicator.form(), code, previous(round))),
                tally(indicator, records.at(indicator.form(), code, round))));
      }
      villages.add(
          new Village(
              code,
              names.getOrDefault(code, code),
              districts.getOrDefault(code.substring(0, Math.min(8, code.length())), ""),
              named(assigned, "opd", agencies),
              named(assigned, "mitra", partners),
              baseline,
              hasReported(records, code, round),
              figures));
    }
    return new Recap(round, pack.indicators(), villages);
  }

  /// The round before, by the calendar: `2026-1` after `2025-4`.
  static String previous(String round) {
    if (!round.matches("[0-9]{4}-[1-4]")) {
      return "";
    }
    int year = Integer.parseInt(round.substring(0, 4));
    int quarter = round.charAt(5) - '0';
    return quarter == 1 ? (year - 1) + "-4" : year + "-" + (quarter - 1);
  }

  private static Map<String, String> labels(Store store, String list) {
    Map<String, String> labels = new HashMap<>();
    for (Choice item : store.lists().items(list)) {
      labels.put(item.value(), item.label().in("id"));
    }
    return labels;
  }

  private static List<String> named(
      List<StoredRow> assigned, String field, Map<String, String> labels) {
    Set<String> names = new TreeSet<>();
    for (StoredRow row : assigned) {
      for (String code : row.value(field).split(" ")) {
        if (!code.isEmpty()) {
          names.add(labels.getOrDefault(code, code));
        }
      }
    }
    return List.copyOf(names);
  }

  static String baseline(Records records, List<StoredRow> assigned, String village, String round) {
    TreeSet<String> rounds = new TreeSet<>();
    assigned.forEach(row -> rounds.add(row.value("putaran_awal")));
    rounds.remove("");
    if (rounds.isEmpty()) {
      rounds.addAll(records.rounds("rumah_tangga", village));
      rounds.addAll(records.rounds("profil_desa", village));
    }
    return rounds.isEmpty() ? round : rounds.first();
  }

  private static boolean hasReported(Records records, String village, String round) {
    return List.of("rumah_tangga", "profil_desa", "permasalahan", "potensi", "kunjungan").stream()
        .anyMatch(form -> records.rounds(form, village).contains(round));
  }

  /// The indicator of these records, null if there was nothing to look at.
  static @Nullable Tally tally(Indicator indicator, List<StoredRow> records) {
    double part = 0;
    double whole = 0;
    boolean any = false;
    for (StoredRow row : records) {
      if (!indicator.base().isMetBy(known(row))) {
        continue;
      }
      String field = indicator.field();
      boolean meets = indicator.condition().isMetBy(known(row));
      switch (indicator.aggregate()) {
        case COUNT -> {
          // An empty flag was not assessed (FORMS 5).
          if (field.isEmpty() || !known(row).apply(field).isEmpty()) {
            any = true;
            part += meets ? 1 : 0;
            whole++;
          }
        }
        case SUM, MEAN -> {
          Double value = sum(row, field);
          if (value != null && meets) {
            any = true;
            part += value;
            whole++;
          }
        }
        case RATIO -> {
          any = true;
          if (indicator.per().isEmpty()) {
            part += meets ? 1 : 0;
            whole++;
          } else {
            part += orZero(sum(row, field));
            whole += orZero(sum(row, indicator.per()));
          }
        }
      }
    }
    return any ? new Tally(indicator.aggregate(), part, whole) : null;
  }

  /// The answers as figures see them: where only the reason is known why there is none, nothing.
  private static UnaryOperator<String> known(StoredRow row) {
    return field -> Missing.known(row.value(field));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /// The sum of fields joined by `+`, null if none has a number.
  private static @Nullable Double sum(StoredRow row, String fields) {
    List<Double> numbers =
        Arrays.stream(fields.split("\\+"))
            .map(row::value)
            .filter(value -> value.matches("-?[0-9]+(\\.[0-9]+)?"))
            .map(Double::valueOf)
            .toList();
    return numbers.isEmpty() ? null : numbers.stream().mapToDouble(Double::doubleValue).sum();
  }
}
