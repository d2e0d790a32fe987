package id.dampingan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.Office;
import id.dampingan.exchange.Progress;
import id.dampingan.exchange.SampleErrand;
import id.dampingan.programme.Indicator.Source;
import id.dampingan.programme.Pack;
import id.dampingan.programme.Timeline;
import id.dampingan.programme.VillageProgress;
import id.dampingan.report.VillageFigures.Line;
import id.dampingan.report.VillageFigures.Meaning;
import id.dampingan.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a village's screen tells of the merged sample.
class VillageFiguresTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-10T03:42:00Z"), ZoneId.of("Asia/Jakarta"));
  private static final String VILLAGE = "33.16.13.2001";

  @TempDir static Path folder;
  private static List<Store> open = new ArrayList<>();

  @BeforeAll
  static void mergeTheSample() throws Exception {
    SampleErrand sample = new SampleErrand("id", CLOCK);
    Path master = sample.prepareMaster(folder);
    Store store = Store.open(master, SampleErrand.PASSWORD.toCharArray(), CLOCK);
    open.add(store);
    Office office = new Office(store, "Contoh Wening", "id", CLOCK);
    for (Path file : sample.files(folder)) {
      new ImportErrand(office, List.of()).merge(file, Progress.SILENT);
    }
  }

  @AfterAll
  static void close() {
    open.forEach(Store::close);
  }

  private static VillageFigures figures(String round) {
    return VillageFigures.of(open.getFirst(), Pack.load(), VILLAGE, round);
  }

  private static Line line(VillageFigures figures, String code, Source source) {
    return figures.lines().stream()
        .filter(line -> line.indicator().code().equals(code))
        .filter(line -> line.indicator().line().isEmpty())
        .filter(line -> line.indicator().source() == source)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void figuresAreThoseOfTheRecapAndTheirSeriesEndsWithNow() {
    VillageFigures figures = figures("2026-2");
    Recap.Village recap =
        Recap.of(open.getFirst(), Pack.load(), "2026-2").villages().stream()
            .filter(village -> village.code().equals(VILLAGE))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("2026-1", "2026-2"), figures.rounds());
    for (Line line : figures.lines()) {
      assertEquals(recap.figures().get(line.indicator()), line.figure());
      Tally now = line.figure().now();
      assertEquals(now == null ? null : now.value(), line.series().getLast());
    }
  }

  @Test
  void aChangeIsSplitIntoTheSameHouseholdsAndThoseThatCameOrLeft() {
    for (Line line : figures("2026-2").lines()) {
      Double change = line.figure().change();
      if (line.changed() != null && line.moved() != null && change != null) {
        assertEquals(change, line.changed() + line.moved(), 1e-9);
      }
    }
    Line latrine = line(figures("2026-2"), "I01", Source.RT);
    assertEquals(
        List.of(-2.0, 4.0, Meaning.WORSE),
        List.of(
            latrine.changed() == null ? 0.0 : latrine.changed(),
            latrine.moved() == null ? 0.0 : latrine.moved(),
            latrine.meaning()));
  }

  @Test
  void theNextRoundBeginsWithWhatWasLastKnown() {
    Line then = line(figures("2026-2"), "I01", Source.RT);
    Line now = line(figures("2026-3"), "I01", Source.RT);
    assertEquals(then.figure().now(), now.figure().previous());
    assertEquals(then.figure().now(), now.figure().now());
  }

  @Test
  void anInterventionIsBehindWhenLessIsDoneThanTimeHasPassed() {
    Timeline early = Timeline.of(open.getFirst(), VILLAGE, LocalDate.of(2026, 6, 1));
    Timeline later = Timeline.of(open.getFirst(), VILLAGE, LocalDate.of(2026, 8, 1));
    Timeline past = Timeline.of(open.getFirst(), VILLAGE, LocalDate.of(2026, 12, 31));
    assertEquals(
        List.of(Timeline.State.RUNNING, Timeline.State.BEHIND, Timeline.State.LATE),
        List.of(
            early.bars().getFirst().state(),
            later.bars().getFirst().state(),
            past.bars().getFirst().state()));
    assertEquals(50.0, early.bars().getFirst().physical());
    assertEquals(List.of(2026), early.years());
    assertEquals(1, early.answered().size());
  }

  @Test
  void progressCountsEachHouseholdOnceAndTellsWhoFoundItOut() {
    VillageProgress progress = VillageProgress.of(open.getFirst(), VILLAGE);
    assertEquals(
        progress.verified(),
        progress.byOfficer().values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(List.of(10, 10), List.of(progress.verified(), progress.target()));
    assertEquals(LocalDate.of(2026, 5, 12), progress.lastVisit());
  }
}
