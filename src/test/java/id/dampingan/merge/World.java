package id.dampingan.merge;

import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Master and two laptops, the files that go between them, and the hands that change the files.
///
/// A history is a list of steps made of small numbers, so that any list is a possible one.
final class World {
  enum Kind {
    EDIT,
    EDIT_TWO,
    DECIDE,
    DELETE,
    RESTORE,
    MAKE,
    EXPORT,
    HAND,
    HAND_TWO,
    HAND_DELETE,
    CUT,
    TYPE,
    READ,
    READ_LAST,
    CARRY,
    UNDO_LAST,
    UNDO_ANY,
    COPY_ROW
  }

  /// @param a who
  /// @param b which record or file
  /// @param c which field or other place
  /// @param d which value
  record Step(Kind kind, int a, int b, int c, int d) {}

  /// One file read at one place.
  record Reading(int place, Paper paper, List<Outcome> outcomes) {}

  private static final List<String> VALUES = List.of("a", "b", "c", "d", "");
  private static final List<String> WRITTEN = List.of("x", "y", "a", "", "bad");
  static final UUID BASE = UUID.nameUUIDFromBytes("base".getBytes(StandardCharsets.UTF_8));
  private static final int MOST_RECORDS = 4;

  final List<Place> places = new ArrayList<>();
  final List<Paper> pool = new ArrayList<>();
  final List<Reading> readings = new ArrayList<>();
  private final @Nullable Model model;
  private int papers;
  private int made;

  World(Place.Moves moves, @Nullable Model model) {
    this.model = model;
    for (String writer : List.of("Mmmmmmmm", "Looooooo", "Lppppppp")) {
      places.add(new Place(writer, moves));
    }
    make(0, BASE, Map.of("k", "r", "f", "a", "g", "a"));
    carry(0, 1);
    carry(0, 2);
  }

  static World of(List<Step> steps, Place.Moves moves) {
    World world = new World(moves, null);
    steps.forEach(world::play);
    return world;
  }

  void play(Step step) {
    int who = step.a % places.size();
    Place place = places.get(who);
    List<Submission> known = List.copyOf(place.records.values());
    Submission record = known.get(step.b % known.size());
    switch (step.kind) {
      case EDIT -> edit(who, record, Map.of(field(step.c), value(step.d)));
      case EDIT_TWO -> edit(who, record, Map.of("f", value(step.c), "g", value(step.d)));
      case DECIDE -> decide(who, record, step.c, step.d);
      case DELETE -> hide(who, record, true);
      case RESTORE -> hide(who, record, false);
      case MAKE -> {
        if (known.size() < MOST_RECORDS) {
          UUID uuid = UUID.nameUUIDFromBytes(("made" + made++).getBytes(StandardCharsets.UTF_8));
          make(who, uuid, Map.of("k", "m" + made, "f", value(step.d % 4)));
        }
      }
      case EXPORT -> export(who);
      case HAND -> hand(copy(who, step.b), step.c, Map.of(hands(step.c), written(step.d)));
      case HAND_TWO ->
          hand(copy(who, step.b), step.c, Map.of("f", written(step.c), "g", written(step.d)));
      case HAND_DELETE ->
          hand(copy(who, step.b), step.c, Map.of(SystemField.DELETED, step.d % 2 == 0 ? "1" : "0"));
      case CUT -> cut(copy(who, step.b), field(step.c));
      case TYPE -> type(step.b % 3 == 0 ? blank() : copy(who, step.b), step.c, step.d);
      case READ -> {
        if (!pool.isEmpty()) {
          read(who, pool.get(step.b % pool.size()));
        }
      }
      case READ_LAST -> {
        if (!pool.isEmpty()) {
          read(who, pool.getLast());
        }
      }
      case CARRY -> carry(who, (who + 1 + step.c % (places.size() - 1)) % places.size());
      case UNDO_LAST -> place.undo(place.batches.size() - 1);
      case UNDO_ANY -> place.undo(step.b % place.batches.size());
      case COPY_ROW -> copyRow(copy(who, step.b), step.c, step.d);
    }
    if (model != null) {
      model.compare(places);
    }
  }

  /// Everybody gives everybody a file, twice.
  void exchange() {
    for (int round = 0; round < 2; round++) {
      List<Paper> papersNow = new ArrayList<>();
      for (int who = 0; who < places.size(); who++) {
        papersNow.add(export(who));
      }
      for (int who = 0; who < places.size(); who++) {
        for (Paper paper : papersNow) {
          read(who, paper);
        }
      }
    }
  }

