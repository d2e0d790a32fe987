package id.dampingan.store;

import static id.dampingan.store.Workshop.change;
import static id.dampingan.store.Workshop.changed;
import static id.dampingan.store.Workshop.filled;
import static id.dampingan.store.Workshop.uuid;
import static id.dampingan.store.Workshop.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.Change;
import id.dampingan.merge.HistoryEntry;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Dot;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final BatchHeader FILE =
      BatchHeader.ofImport("Ani", "gabusan.xlsx", "ab12", "Budi", "Lbbbbbbb", "w1");
  @TempDir Path folder;
  private Store store;
  private final Submission one = filled(1, "Lbbbbbbb.1", Map.of("nama", "Sri", "umur", "41"));
  private final Submission two = changed(one, "Laaaaaaa.2", Map.of("umur", "42"));

  @BeforeEach
  void open() {
    store = Workshop.households(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void knowsLiveValuesAndReplacedOnes() {
    write(store, FILE, change(null, one));
    write(store, change(one, two));
    StoredHistory history = store.history();
    assertEquals("42", history.value(uuid(1), Dot.parse("Laaaaaaa.2"), "umur"));
    assertEquals("41", history.value(uuid(1), Dot.parse("Lbbbbbbb.1"), "umur"));
    assertEquals("Sri", history.value(uuid(1), Dot.parse("Lbbbbbbb.1"), "nama"));
    assertNull(history.value(uuid(1), Dot.parse("Laaaaaaa.2"), "nama"));
    assertFalse(history.has(uuid(1), Dot.parse("Laaaaaaa.1")));
    assertFalse(history.has(uuid(2), Dot.parse("Laaaaaaa.2")));
  }

  @Test
  void remembersWhatArrivedAlreadyReplaced() {
    HistoryEntry late =
        new HistoryEntry(Dot.parse("Lccccccc.1"), new TreeMap<>(Map.of("umur", "40")));
    write(store, FILE, new Change(null, one, List.of(late), Map.of(), null, Outcome.NEW));
    assertEquals("40", store.history().value(uuid(1), late.dot(), "umur"));
    assertEquals(
        List.of("40"),
        store.historyOf(uuid(1)).stream()
            .filter(HistoryLine::late)
            .map(HistoryLine::newValue)
            .toList());
  }

  @Test
  void tellsWhereEachValueCameFrom() {
    RowAddress row = new RowAddress("gabusan.xlsx", "Rumah", 7);
    write(store, FILE, new Change(null, one, List.of(), Map.of(), row, Outcome.NEW));
    write(store, change(one, two));
    assertEquals(
        List.of(
            new HistoryLine(
                "Laaaaaaa.2",
                Workshop.CLOCK.instant(),
                "Ani",
                2,
                BatchKind.EDIT,
                "",
                "",
                0,
                "umur",
                "41",
                "42",
                List.of("42"),
                List.of(),
                false,
                false),
            new HistoryLine(
                "Lbbbbbbb.1",
                Workshop.CLOCK.instant(),
                "Budi",
                1,
                BatchKind.IMPORT,
                "gabusan.xlsx",
                "Rumah",
                7,
                "nama",
                null,
                "Sri",
                List.of("Sri"),
                List.of(),
                false,
                false),
            new HistoryLine(
                "Lbbbbbbb.1",
                Workshop.CLOCK.instant(),
                "Budi",
                1,
                BatchKind.IMPORT,
                "gabusan.xlsx",
                "Rumah",
                7,
                "umur",
                null,
                "41",
                List.of("41"),
                List.of(),
                false,
                false)),
        store.historyOf(uuid(1)));
    assertEquals(Optional.of(row), Optional.ofNullable(store.batchChanges(1).getFirst().source()));
  }

  @Test
  void aWithdrawnImportNeverCame() {
    write(store, change(null, one));
    Submission other = filled(2, "Lbbbbbbb.1", Map.of("nama", "Karjan"));
    Batch imported = write(store, FILE, change(one, two), change(null, other));
    List<FormCount> before = store.counts();
    try (BatchWriter writer = store.begin(BatchHeader.withdraw("Ani", imported.id()))) {
      writer.takeBack(two, one, Map.of());
      writer.takeBack(other, null, Map.of());
      writer.commit();
    }
    assertEquals(Optional.of(one), store.submission(uuid(1)));
    assertEquals(Optional.empty(), store.submission(uuid(2)));
    assertNull(store.history().value(uuid(1), Dot.parse("Laaaaaaa.2"), "umur"));
    assertFalse(store.history().has(uuid(2), Dot.parse("Lbbbbbbb.1")));
    assertEquals(List.of(), store.batchChanges(imported.id()));
    assertEquals(Optional.empty(), store.batchOf("ab12"));
    assertEquals(2, before.getFirst().draft());
    assertEquals(1, store.counts().getFirst().draft());
    assertEquals(
        List.of("Karjan"),
        store.historyOf(uuid(2)).stream()
            .filter(HistoryLine::withdrawn)
            .map(HistoryLine::newValue)
            .toList());
    assertTrue(
        store.historyOf(uuid(1)).stream()
            .anyMatch(line -> line.withdrawn() && "42".equals(line.newValue())));
    assertEquals(List.of(), store.check());
    write(store, FILE, change(one, two), change(null, other));
    assertEquals(Optional.of(two), store.submission(uuid(1)));
  }

  @Test
  void remembersWhatAnUndoStandsFor() {
    write(store, change(null, one));
    Map<Dot, Set<Dot>> restored = Map.of(Dot.parse("Laaaaaaa.2"), Set.of(Dot.parse("Lbbbbbbb.1")));
    write(
        store,
        BatchHeader.undo("Ani", 1),
        new Change(one, two, List.of(), restored, null, Outcome.CHANGED));
    assertEquals(Map.of(uuid(1), restored), store.standsFor(List.of(uuid(1), uuid(2))));
    assertEquals(2, store.batch(1).orElseThrow().undoneBy());
  }

  @Test
  void refusesAChangeOfAnotherState() {
    write(store, change(null, one));
    write(store, change(one, two));
    org.junit.jupiter.api.Assertions.assertThrows(
        StoreFailure.class,
        () -> write(store, change(one, changed(one, "Lccccccc.2", Map.of("umur", "1")))));
    assertEquals(Optional.of(two), store.submission(uuid(1)));
  }

  @Test
  void remembersThatAnUndoGaveNothingBack() {
    write(store, change(null, one));
    write(
        store,
        BatchHeader.undo("Ani", 1),
        new Change(
            one, two, List.of(), Map.of(Dot.parse("Laaaaaaa.2"), Set.of()), null, Outcome.CHANGED));
    assertEquals(
        Map.of(uuid(1), Map.of(Dot.parse("Laaaaaaa.2"), Set.of())),
        store.standsFor(List.of(uuid(1))));
  }

  @Test
  void makesAgainWhatWasSaidBeforeAWithdrawal() {
    write(store, change(null, one));
    Submission other = filled(2, "Lbbbbbbb.1", Map.of("nama", "Karjan"));
    RowAddress row = new RowAddress("gabusan.xlsx", "Rumah", 7);
    Batch imported =
        write(
            store,
            FILE,
            change(one, two),
            new Change(null, other, List.of(), Map.of(), row, Outcome.NEW));
    try (BatchWriter writer = store.begin(BatchHeader.withdraw("Ani", imported.id()))) {
      writer.takeBack(two, one, Map.of());
      writer.takeBack(other, null, Map.of());
      writer.commit();
    }
    assertEquals(Map.of(uuid(1), one), then(1));
    assertEquals(Map.of(uuid(1), two, uuid(2), other), then(2));
    assertEquals(Map.of(uuid(1), one), then(3));
    assertEquals(
        List.of(2L),
        store.past().families(one.form(), List.of(uuid(2)), 2).values().stream()
            .flatMap(List::stream)
            .flatMap(state -> state.undone().stream().map(Batch::id))
            .toList());
    assertEquals(
        List.of("Rumah 7"),
        store.historyOf(uuid(2)).stream().map(line -> line.sheet() + " " + line.row()).toList());
  }

  private Map<java.util.UUID, Submission> then(long batch) {
    Map<java.util.UUID, Submission> then = new java.util.HashMap<>();
    String form = one.form();
    store
        .past()
        .families(form, store.past().roots(form), batch)
        .values()
        .forEach(family ->
            family.forEach(each -> then.put(each.submission().uuid(), each.submission())));
    return then;
  }
}
