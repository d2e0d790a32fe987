package id.dampingan.programme;

import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A village's interventions in time: what was planned, what was reported.
///
/// @param bars by their start
/// @param answered the uuids of problems and potentials that an intervention answers
public record Timeline(List<Bar> bars, Set<String> answered) {
  private static final String INTERVENTIONS = "intervensi";
  private static final String REPORTS = "kemajuan";

  /// So many percent less than the time that passed is being behind.
  private static final double SLACK = 10;

  /// How an intervention stands on a day.
  public enum State {
    PROPOSED,
    APPROVED,
    RUNNING,
    BEHIND,
    LATE,
    DONE,
    STOPPED
  }

  /// One intervention.
  ///
  /// @param agency the code of the responsible agency
  /// @param start the planned first day
  /// @param end the planned last day
  /// @param physical reported progress in percent, null: nothing reported
  /// @param reported the day of the latest report, null: none
  /// @param budget in rupiah
  /// @param spent in rupiah, as last reported
  /// @param lateDays days past the planned end, 0 if not late
  public record Bar(
      StoredRow row,
      String name,
      String agency,
      LocalDate start,
      LocalDate end,
      @Nullable Double physical,
      @Nullable LocalDate reported,
      double budget,
      double spent,
      State state,
      long lateDays) {}

  public Timeline {
    bars = List.copyOf(bars);
    answered = Set.copyOf(answered);
  }

  /// Reads a village's interventions and their latest reports.
  public static Timeline of(Store store, String village, LocalDate today) {
    Set<String> here = Set.of(village);
    Map<String, StoredRow> reports = new HashMap<>();
    if (store.form(REPORTS).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(REPORTS).inVillages(here),
          row ->
              reports.merge(
                  row.value("intervensi"), row, (a, b) -> Unit.LATEST.compare(a, b) >= 0 ? a : b));
    }
    List<Bar> bars = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    if (store.form(INTERVENTIONS).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(INTERVENTIONS).inVillages(here),
          row -> {
            answered.addAll(List.of(row.value("masalah").split(" ")));
            answered.addAll(List.of(row.value("potensi").split(" ")));
            Bar bar = bar(row, reports.get(row.submission().uuid().toString()), today);
            if (bar != null) {
              bars.add(bar);
            }
          });
    }
    answered.remove("");
    bars.sort(Comparator.comparing(Bar::start).thenComparing(Bar::end).thenComparing(Bar::name));
    return new Timeline(bars, answered);
  }

  /// The years that the bars touch, the earliest first.
  public List<Integer> years() {
    return bars.stream()
        .flatMap(bar ->
            java.util.stream.IntStream.rangeClosed(bar.start().getYear(), bar.end().getYear())
                .boxed())
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable Bar bar(StoredRow row, @Nullable StoredRow report, LocalDate today) {
    LocalDate start = day(row.value("mulai"));
    LocalDate end = day(row.value("selesai"));
    LocalDate from = start != null ? start : end;
    if (from == null) {
      return null;
    }
    LocalDate to = end == null || end.isBefore(from) ? from : end;
    Double physical = report == null ? null : number(report.value("persen"));
    State state = state(row.value("status_intervensi"), physical, from, to, today);
    Double budget = number(row.value("anggaran"));
    Double spent = report == null ? null : number(report.value("real_rp"));
    return new Bar(
        row,
        row.value("kegiatan"),
        row.value("opd_pj"),
        from,
        to,
        physical,
        report == null ? null : day(report.value("tanggal")),
        budget == null ? 0 : budget,
        spent == null ? 0 : spent,
        state,
        state == State.LATE ? ChronoUnit.DAYS.between(to, today) : 0);
  }

  private static State state(
      String status, @Nullable Double physical, LocalDate start, LocalDate end, LocalDate today) {
    double done = physical == null ? 0 : physical;
    if (status.equals("selesai") || done >= 100) {
      return State.DONE;
    }
    if (status.equals("batal") || status.equals("tertunda")) {
      return State.STOPPED;
    }
    if (end.isBefore(today)) {
      return State.LATE;
    }
    if (status.equals("usulan")) {
      return State.PROPOSED;
    }
    if (today.isBefore(start)) {
      return State.APPROVED;
    }
    double whole = ChronoUnit.DAYS.between(start, end) + 1.0;
    double passed = 100 * (ChronoUnit.DAYS.between(start, today) + 1) / whole;
    return done + SLACK < passed ? State.BEHIND : State.RUNNING;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static @Nullable Double number(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.valueOf(text) : null;
  }
}
