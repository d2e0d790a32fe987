package id.dampingan.store;

import static org.jooq.impl.DSL.condition;

import id.dampingan.merge.Import;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.VersionVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reads what changed submissions, field by field, as people want to know it.
final class HistoryReader {
  private static final int CHUNK = 500;
  private static final Condition COUNTS = condition("withdrawn = false");
  private static final Condition WITHDRAWALS = condition("outcome = ?", ChangeLine.WITHDRAWN);

  private final DSLContext sql;
  private final FormTables tables;
  private final RowReader rows;
  private final Map<Long, Batch> batches = new HashMap<>();

  HistoryReader(DSLContext sql, FormTables tables) {
    this.sql = sql;
    this.tables = tables;
    this.rows = new RowReader(sql, tables);
  }

  /// Every field of every change of a submission, the newest first.
  List<HistoryLine> lines(UUID uuid) {
    List<HistoryLine> lines = new ArrayList<>();
    StoredRow present = rows.row(uuid).orElse(null);
    UUID root = present == null ? gone(uuid) : present.submission().root();
    if (present != null && !Import.isPurged(present.submission())) {
      Submission state = present.submission();
      Submission first = undone(state, lines);
      RowReader.Origin origin =
          Objects.requireNonNull(rows.origins(tables.get(state.form()), List.of(uuid)).get(uuid));
      Source source = new Source(batch(origin.batch()), origin.sheet(), origin.row(), false);
      add(lines, source, null, first, fields(first));
      late(state, lines);
    }
    if (root != null) {
      ChangeLine.read(sql, Map.of(uuid, root), WITHDRAWALS)
          .getOrDefault(uuid, List.of())
          .forEach(line -> withdrawn(lines, line));
    }
    lines.sort((a, b) -> Long.compare(b.batch(), a.batch()));
    return lines;
  }

  /// The root of a submission that a withdrawal took away, null if it never was here.
  private @Nullable UUID gone(UUID uuid) {
    return sql.fetch("select root from change where uuid = ? limit 1", uuid).stream()
        .findFirst()
        .map(row -> row.get(0, UUID.class))
        .orElse(null);
  }

  /// Goes back through all changes.
  ///
  /// @return the first state
  private Submission undone(Submission present, List<HistoryLine> into) {
    Submission state = present;
    for (ChangeLine line :
        ChangeLine.read(sql, Map.of(state.uuid(), state.root()), COUNTS)
            .getOrDefault(state.uuid(), List.of())) {
      Submission before = ChangeText.rollBack(state, line.before());
      add(into, Source.of(batch(line.batch()), line), before, state, fields(before, state));
      state = before;
    }
    return state;
  }

  /// What arrived already replaced; a value that was live here once stands in a line of its own.
  private void late(Submission of, List<HistoryLine> into) {
    Set<String> told = new HashSet<>();
    for (HistoryLine line : into) {
      for (String dot : line.dot().split("\\+")) {
        told.add(dot + " " + line.field());
      }
    }
    for (Remembered.Entry entry : Remembered.entries(sql, List.of(of.root()), List.of(of.uuid()))) {
      if (entry.late()) {
        Source source = new Source(batch(entry.batch()), "", 0, false);
        entry
            .values()
            .forEach((field, value) -> {
              if (told.add(entry.dot() + " " + field)) {
                List<String> came = List.of(value);
                String dot = entry.dot().toString();
                into.add(source.line(dot, field, null, value, came, List.of(), true));
              }
            });
      }
    }
  }

