package id.dampingan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The merge without vectors: each place knows a set of changes, each change knows which ones it
/// replaced; live = changes known minus changes replaced by a known one, and both sets only grow.
///
/// It shares the naming of dots with the engine and nothing else.
final class Model {
  private static final String DELETED = "_hapus";

  /// One change of one field.
  private record Written(Dot dot, String value, Set<Dot> replaced) {}

  /// What is known of one record: the changes that were counted, and those of each field.
  private record Known(Set<Dot> dots, Map<String, Set<Written>> fields) {
    Known() {
      this(new HashSet<>(), new HashMap<>());
    }

    Known copy() {
      Known copy = new Known();
      copy.dots.addAll(dots);
      fields.forEach((field, changes) -> copy.fields.put(field, new HashSet<>(changes)));
      return copy;
    }

    void add(String field, Set<Written> changes) {
      fields.computeIfAbsent(field, _ -> new HashSet<>()).addAll(changes);
    }

    SortedMap<Dot, String> live(String field) {
      Set<Dot> gone = new HashSet<>();
      Set<Written> all = fields.getOrDefault(field, Set.of());
      all.forEach(change -> gone.addAll(change.replaced));
      SortedMap<Dot, String> live = new TreeMap<>();
      for (Written change : all) {
        if (!gone.contains(change.dot)) {
          live.put(change.dot, change.value);
        }
      }
      return live;
    }

    /// The dots of the value that a cell shows.
    Set<Dot> shown(String field) {
      SortedMap<Dot, String> live = live(field);
      List<Dot> order = new ArrayList<>(live.keySet());
      order.sort(Dot.SHOWN_FIRST);
      if (field.equals(DELETED)) {
        order.sort((a, b) -> live.getOrDefault(a, "").compareTo(live.getOrDefault(b, "")));
      }
      Set<Dot> shown = new TreeSet<>();
      if (!order.isEmpty()) {
        String value = live.get(order.getFirst());
        order.stream().filter(dot -> Objects.equals(live.get(dot), value)).forEach(shown::add);
      }
      return shown;
    }

    String value(String field) {
      Set<Dot> shown = shown(field);
      return shown.isEmpty() ? "" : live(field).getOrDefault(shown.iterator().next(), "");
    }
  }

  private final Map<String, Map<UUID, Known>> places = new HashMap<>();
  private final Map<Paper, Map<UUID, Known>> papers = new IdentityHashMap<>();

  private Map<UUID, Known> place(String writer) {
    return places.computeIfAbsent(writer, _ -> new HashMap<>());
  }

  void edit(String writer, UUID uuid, Map<String, String> values) {
    Known known = place(writer).computeIfAbsent(uuid, _ -> new Known());
    long highest = known.dots.stream().mapToLong(Dot::counter).max().orElse(0);
    Dot dot = new Dot(writer, highest + 1);
    values.forEach((field, value) ->
        known.add(field, Set.of(new Written(dot, value, known.live(field).keySet()))));
    if (!values.containsKey(DELETED)) {
      known.add(DELETED, Set.of(new Written(dot, "0", zeros(known))));
    }
    known.dots.add(dot);
  }

  private static Set<Dot> zeros(Known known) {
    Set<Dot> zeros = new TreeSet<>();
    known
        .live(DELETED)
        .forEach((dot, value) -> {
          if (value.equals("0")) {
            zeros.add(dot);
          }
        });
    return zeros;
  }

  void export(String writer, Paper paper) {
    Map<UUID, Known> sheet = new HashMap<>();
    place(writer).forEach((uuid, known) -> sheet.put(uuid, known.copy()));
    papers.put(paper, sheet);
  }

  void copy(Paper original, Paper copy) {
    papers.put(copy, papers.getOrDefault(original, Map.of()));
  }

  void blank(Paper paper) {
    papers.put(paper, Map.of());
  }

  void read(String writer, Paper paper) {
    for (IncomingRow row : paper.read()) {
      Known exported = papers.getOrDefault(paper, Map.of()).get(row.uuid());
      if (row.stamp() == null) {
        readTyped(place(writer), row);
      } else if (exported != null) {
        readStamped(place(writer), row, exported);
      }
    }
  }

  private static void readTyped(Map<UUID, Known> here, IncomingRow row) {
    SortedMap<String, String> values = new TreeMap<>();
    row.cells().forEach((field, cell) -> values.put(field, cell.value()));
    values.values().removeIf(String::isEmpty);
    Dot dot = new Dot(Digest.typedWriter(row.uuid(), values), 1);
    Known known = here.computeIfAbsent(row.uuid(), _ -> new Known());
    values.forEach((field, value) -> known.add(field, Set.of(new Written(dot, value, Set.of()))));
    known.add(DELETED, Set.of(new Written(dot, "0", Set.of())));
    known.dots.add(dot);
  }

  private static void readStamped(Map<UUID, Known> here, IncomingRow row, Known exported) {
    Map<String, String> edits = new HashMap<>();
    Set<String> held = new HashSet<>();
    row.cells()
        .forEach((field, cell) -> {
          if (!field.equals(Paper.COMPUTED) && !cell.value().equals(exported.value(field))) {
            edits.put(field, cell.value());
          }
        });
    boolean stopped = exported.value(DELETED).equals("1") && !edits.containsKey(DELETED);
    edits.forEach((field, value) -> {
      if (stopped || value.equals("bad") || (field.equals("f") && value.isEmpty())) {
        held.add(field);
      }
    });
    edits.keySet().removeAll(held);

    Known known = here.computeIfAbsent(row.uuid(), _ -> new Known());
    SortedMap<String, Dot> hands = new TreeMap<>();
    edits.forEach((field, value) -> {
      Set<Dot> replaced = exported.shown(field);
      long highest = replaced.stream().mapToLong(Dot::counter).max().orElse(0);
      hands.put(field, new Dot(Digest.handWriter(row.uuid(), field, replaced, value), highest + 1));
    });
    hands.forEach((field, hand) -> {
      Set<Dot> replaced = new HashSet<>(exported.shown(field));
      if (field.equals(DELETED)) {
        // Whoever deletes in this row saw its other edits.
        replaced.addAll(hands.values());
        replaced.remove(hand);
      }
      known.add(field, Set.of(new Written(hand, edits.getOrDefault(field, ""), replaced)));
      if (!exported.dots.contains(hand) && !edits.containsKey(DELETED)) {
        known.add(DELETED, Set.of(new Written(hand, "0", exported.shown(DELETED))));
      }
    });
    for (String field : row.cells().keySet()) {
      if (!held.contains(field)) {
        known.add(field, exported.fields.getOrDefault(field, Set.of()));
      }
    }
    known.dots.addAll(exported.dots);
    known.dots.addAll(hands.values());
  }

  /// The engine's live values are the model's, dot by dot.
  void compare(List<Place> engine) {
    for (Place place : engine) {
      SortedMap<String, SortedMap<Dot, String>> expected = new TreeMap<>();
      place(place.writer)
          .forEach((uuid, known) ->
              known.fields.forEach((field, _) -> {
                if (!known.live(field).isEmpty()) {
                  expected.put(uuid + " " + field, known.live(field));
                }
              }));
      SortedMap<String, SortedMap<Dot, String>> actual = new TreeMap<>();
      for (Submission record : place.records.values()) {
        for (Map.Entry<String, Register> entry : record.registers().entrySet()) {
          if (!entry.getValue().isEmpty()) {
            actual.put(record.uuid() + " " + entry.getKey(), entry.getValue().live());
          }
        }
      }
      assertEquals(expected, actual, place.writer);
    }
  }
}
