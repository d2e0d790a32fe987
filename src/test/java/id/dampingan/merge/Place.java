package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.IncomingRow;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A workspace in memory: it keeps what a store keeps and decides nothing itself.
final class Place implements KnownHistory {
  /// The moves of the merge engine, so that a planted fault can take the place of one.
  interface Moves {
    default RowPlan plan(
        IncomingRow row, CellRules rules, @Nullable Submission stored, Place place) {
      return Import.plan(row, rules, stored, place, place.writer, row.uuid());
    }

    default Submission exported(Submission submission) {
      return submission;
    }

    default Undo.Undone undo(
        List<Change> batch,
        Map<UUID, Submission> now,
        String writer,
        Map<UUID, Map<Dot, Set<Dot>>> standsFor) {
      return Undo.asChange(batch, now, writer, standsFor);
    }
  }

  static final Moves TRUE = new Moves() {};

  final Moves moves;
  String writer;
  final SortedMap<UUID, Submission> records = new TreeMap<>();
  final List<List<Change>> batches = new ArrayList<>();
  final Map<UUID, Map<Dot, Set<Dot>>> standsFor = new HashMap<>();
  final SortedSet<String> held = new TreeSet<>();
  final List<Undo.Untouched> untouched = new ArrayList<>();

  /// All records as they were before each batch.
  final List<SortedMap<UUID, Submission>> earlier = new ArrayList<>();

  private final Set<Integer> withdrawn = new HashSet<>();
  private final Map<UUID, Map<Dot, Map<String, String>>> replaced = new HashMap<>();

  Place(String writer, Moves moves) {
    this.writer = writer;
    this.moves = moves;
  }

  Place copy() {
    Place copy = new Place(writer, moves);
    copy.become(this);
    return copy;
  }

  /// Takes the state of a backup; the writer stays.
  void become(Place other) {
    records.clear();
    records.putAll(other.records);
    batches.clear();
    batches.addAll(other.batches);
    earlier.clear();
    earlier.addAll(other.earlier);
    replaced.clear();
    other.replaced.forEach((uuid, dots) -> {
      Map<Dot, Map<String, String>> copied = new HashMap<>();
      dots.forEach((dot, values) -> copied.put(dot, new HashMap<>(values)));
      replaced.put(uuid, copied);
    });
    standsFor.clear();
    other.standsFor.forEach((uuid, dots) -> standsFor.put(uuid, new HashMap<>(dots)));
    held.clear();
    held.addAll(other.held);
    untouched.clear();
    untouched.addAll(other.untouched);
    withdrawn.clear();
    withdrawn.addAll(other.withdrawn);
  }

  Submission record(UUID uuid) {
    Submission record = records.get(uuid);
    if (record == null) {
      throw new IllegalStateException("not known at " + writer + ": " + uuid);
    }
    return record;
  }

  void make(UUID uuid, String form, Map<String, String> values) {
    commit(List.of(Edit.create(Submission.unknown(form, "1", uuid, uuid), writer, values)));
  }

  void edit(UUID uuid, Map<String, String> values) {
    Edit.edit(record(uuid), "1", writer, values).ifPresent(change -> commit(List.of(change)));
  }

  void decide(UUID uuid, Map<String, String> values) {
    commit(List.of(Edit.decide(record(uuid), writer, values)));
  }

  void delete(UUID uuid) {
    commit(Edit.delete(record(uuid), writer, List.of()));
  }

  void restore(UUID uuid) {
    commit(Edit.undelete(record(uuid), writer, List.of()));
  }

  /// Undoes a batch as a change.
  void undo(int batch) {
    Undo.Undone undone = moves.undo(batches.get(batch), records, writer, standsFor);
    untouched.clear();
    untouched.addAll(undone.untouched());
    commit(undone.changes());
  }

  void withdraw(int batch) {
    Undo.Withdrawn taken = Undo.withdraw(batches.get(batch), records);
    untouched.clear();
    untouched.addAll(taken.untouched());
    taken.restored().forEach(change -> records.put(change.after().uuid(), change.after()));
    taken.removed().forEach(removed -> records.remove(removed.uuid()));
    withdrawn.add(batch);
    replaced.clear();
    for (int i = 0; i < batches.size(); i++) {
      if (!withdrawn.contains(i)) {
        for (Change change : batches.get(i)) {
          Map<Dot, Map<String, String>> dots =
              replaced.computeIfAbsent(change.after().uuid(), _ -> new HashMap<>());
          change.history().forEach(entry -> dots.put(entry.dot(), entry.values()));
        }
      }
    }
  }

  void split(UUID uuid, Set<Dot> chosen) {
    UUID fresh = id.dampingan.submission.Digest.splitUuid(uuid, chosen);
    commit(Split.split(record(uuid), writer, chosen, this, records.get(fresh)));
  }

  void purge(UUID uuid) {
    Submission old = record(uuid);
    records.put(
        uuid,
        new Submission(
            old.form(), old.formVersion(), uuid, old.root(), old.version(), new TreeMap<>()));
    batches.replaceAll(
        batch -> batch.stream().filter(change -> !change.after().uuid().equals(uuid)).toList());
  }