  /// What changed these fields, by submission, the newest first; what was withdrawn or came late is
  /// left out.
  Map<UUID, List<HistoryLine>> lines(String table, Map<UUID, Set<String>> fields) {
    TableShape shape = tables.get(table);
    Map<UUID, StoredRow> present = rows.rows(shape, fields.keySet());
    Map<UUID, List<ChangeLine>> changes = ChangeLine.read(sql, roots(present.values()), COUNTS);
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
      for (ChangeLine line : changes.getOrDefault(uuid, List.of())) {
        Submission before = ChangeText.rollBack(state, line.before());
        add(lines, Source.of(batch(line.batch()), line), before, state, wanted);
        state = before;
      }
      RowReader.Origin origin = Objects.requireNonNull(origins.get(uuid));
      Source source = new Source(batch(origin.batch()), origin.sheet(), origin.row(), false);
      add(lines, source, null, state, wanted);
      found.put(uuid, lines);
    });
    return found;
  }

  private static Map<UUID, UUID> roots(Collection<StoredRow> of) {
    Map<UUID, UUID> roots = new HashMap<>();
    of.forEach(row -> roots.put(row.submission().uuid(), row.submission().root()));
    return roots;
  }

  private void withdrawn(List<HistoryLine> lines, ChangeLine line) {
    Submission nothing = Submission.unknown(line.form(), "", line.uuid(), line.root());
    // Only the fields that changed stand in these states: enough to be read.
    Submission before =
        line.before().equals(ChangeText.NOTHING)
            ? null
            : ChangeText.rollBack(nothing, line.before());
    Submission after = ChangeText.rollBack(nothing, line.after());
    Set<String> fields = before == null ? fields(after) : fields(before, after);
    add(lines, Source.of(batch(line.batch()), line), before, after, fields);
  }

  private static Set<String> fields(Submission... states) {
    Set<String> fields = new TreeSet<>(CodePoints.ORDER);
    for (Submission state : states) {
      fields.addAll(state.registers().keySet());
    }
    return fields;
  }

  private static void add(
      List<HistoryLine> lines,
      Source source,
      @Nullable Submission before,
      Submission after,
      Set<String> fields) {
    VersionVector seen = before == null ? VersionVector.EMPTY : before.version();
    for (String field : fields) {
      Register old = before == null ? Register.EMPTY : before.register(field);
      Register fresh = after.register(field);
      if (!old.live().equals(fresh.live())) {
        lines.add(
            source.line(
                freshDots(old, fresh, seen, field),
                field,
                old.shown(field),
                fresh.shown(field),
                came(old, fresh, seen),
                Decisions.lost(old, fresh, field),
                false));
      }
    }
  }

  private static boolean isFresh(Dot dot, Register old, VersionVector seen) {
    return !old.live().containsKey(dot) || !seen.contains(dot);
  }

  private static List<String> came(Register old, Register fresh, VersionVector seen) {
    return fresh.live().entrySet().stream()
        .filter(each -> isFresh(each.getKey(), old, seen))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /// The dots that came, else those of what is shown.
  private static String freshDots(Register old, Register fresh, VersionVector seen, String field) {
    String came =
        fresh.live().keySet().stream()
            .filter(dot -> isFresh(dot, old, seen))
            .map(Dot::toString)
            .collect(Collectors.joining("+"));
    if (!came.isEmpty()) {
      return came;
    }
    List<Candidate> candidates = fresh.candidates(field);
    return candidates.isEmpty() ? "" : candidates.getFirst().dotsText();
  }

  /// Where a change came from.
  private record Source(Batch batch, String sheet, int row, boolean withdrawn) {
    static Source of(Batch batch, ChangeLine line) {
      return new Source(batch, line.sheet(), line.row(), line.withdrawn());
    }

    HistoryLine line(
        String dot,
        String field,
        @Nullable String old,
        @Nullable String fresh,
        List<String> came,
        List<String> lost,
        boolean late) {
      BatchHeader header = batch.header();
      return new HistoryLine(
          dot,
          batch.at(),
          header.sender().isEmpty() ? header.user() : header.sender(),
          batch.id(),
          header.kind(),
          header.fileName(),
          sheet,
          row,
          field,
          old,
          fresh,
          came,
          lost,
          withdrawn,
          late);
    }
  }

  private Batch batch(long id) {
    return batches.computeIfAbsent(
        id,
        number ->
            Batches.find(sql, number)
                .orElseThrow(() -> new StoreFailure("Batch " + number + " is missing.")));
  }
}