  void edit(int who, Submission record, Map<String, String> values) {
    Place place = places.get(who);
    if (!record.isDeleted()) {
      Map<String, String> changed = new HashMap<>(values);
      changed.entrySet().removeIf(each -> each.getValue().equals(record.value(each.getKey())));
      place.edit(record.uuid(), values);
      if (model != null && !changed.isEmpty()) {
        model.edit(place.writer, record.uuid(), changed);
      }
    }
  }

  private void decide(int who, Submission record, int which, int value) {
    List<String> open = List.copyOf(record.conflicts().keySet());
    if (!open.isEmpty()) {
      String field = open.get(which % open.size());
      if (!record.isDeleted() || field.equals(SystemField.DELETED)) {
        Register register = record.register(field);
        List<String> values = List.copyOf(register.live().values());
        decide(who, record.uuid(), Map.of(field, values.get(value % values.size())));
      }
    }
  }

  void decide(int who, UUID uuid, Map<String, String> values) {
    places.get(who).decide(uuid, values);
    if (model != null) {
      model.edit(places.get(who).writer, uuid, values);
    }
  }

  private void hide(int who, Submission record, boolean deleted) {
    boolean open = record.register(SystemField.DELETED).isConflict();
    if (open || record.isDeleted() != deleted) {
      if (deleted) {
        places.get(who).delete(record.uuid());
      } else {
        places.get(who).restore(record.uuid());
      }
      if (model != null) {
        model.edit(
            places.get(who).writer,
            record.uuid(),
            Map.of(SystemField.DELETED, deleted ? "1" : "0"));
      }
    }
  }

  private void make(int who, UUID uuid, Map<String, String> values) {
    Map<String, String> filled = new HashMap<>(values);
    filled.values().removeIf(String::isEmpty);
    places.get(who).make(uuid, "kform", filled);
    if (model != null) {
      model.edit(places.get(who).writer, uuid, filled);
    }
  }

  Paper export(int who) {
    Paper paper = places.get(who).export("wb" + papers++);
    pool.add(paper);
    if (model != null) {
      model.export(places.get(who).writer, paper);
    }
    return paper;
  }

  void carry(int from, int to) {
    read(to, export(from));
  }

  void read(int who, Paper paper) {
    readings.add(new Reading(who, paper, places.get(who).read(paper)));
    if (model != null) {
      model.read(places.get(who).writer, paper);
    }
  }

  /// A copy of a file for somebody's hands; the first file there is comes from `who`.
  private Paper copy(int who, int which) {
    if (pool.isEmpty()) {
      export(who);
    }
    Paper original = pool.get(which % pool.size());
    Paper copy = original.copy();
    if (model != null) {
      model.copy(original, copy);
    }
    pool.add(copy);
    return copy;
  }

  private Paper blank() {
    Paper paper = new Paper("blank");
    pool.add(paper);
    if (model != null) {
      model.blank(paper);
    }
    return paper;
  }

  private void hand(Paper paper, int which, Map<String, String> values) {
    List<Paper.Row> stamped = paper.rows.stream().filter(row -> row.stamp != null).toList();
    if (!stamped.isEmpty()) {
      Paper.Row row = stamped.get(which % stamped.size());
      values.forEach((field, value) -> row.cells.computeIfPresent(field, (_, _) -> value));
    }
  }

  private void cut(Paper paper, String field) {
    paper.cut(field);
  }

  private void type(Paper paper, int c, int d) {
    if (paper.rows.size() < MOST_RECORDS) {
      String key = List.of("1", "2", "").get(c % 3);
      paper.type(
          c % 2 == 0 ? "kform" : "nform",
          Map.of("k", key, "f", d % 2 == 0 ? "p" : "q", "g", d % 3 == 0 ? "" : "p"));
    }
  }

  private void copyRow(Paper paper, int which, int value) {
    if (!paper.rows.isEmpty() && paper.rows.size() < MOST_RECORDS) {
      Paper.Row copy = paper.rows.get(which % paper.rows.size()).copy();
      copy.cells.computeIfPresent("f", (_, _) -> written(value));
      paper.rows.add(copy);
    }
  }

  private static String field(int c) {
    return Paper.FIELDS.get(c % 3);
  }

  private static String hands(int c) {
    return List.of("f", "g", "f", "g", "k", Paper.COMPUTED).get(c % 6);
  }

  private static String value(int d) {
    return VALUES.get(d % VALUES.size());
  }

  private static String written(int d) {
    return WRITTEN.get(d % WRITTEN.size());
  }

  static Set<Kind> withoutUndo() {
    return java.util.EnumSet.complementOf(java.util.EnumSet.of(Kind.UNDO_LAST, Kind.UNDO_ANY));
  }
}
