package id.dampingan.store;

import id.dampingan.merge.Change;
import id.dampingan.merge.Import;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Makes earlier states of submissions again, and reads what changed them.
///
/// The present state stands in the submission; going back from one change to the one before it, each
/// earlier state is made from the later one.
final class HistoryReader {
  private static final int CHUNK = 500;
  private static final String SELECT =
      "select root, uuid, batch, number, form, sheet, row_number, outcome, before, after, withdrawn"
          + " from change where ";

  private final DSLContext sql;
  private final FormTables tables;
  private final RowReader rows;

  HistoryReader(DSLContext sql, FormTables tables) {
    this.sql = sql;
    this.tables = tables;
    this.rows = new RowReader(sql, tables);
  }

  /// Values of one change that no longer live.
  record Entry(UUID uuid, Dot dot, long batch, boolean late, Map<String, String> values) {}

  /// What still counts of these submissions' history.
  static List<Entry> entries(DSLContext sql, Collection<UUID> roots, Collection<UUID> uuids) {
    List<Entry> entries = new ArrayList<>();
    if (roots.isEmpty()) {
      return entries;
    }
    sql.select(
            org.jooq.impl.DSL.field("uuid", UUID.class),
            org.jooq.impl.DSL.field("writer", String.class),
            org.jooq.impl.DSL.field("counter", Long.class),
            org.jooq.impl.DSL.field("batch", Long.class),
            org.jooq.impl.DSL.field("late", Boolean.class),
            org.jooq.impl.DSL.field("content", String.class))
        .from("history")
        .where(RowColumn.ROOT.in(Set.copyOf(roots)))
        .and(RowColumn.UUID.in(uuids))
        .and("withdrawn = false")
        .orderBy(org.jooq.impl.DSL.field("batch"))
        .forEach(row -> {
          Map<String, String> values = new TreeMap<>(CodePoints.ORDER);
          Stored.addTexts(row.value6(), values);
          entries.add(
              new Entry(
                  row.value1(),
                  new Dot(row.value2(), row.value3()),
                  row.value4(),
                  row.value5(),
                  values));
        });
    return entries;
  }

  static Map<UUID, Map<Dot, Set<Dot>>> standsFor(DSLContext sql, Collection<UUID> uuids) {
    Set<UUID> wanted = Set.copyOf(uuids);
    Map<UUID, Map<Dot, Set<Dot>>> standsFor = new HashMap<>();
    // Undos are few: their table is read whole.
    sql.fetch("select uuid, fresh, restored from stands_for")
        .forEach(row -> {
          UUID uuid = row.get(0, UUID.class);
          if (wanted.contains(uuid)) {
            standsFor
                .computeIfAbsent(uuid, _ -> new HashMap<>())
                .computeIfAbsent(Dot.parse(row.get(1, String.class)), _ -> new TreeSet<>())
                .add(Dot.parse(row.get(2, String.class)));
          }
        });
    return standsFor;
  }

  /// One line of the table of changes.
  private record Line(
      UUID root,
      UUID uuid,
      long batch,
      String sheet,
      int row,
      String outcome,
      String before,
      String after,
      boolean withdrawn) {
    static Line of(Record row) {
      return new Line(
          row.get(0, UUID.class),
          row.get(1, UUID.class),
          row.get(2, Long.class),
          row.get(5, String.class),
          row.get(6, Integer.class),
          row.get(7, String.class),
          row.get(8, String.class),
          row.get(9, String.class),
          row.get(10, Boolean.class));
    }
  }

