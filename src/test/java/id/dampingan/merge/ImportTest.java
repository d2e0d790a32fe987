package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingCell;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.RowStamp;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What one row does, to the letter of its names and counts.
class ImportTest {
  /// A first import, and the same again, must not ask.
  private static final KnownHistory NEVER_ASKED =
      new KnownHistory() {
        @Override
        public @Nullable String value(UUID uuid, Dot dot, String field) {
          throw new AssertionError("asked for " + dot);
        }

        @Override
        public boolean has(UUID uuid, Dot dot) {
          throw new AssertionError("asked for " + dot);
        }
      };

  @Test
  void handEditIsNamedByItsContentOneAboveWhatItReplaced() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(World.BASE, "kform", Map.of("k", "r", "f", "a"));
    place.edit(World.BASE, Map.of("k", "s"));
    Paper paper = place.export("wb");
    paper.rows.getFirst().cells.put("f", "x");

    place.read(paper);

    String hash = Digest.of(List.of(World.BASE.toString(), "f", List.of("Mmmmmmmm.1"), "x"), 10);
    assertEquals(
        Map.of(Dot.parse("~" + hash + ".2"), "x"), place.record(World.BASE).register("f").live());
    assertEquals(
        Map.of(Dot.parse("~" + hash + ".2"), "0"),
        place.record(World.BASE).register("_hapus").live());
    assertEquals(
        VersionVector.parse("Mmmmmmmm.2").join(VersionVector.of(Dot.parse("~" + hash + ".2"))),
        place.record(World.BASE).version());
  }

  @Test
  void typedRowHasOneDotOverItsFilledCells() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    Paper paper = new Paper("wb");
    paper.type("kform", Map.of("k", "1", "f", "p", "g", ""));
    UUID uuid = Digest.uuid8(List.of("kform", "", List.of("1")));

    assertEquals(List.of(Outcome.NEW), place.read(paper));

    String hash = Digest.of(List.of(uuid.toString(), Map.of("k", "1", "f", "p")), 10);
    assertEquals("~" + hash + ".1", place.record(uuid).version().toString());
    assertEquals("_hapus=0 f=p k=1 ", Place.picture(place.record(uuid)));
  }

  @Test
  void siblingsStayOpenBesideAHandEdit() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(World.BASE, "kform", Map.of("f", "a"));
    Place other = place.copy();
    other.writer = "Looooooo";
    other.edit(World.BASE, Map.of("f", "c"));
    place.edit(World.BASE, Map.of("f", "b"));
    assertEquals(List.of(Outcome.CONFLICT), place.read(other.export("o")));
    Paper paper = place.export("wb");
    paper.rows.getFirst().cells.put("f", "x");

    assertEquals(List.of(Outcome.CONFLICT), place.read(paper));

    assertEquals("c|x", Place.shown(place.record(World.BASE).register("f")));
    assertEquals("c", place.record(World.BASE).value("f"));
  }

  @Test
  void newerFormVersionAloneIsNoChangeOfTheRecord() {
    Place place = new Place("Mmmmmmmm", Place.TRUE);
    place.make(World.BASE, "kform", Map.of("f", "a"));
    IncomingRow row = place.export("wb").read().getFirst();
    IncomingRow newer =
        new IncomingRow(
            row.address(),
            row.form(),
            "2",
            row.uuid(),
            row.parent(),
            row.stamp(),
            row.cells(),
            row.untouched(),
            List.of());

    RowPlan plan =
        Import.plan(
            newer, CellRules.NONE, place.record(World.BASE), NEVER_ASKED, "Mmmmmmmm", World.BASE);

    assertEquals(Outcome.SAME, plan.outcome());
    assertEquals("2", java.util.Objects.requireNonNull(plan.change()).after().formVersion());
  }

  @Test
  void plansARegisterOfUntouchedRowsWithoutAskingAndQuickly() {
    int rows = 48_000;
    List<IncomingRow> sheet = new ArrayList<>();
    SortedMap<String, RowStamp.Stamp> stamps = new TreeMap<>(CodePoints.ORDER);
    SortedSet<Dot> dots = new TreeSet<>(List.of(Dot.parse("Looooooo.1")));
    SortedMap<String, IncomingCell> cells = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < 40; i++) {
      stamps.put("field" + i, new RowStamp.Stamp(dots, null, "aaaaaa"));
      cells.put("field" + i, new IncomingCell(i, "value", false, null));
    }
    RowStamp stamp = new RowStamp(VersionVector.parse("Looooooo.1"), stamps, Map.of());
    for (int i = 0; i < rows; i++) {
      UUID uuid = new UUID(3, i);
      sheet.add(
          new IncomingRow(
              new RowAddress("a.xlsx", "s", i + 3),
              "kform",
              "1",
              uuid,
              null,
              stamp,
              cells,
              true,
              List.of()));
    }

    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long start = processor.getCurrentThreadCpuTime();
    long fresh = 0;
    long same = 0;
    for (IncomingRow row : sheet) {
      RowPlan first = plan(row, null);
      Submission stored = java.util.Objects.requireNonNull(first.change()).after();
      fresh += first.outcome() == Outcome.NEW ? 1 : 0;
      same += plan(row, stored).change() == null ? 1 : 0;
    }
    Duration taken = Duration.ofNanos(processor.getCurrentThreadCpuTime() - start);

    assertEquals(rows, fresh);
    assertEquals(rows, same);
    // Both passes together, counted in the time of this thread: other work does not disturb it.
    assertTrue(taken.compareTo(Duration.ofSeconds(3)) < 0, taken::toString);
  }

  private static RowPlan plan(IncomingRow row, @Nullable Submission stored) {
    return Import.plan(row, CellRules.NONE, stored, NEVER_ASKED, "Mmmmmmmm", row.uuid());
  }
}
