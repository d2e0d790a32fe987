package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.merge.Edit;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchWriter;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads where the values of open conflicts came from, and settles many conflicts in one batch.
public final class DecideErrand {
  private final Office office;

  /// One conflict and the change whose value wins.
  ///
  /// @param table the form's id, or `form/repeat`
  public record Decision(String table, UUID uuid, String field, Dot dot) {}

  /// What was decided.
  ///
  /// @param batch the batch, 0 if nothing was
  /// @param left what was no longer as it was seen, or belongs to a deleted record
  public record Decided(long batch, int decided, List<Decision> left) {}

  public DecideErrand(Office office) {
    this.office = office;
  }

  /// The open conflicts of these rows, with their values' history.
  public List<OpenConflict> conflicts(Collection<StoredRow> rows) {
    Map<String, Map<UUID, Set<String>>> asked = new LinkedHashMap<>();
    for (StoredRow row : rows) {
      Submission submission = row.submission();
      asked
          .computeIfAbsent(submission.form(), _ -> new HashMap<>())
          .put(submission.uuid(), submission.conflicts().keySet());
    }
    Map<UUID, List<HistoryLine>> history = new HashMap<>();
    asked.forEach((table, fields) -> history.putAll(office.store().historyOf(table, fields)));
    Map<Long, String> workbooks = new HashMap<>();
    List<OpenConflict> found = new ArrayList<>();
    for (StoredRow row : rows) {
      Submission submission = row.submission();
      submission
          .conflicts()
          .forEach((field, register) ->
              found.add(
                  open(
                      row,
                      field,
                      register.candidates(field),
                      history.getOrDefault(submission.uuid(), List.of()).stream()
                          .filter(line -> line.field().equals(field))
                          .toList(),
                      workbooks)));
    }
    return found;
  }

  /// @param lines the field's, the newest first
  private OpenConflict open(
      StoredRow row,
      String field,
      List<Candidate> candidates,
      List<HistoryLine> lines,
      Map<Long, String> workbooks) {
    List<ConflictSide> sides =
        candidates.stream()
            .map(candidate -> side(candidate, lineOf(lines, candidate), workbooks))
            .toList();
    HistoryLine first = null;
    HistoryLine before = null;
    for (HistoryLine line : lines) {
      boolean brought = candidates.stream().anyMatch(candidate -> brings(line, candidate));
      if (brought) {
        first = line;
        before = null;
      } else if (first != null && before == null) {
        before = line;
      }
    }
    String base = first == null ? null : first.oldValue();
    ConflictSide from =
        base == null || before == null
            ? null
            : side(new Candidate(base, new TreeSet<>()), before, workbooks);
    return new OpenConflict(row, field, sides, base, from);
  }

  private ConflictSide side(
      Candidate candidate, @Nullable HistoryLine line, Map<Long, String> workbooks) {
    String workbook =
        line == null
            ? ""
            : workbooks.computeIfAbsent(
                line.batch(),
                batch ->
                    office
                        .store()
                        .batch(batch)
                        .map(Batch::header)
                        .map(BatchHeader::workbookId)
                        .orElse(""));
    return new ConflictSide(candidate, line, workbook);
  }

  private static @Nullable HistoryLine lineOf(List<HistoryLine> lines, Candidate candidate) {
    return lines.stream().filter(line -> brings(line, candidate)).findFirst().orElse(null);
  }

  private static boolean brings(HistoryLine line, Candidate candidate) {
    if (line.dot().isEmpty()) {
      return false;
    }
    for (String dot : line.dot().split("\\+")) {
      if (candidate.dots().contains(Dot.parse(dot))) {
        return true;
      }
    }
    return false;
  }

  /// Settles all of these in one batch, which one undo takes back.
  public Decided decideAll(Collection<Decision> decisions) {
    Map<String, Set<UUID>> asked = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      asked.computeIfAbsent(decision.table(), _ -> new HashSet<>()).add(decision.uuid());
    }
    Map<UUID, StoredRow> now = new HashMap<>();
    asked.forEach((table, uuids) -> now.putAll(office.store().rows(table, uuids)));
    Map<UUID, Map<String, String>> chosen = new LinkedHashMap<>();
    List<Decision> left = new ArrayList<>();
    for (Decision decision : decisions) {
      StoredRow row = now.get(decision.uuid());
      Submission submission = row == null ? null : row.submission();
      String value =
          submission == null
              ? null
              : submission.register(decision.field()).live().get(decision.dot());
      if (submission == null
          || value == null
          || !submission.register(decision.field()).isConflict()
          || (submission.isDeleted() && !decision.field().equals(SystemField.DELETED))) {
        left.add(decision);
      } else {
        chosen.computeIfAbsent(decision.uuid(), _ -> new TreeMap<>()).put(decision.field(), value);
      }
    }
    if (chosen.isEmpty()) {
      return new Decided(0, 0, left);
    }
    String writer = office.store().workspace().writer();
    List<Change> changes = new ArrayList<>();
    chosen.forEach((uuid, values) -> {
      StoredRow row = now.get(uuid);
      if (row != null) {
        changes.add(Edit.decide(row.submission(), writer, values));
      }
    });
    long batch = commit(changes, now);
    return new Decided(batch, chosen.values().stream().mapToInt(Map::size).sum(), left);
  }

  private long commit(List<Change> changes, Map<UUID, StoredRow> now) {
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    try (BatchWriter writer = office.store().begin(BatchHeader.edit(office.user()))) {
      for (Change change : changes) {
        StoredRow before = now.get(change.after().uuid());
        // What a form computes depends on the values that are shown.
        if (before != null && shown(before.submission()).equals(shown(change.after()))) {
          Map<String, String> derived = new TreeMap<>(before.derived());
          derived.put(SystemField.STATUS, before.status());
          writer.write(change, derived);
        } else {
          writer.write(change, Map.of());
          derivation.changed(change);
        }
      }
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return batch;
  }

  private static Map<String, String> shown(Submission submission) {
    Map<String, String> shown = new TreeMap<>(submission.values());
    for (String field : SystemField.ALL) {
      shown.put(field, submission.value(field));
    }
    return shown;
  }
}