  /// A batch's changes with the whole states before and after; those withdrawn are left out.
  List<Change> changes(Batch batch) {
    Map<UUID, StoredRow> present = new LinkedHashMap<>();
    Map<String, List<UUID>> touched = new LinkedHashMap<>();
    for (Record row :
        sql.fetch(
            "select distinct form, uuid from change where batch = ? and withdrawn = false",
            batch.id())) {
      touched
          .computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>())
          .add(row.get(1, UUID.class));
    }
    touched.forEach((form, uuids) -> present.putAll(rows.rows(tables.get(form), uuids)));
    Set<UUID> made = new TreeSet<>();
    for (StoredRow row : rows.madeBy(batch.id())) {
      made.add(row.submission().uuid());
      present.put(row.submission().uuid(), row);
    }
    Map<UUID, List<Line>> lines = lines(present.values(), batch.id());
    Map<String, Map<UUID, RowReader.Origin>> origins = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (StoredRow row : present.values()) {
      Submission after = row.submission();
      Submission before = null;
      Line own = null;
      for (Line line : lines.getOrDefault(after.uuid(), List.of())) {
        if (line.batch() > batch.id()) {
          after = ChangeText.rollBack(after, line.before());
        } else {
          before = ChangeText.rollBack(before == null ? after : before, line.before());
          own = line;
        }
      }
      if (made.contains(after.uuid())) {
        RowReader.Origin origin =
            Objects.requireNonNull(
                origins
                    .computeIfAbsent(after.form(), form -> rows.origins(tables.get(form), made))
                    .get(after.uuid()));
        changes.add(change(batch, null, after, origin.sheet(), origin.row(), Outcome.NEW));
      } else if (own != null) {
        changes.add(
            change(batch, before, after, own.sheet(), own.row(), Outcome.valueOf(own.outcome())));
      }
    }
    return changes;
  }

  private static Change change(
      Batch batch,
      @Nullable Submission before,
      Submission after,
      String sheet,
      int row,
      Outcome outcome) {
    return new Change(
        before,
        after,
        List.of(),
        Map.of(),
        sheet.isEmpty() ? null : new RowAddress(batch.header().fileName(), sheet, row),
        outcome);
  }

  /// The changes that count, by submission, the newest first.
  private Map<UUID, List<Line>> lines(Collection<StoredRow> of, long fromBatch) {
    Map<UUID, List<Line>> lines = new HashMap<>();
    List<StoredRow> all = List.copyOf(of);
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<StoredRow> piece = all.subList(from, Math.min(all.size(), from + CHUNK));
      sql.select(
              List.of(
                      "root",
                      "uuid",
                      "batch",
                      "number",
                      "form",
                      "sheet",
                      "row_number",
                      "outcome",
                      "before",
                      "after",
                      "withdrawn")
                  .stream()
                  .map(org.jooq.impl.DSL::field)
                  .toList())
          .from("change")
          .where(
              RowColumn.ROOT.in(
                  piece.stream().map(row -> row.submission().root()).distinct().toList()))
          .and(RowColumn.UUID.in(piece.stream().map(row -> row.submission().uuid()).toList()))
          .and("batch >= ?", fromBatch)
          .and("withdrawn = false")
          .orderBy(
              org.jooq.impl.DSL.field("batch").desc(), org.jooq.impl.DSL.field("number").desc())
          .forEach(row ->
              lines
                  .computeIfAbsent(row.get(1, UUID.class), _ -> new ArrayList<>())
                  .add(Line.of(row)));
    }
    return lines;
  }

  /// Every field of every change of a submission, the newest first.
  List<HistoryLine> lines(UUID uuid) {
    Map<Long, Batch> batches = new HashMap<>();
    List<HistoryLine> lines = new ArrayList<>();
    Optional<StoredRow> present = rows.row(uuid).filter(row -> !Import.isPurged(row.submission()));
    if (present.isPresent()) {
      Submission state = present.get().submission();
      for (Line line : lines(List.of(present.get()), 0).getOrDefault(uuid, List.of())) {
        Submission before = ChangeText.rollBack(state, line.before());
        add(lines, batch(batches, line.batch()), line.sheet(), line.row(), before, state, false);
        state = before;
      }
      RowReader.Origin origin =
          Objects.requireNonNull(rows.origins(tables.get(state.form()), List.of(uuid)).get(uuid));
      add(lines, batch(batches, origin.batch()), origin.sheet(), origin.row(), null, state, false);
      for (Entry entry : entries(sql, List.of(state.root()), List.of(uuid))) {
        if (entry.late()) {
          entry
              .values()
              .forEach((field, value) ->
                  lines.add(
                      line(
                          batch(batches, entry.batch()),
                          "",
                          0,
                          entry.dot().toString(),
                          field,
                          null,
                          value,
                          false,
                          true)));
        }
      }
    }
    for (Record row :
        sql.fetch(SELECT + "uuid = ? and withdrawn = true and outcome = 'WITHDRAWN'", uuid)) {
      withdrawn(lines, batch(batches, row.get(2, Long.class)), row);
    }
    lines.sort((a, b) -> Long.compare(b.batch(), a.batch()));
    return lines;
  }

  /// What changed these fields, by submission, the newest first; what was withdrawn or came late is
  /// left out.
  Map<UUID, List<HistoryLine>> lines(String table, Map<UUID, Set<String>> fields) {
    TableShape shape = tables.get(table);
    Map<Long, Batch> batches = new HashMap<>();
    Map<UUID, StoredRow> present = rows.rows(shape, fields.keySet());
    Map<UUID, List<Line>> changes = lines(present.values(), 0);
    Map<UUID, RowReader.Origin> origins = new HashMap<>();
    List<UUID> all = List.copyOf(present.keySet());
    for (int from = 0; from < all.size(); from += CHUNK) {
      origins.putAll(rows.origins(shape, all.subList(from, Math.min(all.size(), from + CHUNK))));
    }
    Map<UUID, List<HistoryLine>> found = new HashMap<>();
    present.forEach((uuid, row) -> {
      List<HistoryLine> lines = new ArrayList<>();
      Set<String> wanted = fields.getOrDefault(uuid, Set.of());
      Submission state = row.submission();
      for (Line line : changes.getOrDefault(uuid, List.of())) {
        Submission before = ChangeText.rollBack(state, line.before());
        Batch batch = batch(batches, line.batch());
        add(lines, batch, line.sheet(), line.row(), before, state, wanted, false);
        state = before;
      }
      RowReader.Origin origin = Objects.requireNonNull(origins.get(uuid));
      Batch batch = batch(batches, origin.batch());
      add(lines, batch, origin.sheet(), origin.row(), null, state, wanted, false);
      found.put(uuid, lines);
    });
    return found;
  }

  private static void withdrawn(List<HistoryLine> lines, Batch batch, Record row) {
    Submission nothing =
        Submission.unknown(
            row.get(4, String.class), "", row.get(1, UUID.class), row.get(0, UUID.class));
    String before = row.get(8, String.class);
    // Only the fields that changed stand in these states: enough to be read.
    add(
        lines,
        batch,
        row.get(5, String.class),
        row.get(6, Integer.class),
        before.equals(ChangeText.NOTHING) ? null : ChangeText.rollBack(nothing, before),
        ChangeText.rollBack(nothing, row.get(9, String.class)),
        true);
  }

  private static void add(
      List<HistoryLine> lines,
      Batch batch,
      String sheet,
      int row,
      @Nullable Submission before,
      Submission after,
      boolean withdrawn) {
    Set<String> fields = new TreeSet<>(CodePoints.ORDER);
    if (before != null) {
      fields.addAll(before.registers().keySet());
    }
    fields.addAll(after.registers().keySet());
    add(lines, batch, sheet, row, before, after, fields, withdrawn);
  }

  private static void add(
      List<HistoryLine> lines,
      Batch batch,
      String sheet,
      int row,
      @Nullable Submission before,
      Submission after,
      Set<String> fields,
      boolean withdrawn) {
    VersionVector seen = before == null ? VersionVector.EMPTY : before.version();
    for (String field : fields) {
      Register old = before == null ? Register.EMPTY : before.register(field);
      Register fresh = after.register(field);
      if (!old.live().equals(fresh.live())) {
        lines.add(
            line(
                batch,
                sheet,
                row,
                freshDots(old, fresh, seen, field),
                field,
                old.shown(field),
                fresh.shown(field),
                withdrawn,
                false));
      }
    }
  }

  /// The dots that came, else those of what is shown.
  private static String freshDots(Register old, Register fresh, VersionVector seen, String field) {
    List<String> came =
        fresh.live().keySet().stream()
            .filter(dot -> !old.live().containsKey(dot) || !seen.contains(dot))
            .map(Dot::toString)
            .toList();
    if (!came.isEmpty()) {
      return String.join("+", came);
    }
    List<Candidate> candidates = fresh.candidates(field);
    return candidates.isEmpty() ? "" : candidates.getFirst().dotsText();
  }

  private static HistoryLine line(
      Batch batch,
      String sheet,
      int row,
      String dot,
      String field,
      @Nullable String old,
      @Nullable String fresh,
      boolean withdrawn,
      boolean late) {
    BatchHeader header = batch.header();
    return new HistoryLine(
        dot,
        batch.at(),
        header.sender().isEmpty() ? header.user() : header.sender(),
        batch.id(),
        header.fileName(),
        sheet,
        row,
        field,
        old,
        fresh,
        withdrawn,
        late);
  }

  private Batch batch(Map<Long, Batch> known, long id) {
    return known.computeIfAbsent(
        id,
        number ->
            Batches.find(sql, number)
                .orElseThrow(() -> new StoreFailure("Batch " + number + " is missing.")));
  }
}
