package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.merge.Change;
import id.dampingan.merge.Undo;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchKind;
import id.dampingan.store.Role;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real stores keep of their past, over random histories: each earlier state can be made again,
/// and undoing gives back what it must and no more (MERGE 9, U1, U2).
@NullUnmarked
@Tag("slow")
class HistoryLawsTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | constraint | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | | | ya |
      | | integer | a | Nilai A | . <= 100 | | |
      | | integer | b | Nilai B | | | |
      | | begin repeat | anak | Anak | | | |
      | | text | panggilan | Panggilan | | | ya |
      | | integer | umur | Umur | | | |
      | | end repeat | | | | | |
      | | calculate | jumlah | | | ${a} + sum(${umur}) | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  static LongStream seeds() {
    int tries = Integer.getInteger("property.tries", 1000);
    long first = Long.getLong("property.seed", 1);
    return LongStream.range(first, first + Math.max(2, tries / 150));
  }

  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @MethodSource("seeds")
  void earlierStatesAreMadeAgainAndUndoingBringsThemBack(long seed) throws Exception {
    try (World world = new World(seed)) {
      world.run();
      for (Bureau place : world.places) {
        Map<Long, Map<UUID, String>> said = world.said.get(place);
        assertEquals(said, madeAgain(place, said.keySet(), 0));
      }
      Bureau first = world.places.getFirst();
      Map<Long, Map<UUID, String>> said = world.said.get(first);
      assertNotEquals(said, madeAgain(first, said.keySet(), 1), "the next batch is told apart");
      withdrawnImportNeverCame(world);
      for (Bureau place : world.places) {
        new Unwinding(place, world).check(id -> undo(place, id));
      }
    }
  }

  @Test
  void anUndoThatLeavesOneBatchOutIsCaught() throws Exception {
    boolean caught = false;
    for (long seed = 1; !caught && seed < 20; seed++) {
      try (World world = new World(seed)) {
        world.run();
        Bureau place = world.places.getFirst();
        List<Long> skipped = new ArrayList<>();
        try {
          new Unwinding(place, world)
              .check(id -> {
                Batch batch = place.store().batch(id).orElseThrow();
                if (skipped.isEmpty() && batch.counts().changed() > 0) {
                  skipped.add(id);
                  return List.of();
                }
                return undo(place, id);
              });
        } catch (AssertionError violated) {
          caught = true;
        }
      }
    }
    assertTrue(caught);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anUndoChangesNothingThatALaterActSet(long seed) throws Exception {
    try (World world = new World(seed)) {
      world.run();
      for (Bureau place : world.places) {
        assertEquals(List.of(), brokenByUndo(world, place, false));
      }
    }
  }

  @Test
  void anUndoThatForcesItsWayIsCaught() throws Exception {
    int broken = 0;
    for (long seed = 1; broken == 0 && seed < 20; seed++) {
      try (World world = new World(seed)) {
        world.run();
        for (Bureau place : world.places) {
          broken += brokenByUndo(world, place, true).size();
        }
      }
    }
    assertNotEquals(0, broken);
  }

  private void withdrawnImportNeverCame(World world) throws Exception {
    Bureau from = world.places.get(1);
    Bureau to = world.places.getFirst();
    Map<String, String> before = to.picture();
    Path file = from.export(folder.resolve("last" + world.seed + ".xlsx"));
    FileResult result = to.merge(file);
    Map<String, String> after = to.picture();
    Long batch = result.batch();
    if (batch != null) {
      assertEquals(List.of(), new UndoErrand(to.office()).undo(batch, false).untouched());
      assertEquals(before, to.picture());
      to.merge(file);
      assertEquals(after, to.picture());
      new UndoErrand(to.office()).undo(to.store().batches().getFirst().id(), false);
    }
  }

  private static List<Undo.Untouched> undo(Bureau place, long id) throws Refused {
    return new UndoErrand(place.office()).undo(id, true).untouched();
  }

  /// What is kept, batch by batch.
  ///
  /// @param late how many batches too late to look
  private static Map<Long, Map<UUID, String>> madeAgain(Bureau place, Set<Long> batches, int late) {
    Map<Long, Map<UUID, String>> made = new TreeMap<>();
    for (long batch : batches) {
      Map<UUID, String> then = new TreeMap<>();
      place
          .store()
          .past()
          .families("coba", place.store().past().roots("coba"), batch + late)
          .values()
          .forEach(family ->
              family.forEach(each -> then.put(each.submission().uuid(), whole(each.submission()))));
      made.put(batch, then);
    }
    return made;
  }

  private static String whole(Submission submission) {
    return submission.form()
        + " "
        + submission.formVersion()
        + " "
        + submission.version()
        + " "
        + submission.registers();
  }

  /// Values, conflicts, deletion: what people see.
  private static Map<String, List<String>> seen(Submission submission) {
    Map<String, List<String>> seen = new TreeMap<>();
    submission
        .registers()
        .forEach((field, register) -> {
          List<String> values =
              register.candidates(field).stream()
                  .map(Candidate::value)
                  .filter(value -> !value.isEmpty())
                  .filter(value -> !field.equals(SystemField.DELETED) || value.equals("1"))
                  .toList();
          if (!values.isEmpty()) {
            seen.put(field, values);
          }
        });
    return seen;
  }

  private static Map<UUID, Submission> all(Bureau place) {
    Map<UUID, Submission> all = new HashMap<>();
    place.store().each(Selection.ALL, row -> all.put(row.submission().uuid(), row.submission()));
    return all;
  }

  /// How a batch is undone here.
  private interface Undoing {
    List<Undo.Untouched> undo(long batch) throws Exception;
  }

  /// U1, from the end of a history as far back as no import was withdrawn.
  private record Unwinding(Bureau place, World world) {
    void check(Undoing undoing) throws Exception {
      TreeMap<Long, Map<UUID, Submission>> states = world.states.get(place);
      for (Batch batch : place.store().batches()) {
        if (batch.id() > states.lastKey()) {
          continue; // taken in at the end, and withdrawn
        }
        if (batch.header().kind() == BatchKind.WITHDRAW) {
          return; // no undo is undone by it, and what was before it went with it
        }
        var earlier = states.lowerEntry(batch.id());
        List<Undo.Untouched> untouched = undoing.undo(batch.id());
        Map<UUID, Object> then = new TreeMap<>();
        Map<UUID, Object> now = new TreeMap<>();
        Map<UUID, Submission> all = all(place);
        if (earlier != null) {
          earlier
              .getValue()
              .forEach((uuid, was) -> {
                then.put(uuid, seen(was));
                now.put(uuid, seen(all.get(uuid)));
              });
        }
        assertEquals(then, now, "after undoing " + batch.id());
        assertEquals(List.of(), untouched);
      }
    }
  }

  /// U2: undoes an early batch, and looks at every field that a later one changed.
  ///
  /// @param forced gives the values before the batch back whatever happened since
  /// @return what an undo changed and must not have
  private static List<String> brokenByUndo(World world, Bureau place, boolean forced)
      throws Exception {
    List<Batch> batches =
        place.store().batches().stream()
            .filter(batch -> batch.withdrawnAt() == null)
            .filter(batch -> batch.header().kind() != BatchKind.WITHDRAW)
            .toList();
    List<String> broken = new ArrayList<>();
    if (batches.size() < 3) {
      return broken;
    }
    Batch undone = batches.get(batches.size() / 2 + world.random.nextInt(batches.size() / 2));
    Map<String, Register> later = new LinkedHashMap<>();
    Map<UUID, Submission> before = all(place);
    for (Batch batch : batches) {
      if (batch.id() > undone.id()) {
        for (Change change : place.store().batchChanges(batch.id())) {
          Submission after = change.after();
          after
              .registers()
              .forEach((field, register) -> {
                Submission was = change.before();
                Register old = was == null ? Register.EMPTY : was.register(field);
                if (!old.live().equals(register.live())) {
                  later.put(after.uuid() + " " + field, before.get(after.uuid()).register(field));
                }
              });
        }
      }
    }
    List<Change> changes = place.store().batchChanges(undone.id());
    undo(place, undone.id());
    if (forced) {
      for (Change change : changes) {
        Submission was = change.before();
        Submission now = place.store().submission(change.after().uuid()).orElseThrow();
        if (was != null && !now.isDeleted()) {
          Map<String, String> old = new TreeMap<>(was.values());
          old.keySet().removeIf(field -> field.startsWith("_"));
          place.edit().set(was.uuid(), old);
        }
      }
    }
    Map<UUID, Submission> now = all(place);
    later.forEach((key, register) -> {
      String[] parts = key.split(" ");
      Register is = now.get(UUID.fromString(parts[0])).register(parts[1]);
      boolean same =
          parts[1].equals(SystemField.DELETED)
              ? deleted(register) == deleted(is)
              : register.live().equals(is.live());
      if (!same) {
        broken.add(key + ": " + register.live() + " became " + is.live());
      }
    });
    return broken;
  }

  private static boolean deleted(Register register) {
    return "1".equals(register.shown(SystemField.DELETED));
  }

  /// Three places that edit, exchange workbooks, decide and undo.
  private final class World implements AutoCloseable {
    private static final int STEPS = 45;

    private final Random random;
    private final long seed;
    private final List<Bureau> places = new ArrayList<>();
    private final List<Path> papers = new ArrayList<>();

    /// By place and batch, what was there right after it.
    private final Map<Bureau, Map<Long, Map<UUID, String>>> said = new HashMap<>();

    private final Map<Bureau, TreeMap<Long, Map<UUID, Submission>>> states = new HashMap<>();

    World(long seed) throws Exception {
      this.seed = seed;
      this.random = new Random(seed);
      for (String name : List.of("m", "o", "p")) {
        Role role = name.equals("m") ? Role.MASTER : Role.OFFICER;
        Bureau place =
            Bureau.make(folder.resolve(name + seed + "-" + System.nanoTime()), role, name)
                .withForm(FORM);
        places.add(place);
        said.put(place, new TreeMap<>());
        states.put(place, new TreeMap<>());
      }
    }

    void run() throws Exception {
      for (int i = 0; i < STEPS; i++) {
        Bureau place = places.get(random.nextInt(places.size()));
        step(place);
        notice(place);
      }
    }

    private void notice(Bureau place) {
      List<Batch> batches = place.store().batches();
      if (!batches.isEmpty()) {
        Map<UUID, Submission> now = all(place);
        Map<UUID, String> texts = new TreeMap<>();
        now.forEach((uuid, submission) -> texts.put(uuid, whole(submission)));
        said.get(place).put(batches.getFirst().id(), texts);
        states.get(place).put(batches.getFirst().id(), now);
      }
    }

    private void step(Bureau place) throws Exception {
      List<StoredRow> rows = new ArrayList<>();
      place.store().each(Selection.ALL, rows::add);
      int act = random.nextInt(17);
      if (act < 2 || rows.isEmpty()) {
        create(place, rows);
      } else if (act < 6) {
        Submission one = any(rows).submission();
        if (!one.isDeleted()) {
          boolean child = one.form().endsWith("anak");
          String field = child ? "umur" : random.nextBoolean() ? "a" : "b";
          place.edit().set(one.uuid(), Map.of(field, "" + random.nextInt(4)));
        }
      } else if (act == 6) {
        Submission one = any(rows).submission();
        if (one.isDeleted()) {
          place.edit().undelete(one.uuid());
        } else if (random.nextBoolean()) {
          place.edit().delete(one.uuid());
        }
      } else if (act < 9) {
        decide(place, rows);
      } else if (act < 12) {
        papers.add(place.export(folder.resolve(seed + "-" + System.nanoTime() + ".xlsx")));
      } else if (act < 15) {
        if (!papers.isEmpty()) {
          place.merge(random.nextBoolean() ? papers.getLast() : any(papers));
        }
      } else {
        List<Batch> open =
            place.store().batches().stream()
                .filter(batch -> batch.withdrawnAt() == null)
                .filter(batch -> batch.header().kind() != BatchKind.WITHDRAW)
                .limit(5)
                .toList();
        if (!open.isEmpty()) {
          new UndoErrand(place.office()).undo(any(open).id(), random.nextInt(3) > 0);
        }
      }
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private void create(Bureau place, List<StoredRow> rows) throws Exception {
      List<UUID> parents =
          rows.stream()
              .map(StoredRow::submission)
              .filter(each -> each.form().equals("coba") && !each.isDeleted())
              .map(Submission::uuid)
              .toList();
      if (!parents.isEmpty() && random.nextBoolean()) {
        place
            .edit()
            .create("coba/anak", any(parents), Map.of("panggilan", "P" + random.nextInt(3)));
      } else {
        place
            .edit()
            .create("coba", null, Map.of("kode", "K" + random.nextInt(4), "a", "1", "b", "1"));
      }
    }

    private void decide(Bureau place, List<StoredRow> rows) throws Exception {
      for (StoredRow row : rows) {
        if (row.submission().isDeleted()) {
          continue;
        }
        for (var each : row.submission().conflicts().entrySet()) {
          Candidate chosen = any(each.getValue().candidates(each.getKey()));
          place.edit().take(row.submission().uuid(), each.getKey(), chosen.strongest());
          return;
        }
      }
    }

    @Override
    public void close() {
      places.forEach(Bureau::close);
    }
  }
}
