package id.dampingan.exchange;

import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// MERGE 3 written a second time, word by word and without thought of speed, over what stands in a
/// workbook; it shares the naming of dots with the engine and nothing else.
@NullUnmarked
final class NaiveMerge {
  private static final String DELETED = "_hapus";
  private static final Set<String> SYSTEM =
      Set.of("_induk", "_urut", "_status", "_hapus", "_tinjau", "_gabung");

  /// What must be known of a form to judge its cells.
  interface Rules {
    Set<String> fields(String table);

    Set<String> derived(String table);

    List<String> keys(String table);

    Set<String> required(String table);

    /// Whether a filled cell breaks a rule.
    boolean isBad(String table, String field, String value);
  }

  /// One field.
  static final class Field {
    final SortedMap<Dot, String> live = new TreeMap<>();
    final Map<String, Long> context = new TreeMap<>();

    Field copy() {
      Field copy = new Field();
      copy.live.putAll(live);
      copy.context.putAll(context);
      return copy;
    }
  }

  /// One record.
  static final class Known {
    final String table;
    final Map<String, Long> version = new TreeMap<>();
    final SortedMap<String, Field> fields = new TreeMap<>();

    Known(String table) {
      this.table = table;
    }

    Known copy() {
      Known copy = new Known(table);
      copy.version.putAll(version);
      fields.forEach((name, field) -> copy.fields.put(name, field.copy()));
      return copy;
    }

    String text() {
      StringBuilder text = new StringBuilder(table).append(' ').append(version);
      fields.forEach((name, field) -> {
        if (!field.live.isEmpty()) {
          text.append(' ').append(name).append('=').append(field.live);
        }
      });
      return text.toString();
    }
  }

  /// What a cell said: for the law that no value is lost.
  record Said(UUID uuid, String field, Dot dot, String value) {}

  private final Rules rules;
  final List<Said> said = new ArrayList<>();
  final Set<String> held = new TreeSet<>();

  NaiveMerge(Rules rules) {
    this.rules = rules;
  }

  Map<UUID, Known> merge(Map<UUID, Known> before, List<PaperRow> rows, String workbookId) {
    Map<UUID, Known> store = new LinkedHashMap<>();
    before.forEach((uuid, known) -> store.put(uuid, known.copy()));
    Map<PaperRow, UUID> ids = identities(rows, workbookId);
    Set<String> repeated = repeated(rows);
    Set<String> shifted = shifted(rows);
    Set<String> emptied = emptied(rows);
    for (PaperRow row : rows) {
      UUID uuid = ids.get(row);
      if (uuid == null) {
        held.add(place(row, ""));
      } else if (shifted.contains(row.table())) {
        held.add(place(row, ""));
      } else if (row.isTyped()) {
        typed(store, row, uuid, ids);
      } else {
        Stamp stamp = new Stamp(row);
        if (repeated.contains(row.table() + row.cell("_uuid")) && !edited(row, stamp).isEmpty()) {
          held.add(place(row, ""));
        } else {
          stamped(store, row, stamp, uuid, emptied);
        }
      }
    }
    return store;
  }

  private static String place(PaperRow row, String field) {
    return row.sheet() + " " + row.number() + " " + field;
  }

  // ---- identity

  private Map<PaperRow, UUID> identities(List<PaperRow> rows, String workbookId) {
    Map<PaperRow, UUID> ids = new java.util.IdentityHashMap<>();
    Map<String, Integer> alike = new HashMap<>();
    for (PaperRow row : rows) {
      if (!row.isTyped()) {
        ids.put(row, UUID.fromString(row.cell("_uuid")));
        continue;
      }
      UUID parent = null;
      if (row.table().contains("/")) {
        parent = parent(row, rows, ids);
        if (parent == null) {
          continue;
        }
      }
      SortedMap<String, String> values = typedValues(row);
      List<String> keys =
          rules.keys(row.table()).stream().map(key -> values.getOrDefault(key, "")).toList();
      if (!keys.isEmpty() && keys.stream().noneMatch(String::isEmpty)) {
        ids.put(row, Digest.keyedUuid(row.table(), parent, keys));
      } else {
        int k = alike.merge(row.table() + parent + values, 1, Integer::sum);
        ids.put(row, Digest.unkeyedUuid(row.table(), parent, workbookId, values, k));
      }
    }
    return ids;
  }