  Paper export(String workbook) {
    Paper paper = new Paper(workbook);
    records.values().stream()
        .filter(record -> !Import.isPurged(record))
        .forEach(record -> paper.write(moves.exported(record)));
    return paper;
  }

  /// Imports a file as one batch.
  List<Outcome> read(Paper paper) {
    List<IncomingRow> rows = paper.read();
    Map<String, Guards> guards = new HashMap<>();
    for (IncomingRow row : rows) {
      guards
          .computeIfAbsent(
              row.form(), form -> new Guards(Set.copyOf(Paper.keys(form)), Set.of(Paper.COMPUTED)))
          .observe(row);
    }
    earlier.add(new TreeMap<>(records));
    List<Outcome> outcomes = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (IncomingRow row : rows) {
      RowPlan plan = plan(row, guards.getOrDefault(row.form(), new Guards(Set.of(), Set.of())));
      outcomes.add(plan.outcome());
      for (HeldCell cell : plan.held()) {
        held.add(
            (cell.field().isEmpty() ? "row" : cell.field())
                + " "
                + cell.problem().code()
                + " "
                + row.uuid()
                + " "
                + values(row));
      }
      if (plan.change() != null) {
        keep(plan.change());
        changes.add(plan.change());
      }
    }
    batches.add(List.copyOf(changes));
    return outcomes;
  }

  private RowPlan plan(IncomingRow row, Guards guards) {
    IncomingRow judged = row.withProblems(guards.problems(row));
    CellRules rules = Paper.rules(row);
    Map<String, id.dampingan.submission.Problem> broken = new HashMap<>(guards.emptied(row));
    broken.putAll(rules.broken());
    return moves.plan(
        judged, new CellRules(rules.derived(), broken), records.get(row.uuid()), this);
  }

  private static SortedMap<String, String> values(IncomingRow row) {
    SortedMap<String, String> values = new TreeMap<>();
    row.cells().forEach((field, cell) -> values.put(field, cell.value()));
    return values;
  }

  private void keep(Change change) {
    UUID uuid = change.after().uuid();
    records.put(uuid, change.after());
    Map<Dot, Map<String, String>> dots = replaced.computeIfAbsent(uuid, _ -> new HashMap<>());
    change
        .history()
        .forEach(entry ->
            dots.computeIfAbsent(entry.dot(), _ -> new HashMap<>()).putAll(entry.values()));
  }

  private void commit(List<Change> changes) {
    earlier.add(new TreeMap<>(records));
    for (Change change : changes) {
      UUID uuid = change.after().uuid();
      keep(change);
      change
          .standsFor()
          .forEach(
              (dot, dots) -> standsFor.computeIfAbsent(uuid, _ -> new HashMap<>()).put(dot, dots));
    }
    batches.add(List.copyOf(changes));
  }

  @Override
  public @Nullable String value(UUID uuid, Dot dot, String field) {
    Submission record = records.get(uuid);
    if (record != null) {
      String live = record.register(field).live().get(dot);
      if (live != null) {
        return live;
      }
    }
    return replaced.getOrDefault(uuid, Map.of()).getOrDefault(dot, Map.of()).get(field);
  }

  @Override
  public boolean has(UUID uuid, Dot dot) {
    List<String> fields = new ArrayList<>(Paper.FIELDS);
    fields.addAll(SystemField.ALL);
    return fields.stream().anyMatch(field -> value(uuid, dot, field) != null);
  }

  /// What everybody can see: values, conflicts, deletion; and the vectors behind them.
  SortedMap<String, String> picture() {
    SortedMap<String, String> picture = new TreeMap<>(CodePoints.ORDER);
    records.forEach((uuid, record) -> picture.put(uuid.toString(), picture(record)));
    return picture;
  }

  static String picture(Submission record) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Register> entry : record.registers().entrySet()) {
      if (!entry.getValue().isEmpty()) {
        text.append(entry.getKey()).append('=').append(shown(entry.getValue())).append(' ');
      }
    }
    return text.toString();
  }

  /// The live values, sorted, with `|` between.
  static String shown(Register register) {
    return String.join("|", new TreeSet<>(register.live().values()));
  }

  /// Whether the value is live or remembered under any change.
  boolean knows(UUID uuid, String field, String value) {
    Submission record = records.get(uuid);
    return (record != null && record.register(field).live().containsValue(value))
        || replaced.getOrDefault(uuid, Map.of()).values().stream()
            .anyMatch(values -> value.equals(values.get(field)));
  }

  /// What people see of a record: the live values of each field, the shown one first; a field
  /// without a value is empty, as an emptied one is.
  static SortedMap<String, List<String>> seen(Submission record) {
    SortedMap<String, List<String>> seen = new TreeMap<>();
    for (String field : List.of("k", "f", "g", SystemField.DELETED)) {
      List<String> values =
          record.register(field).candidates(field).stream().map(c -> c.value()).toList();
      seen.put(field, values.isEmpty() ? List.of("") : values);
    }
    return seen;
  }
}
