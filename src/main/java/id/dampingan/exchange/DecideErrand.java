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
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  /// How many records are read together.
  private static final int PIECE = 500;

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

  /// Settles all of these in one batch, which one undo takes back; record after record is read,
  /// decided and written, so that any number fits.
  public Decided decideAll(Collection<Decision> decisions) {
    Map<String, Map<UUID, List<Decision>>> asked = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      asked
          .computeIfAbsent(decision.table(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(decision.uuid(), _ -> new ArrayList<>())
          .add(decision);
    }
    List<Decision> left = new ArrayList<>();
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    int decided = 0;
    long batch = 0;
    try (BatchWriter writer = office.store().begin(BatchHeader.edit(office.user()))) {
      for (Map.Entry<String, Map<UUID, List<Decision>>> table : asked.entrySet()) {
        List<UUID> uuids = List.copyOf(table.getValue().keySet());
        for (int from = 0; from < uuids.size(); from += PIECE) {
          List<UUID> piece = uuids.subList(from, Math.min(uuids.size(), from + PIECE));
          Map<UUID, StoredRow> now = office.store().rows(table.getKey(), piece);
          List<Change> changes = new ArrayList<>();
          for (UUID uuid : piece) {
            List<Decision> wanted = table.getValue().getOrDefault(uuid, List.of());
            decided += decide(now.get(uuid), wanted, changes, left);
          }
          write(changes, now, writer, derivation);
          derivation.finish(writer);
        }
      }
      if (decided > 0) {
        batch = writer.commit().id();
      }
    }
    if (decided > 0) {
      derivation.followLists();
    }
    return new Decided(batch, decided, left);
  }

  /// How many of a record's conflicts are decided; the change goes to the others.
  private int decide(
      @Nullable StoredRow row, List<Decision> wanted, List<Change> changes, List<Decision> left) {
    Map<String, String> chosen = new TreeMap<>();
    for (Decision decision : wanted) {
      String value = row == null ? null : chosen(row.submission(), decision);
      if (value == null) {
        left.add(decision);
      } else {
        chosen.put(decision.field(), value);
      }
    }
    if (row != null && !chosen.isEmpty()) {
      changes.add(Edit.decide(row.submission(), office.store().workspace().writer(), chosen));
    }
    return chosen.size();
  }

  private static void write(
      List<Change> changes, Map<UUID, StoredRow> now, BatchWriter writer, Derivation derivation) {
    List<Change> computed = new ArrayList<>();
    for (Change change : changes) {
      StoredRow row = now.get(change.after().uuid());
      // What a form computes depends on the values that are shown.
      if (row != null && shown(row.submission()).equals(shown(change.after()))) {
        Map<String, String> derived = new TreeMap<>(row.derived());
        derived.put(SystemField.STATUS, row.status());
        writer.write(change, derived);
      } else {
        computed.add(change);
      }
    }
    Map<UUID, Map<String, String>> alone = derivation.alone(computed, now);
    for (Change change : computed) {
      Map<String, String> derived = alone.get(change.after().uuid());
      writer.write(change, derived == null ? Map.of() : derived);
      if (derived == null) {
        derivation.changed(change);
      }
    }
  }

  /// The value that wins, null if the conflict is no longer as it was seen.
  private static @Nullable String chosen(Submission submission, Decision decision) {
    Register register = submission.register(decision.field());
    boolean open =
        register.isConflict()
            && (!submission.isDeleted() || decision.field().equals(SystemField.DELETED));
    return open ? register.live().get(decision.dot()) : null;
  }

  private static Map<String, String> shown(Submission submission) {
    Map<String, String> shown = new TreeMap<>(submission.values());
    for (String field : SystemField.ALL) {
      shown.put(field, submission.value(field));
    }
    return shown;
  }
}