  private UUID parent(PaperRow row, List<PaperRow> rows, Map<PaperRow, UUID> ids) {
    String above = row.table().substring(0, row.table().lastIndexOf('/'));
    Set<UUID> found = new HashSet<>();
    for (PaperRow other : rows) {
      if (other.table().equals(above)
          && !row.cell("_induk:kode").isEmpty()
          && other.cell("kode").equals(row.cell("_induk:kode"))) {
        found.add(ids.get(other));
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private SortedMap<String, String> typedValues(PaperRow row) {
    SortedMap<String, String> values = new TreeMap<>();
    row.cells()
        .forEach((name, value) -> {
          if (!value.isEmpty() && !name.equals("_induk") && isMerged(row.table(), name)) {
            values.put(name, canonical(name, value));
          }
        });
    return values;
  }

  private boolean isMerged(String table, String name) {
    return SYSTEM.contains(name) || rules.fields(table).contains(name);
  }

  private static String canonical(String name, String cell) {
    if (name.equals(DELETED)) {
      return cell.isEmpty() ? "0" : "1";
    }
    return name.equals("_status") ? cell.toLowerCase(java.util.Locale.ROOT) : cell;
  }

  // ---- guards

  private static Set<String> repeated(List<PaperRow> rows) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    rows.stream()
        .filter(row -> !row.isTyped())
        .forEach(row -> {
          if (!seen.add(row.table() + row.cell("_uuid"))) {
            repeated.add(row.table() + row.cell("_uuid"));
          }
        });
    return repeated;
  }

  private Set<String> shifted(List<PaperRow> rows) {
    Map<String, int[]> counts = new HashMap<>();
    for (PaperRow row : rows) {
      if (!row.isTyped()) {
        int[] count = counts.computeIfAbsent(row.table(), _ -> new int[2]);
        Set<String> edited = edited(row, new Stamp(row)).keySet();
        long filled =
            rules.fields(row.table()).stream().filter(name -> !row.cell(name).isEmpty()).count();
        long changed =
            edited.stream()
                .filter(name -> !SYSTEM.contains(name) && !row.cell(name).isEmpty())
                .count();
        boolean away =
            rules.keys(row.table()).isEmpty()
                ? 2 * changed > filled
                : rules.keys(row.table()).stream().anyMatch(edited::contains);
        count[0]++;
        count[1] += away ? 1 : 0;
      }
    }
    Set<String> shifted = new HashSet<>();
    counts.forEach((table, count) -> {
      if (count[1] >= 5 && 5 * count[1] > count[0]) {
        shifted.add(table);
      }
    });
    return shifted;
  }

  private Set<String> emptied(List<PaperRow> rows) {
    Map<String, int[]> counts = new HashMap<>();
    for (PaperRow row : rows) {
      if (row.isTyped()) {
        continue;
      }
      Stamp stamp = new Stamp(row);
      for (String name : rules.fields(row.table())) {
        String print = stamp.prints.get(name);
        UUID uuid = UUID.fromString(row.cell("_uuid"));
        if (row.cells().containsKey(name)
            && print != null
            && !print.equals(Digest.fingerprint(uuid, name, ""))) {
          int[] count = counts.computeIfAbsent(row.table() + " " + name, _ -> new int[2]);
          count[0]++;
          count[1] += row.cell(name).isEmpty() ? 1 : 0;
        } else if (print == null && !row.cell(name).isEmpty()
            || print != null
                && !row.cell(name).isEmpty()
                && row.cells().containsKey(name)
                && print.equals(Digest.fingerprint(uuid, name, row.cell(name)))) {
          counts.computeIfAbsent(row.table() + " " + name, _ -> new int[2]);
        }
      }
    }
    Set<String> emptied = new HashSet<>();
    counts.forEach((column, count) -> {
      if (count[1] >= 5 && 5 * count[1] > count[0]) {
        emptied.add(column);
      }
    });
    return emptied;
  }

  // ---- rows

  private static final class Stamp {
    final Map<String, Long> version;
    final Map<String, Set<Dot>> dots = new HashMap<>();
    final Map<String, Map<String, Long>> contexts = new HashMap<>();
    final Map<String, String> prints = new HashMap<>();
    final Map<String, SortedMap<Dot, String>> siblings = new HashMap<>();

    Stamp(PaperRow row) {
      version = vector(row.cell("_versi"));
      for (String group : row.cell("_titik").split(";")) {
        String[] parts = group.strip().split(" ");
        String[] head = parts[0].split("@");
        for (int i = 1; i < parts.length; i++) {
          String name = parts[i].substring(0, parts[i].lastIndexOf('='));
          prints.put(name, parts[i].substring(parts[i].lastIndexOf('=') + 1));
          if (!head[0].equals("-")) {
            Set<Dot> set = new TreeSet<>();
            for (String dot : head[0].split("\\+")) {
              set.add(Dot.parse(dot));
            }
            dots.put(name, set);
            contexts.put(name, head.length > 1 ? vector(head[1]) : version);
          }
        }
      }
      if (!row.cell("_benturan").isEmpty()) {
        ((Map<?, ?>) Json.read(row.cell("_benturan")))
            .forEach((name, list) -> {
              SortedMap<Dot, String> values = new TreeMap<>();
              for (Object each : (List<?>) list) {
                List<?> entry = (List<?>) each;
                for (String dot : String.valueOf(entry.get(0)).split("\\+")) {
                  values.put(Dot.parse(dot), String.valueOf(entry.get(1)));
                }
              }
              siblings.put(String.valueOf(name), values);
            });
      }
    }
  }

  private static Map<String, Long> vector(String text) {
    Map<String, Long> vector = new TreeMap<>();
    for (String dot : text.split(",")) {
      if (!dot.isEmpty()) {
        vector.put(
            dot.substring(0, dot.lastIndexOf('.')),
            Long.parseLong(dot.substring(dot.lastIndexOf('.') + 1)));
      }
    }
    return vector;
  }

  private static boolean contains(Map<String, Long> vector, Dot dot) {
    return vector.getOrDefault(dot.writer(), 0L) >= dot.counter();
  }

  /// The edited cells and their values.
  private Map<String, String> edited(PaperRow row, Stamp stamp) {
    UUID uuid = UUID.fromString(row.cell("_uuid"));
    Map<String, String> edited = new TreeMap<>();
    row.cells()
        .forEach((name, cell) -> {
          if (isMerged(row.table(), name)) {
            String print = stamp.prints.get(name);
            String value = canonical(name, cell);
            if (print == null
                ? !cell.isEmpty()
                : !print.equals(Digest.fingerprint(uuid, name, value))) {
              edited.put(name, value);
            }
          }
        });
    return edited;
  }

  private void stamped(
      Map<UUID, Known> store, PaperRow row, Stamp stamp, UUID uuid, Set<String> emptied) {
    Map<String, String> edits = edited(row, stamp);
    boolean stopped =
        !edits.containsKey(DELETED)
            && Digest.fingerprint(uuid, DELETED, "1").equals(stamp.prints.get(DELETED));
    Set<String> waiting = new TreeSet<>();
    edits.forEach((name, value) -> {
      boolean bad =
          value.isEmpty()
              ? rules.required(row.table()).contains(name)
                  || (emptied.contains(row.table() + " " + name) && stamp.prints.containsKey(name))
              : rules.isBad(row.table(), name, value);
      if (stopped || bad) {
        waiting.add(name);
        held.add(place(row, name));
      }
    });
    edits.keySet().removeAll(waiting);

    Map<String, Dot> hands = new TreeMap<>();
    edits.forEach((name, value) -> {
      Set<Dot> replaced = stamp.dots.getOrDefault(name, Set.of());
      long highest = replaced.stream().mapToLong(Dot::counter).max().orElse(0);
      hands.put(name, new Dot(Digest.handWriter(uuid, name, replaced, value), highest + 1));
    });
    Known incoming = new Known(row.table());
    incoming.version.putAll(stamp.version);
    hands
        .values()
        .forEach(hand -> incoming.version.merge(hand.writer(), hand.counter(), Math::max));
    row.cells()
        .forEach((name, cell) -> {
          if (!isMerged(row.table(), name) || waiting.contains(name)) {
            return;
          }
          Field field = new Field();
          field.live.putAll(stamp.siblings.getOrDefault(name, new TreeMap<>()));
          if (hands.containsKey(name)) {
            field.live.put(hands.get(name), edits.get(name));
          } else {
            for (Dot dot : stamp.dots.getOrDefault(name, Set.of())) {
              field.live.put(dot, canonical(name, cell));
            }
          }
          if (!field.live.isEmpty()) {
            context(field, stamp, name, hands);
            incoming.fields.put(name, field);
          }
        });
    List<Dot> unseen = hands.values().stream().filter(h -> !contains(stamp.version, h)).toList();
    if (!unseen.isEmpty() && !edits.containsKey(DELETED)) {
      Field field = new Field();
      field.live.putAll(stamp.siblings.getOrDefault(DELETED, new TreeMap<>()));
      unseen.forEach(hand -> field.live.put(hand, "0"));
      context(field, stamp, DELETED, hands);
      incoming.fields.put(DELETED, field);
    }
    join(store, uuid, incoming);
  }

  private static void context(Field field, Stamp stamp, String name, Map<String, Dot> hands) {
    field.context.putAll(stamp.contexts.getOrDefault(name, Map.of()));
    hands.values().forEach(hand -> field.context.merge(hand.writer(), hand.counter(), Math::max));
  }

  private void typed(Map<UUID, Known> store, PaperRow row, UUID uuid, Map<PaperRow, UUID> ids) {
    SortedMap<String, String> values = typedValues(row);
    Set<String> bad = new TreeSet<>();
    values.forEach((name, value) -> {
      if (rules.isBad(row.table(), name, value)) {
        bad.add(place(row, name));
      }
    });
    if (!bad.isEmpty()) {
      held.addAll(bad);
      return;
    }
    Dot dot = new Dot(Digest.typedWriter(uuid, values), 1);
    Known incoming = new Known(row.table());
    incoming.version.put(dot.writer(), 1L);
    values.putIfAbsent(DELETED, "0");
    if (row.table().contains("/")) {
      values.put("_induk", parent(row, new ArrayList<>(ids.keySet()), ids).toString());
    }
    values.forEach((name, value) -> {
      Field field = new Field();
      field.live.put(dot, value);
      field.context.put(dot.writer(), 1L);
      incoming.fields.put(name, field);
    });
    join(store, uuid, incoming);
  }

  private void join(Map<UUID, Known> store, UUID uuid, Known incoming) {
    incoming.fields.forEach((name, field) ->
        field.live.forEach((dot, value) -> said.add(new Said(uuid, name, dot, value))));
    if (incoming.fields.isEmpty() && !store.containsKey(uuid)) {
      return;
    }
    Known known = store.computeIfAbsent(uuid, _ -> new Known(incoming.table));
    incoming.version.forEach((writer, n) -> known.version.merge(writer, n, Math::max));
    incoming.fields.forEach((name, b) -> {
      Field a = known.fields.computeIfAbsent(name, _ -> new Field());
      SortedMap<Dot, String> live = new TreeMap<>();
      a.live.forEach((dot, value) -> {
        if (b.live.containsKey(dot) || !contains(b.context, dot)) {
          live.put(dot, value);
        }
      });
      b.live.forEach((dot, value) -> {
        if (!contains(a.context, dot)) {
          live.put(dot, value);
        }
      });
      a.live.clear();
      a.live.putAll(live);
      b.context.forEach((writer, n) -> a.context.merge(writer, n, Math::max));
    });
  }
}
