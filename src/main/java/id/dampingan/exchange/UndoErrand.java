package id.dampingan.exchange;

import id.dampingan.merge.Change;
import id.dampingan.merge.Undo;
import id.dampingan.store.Batch;
import id.dampingan.store.BatchHeader;
import id.dampingan.store.BatchKind;
import id.dampingan.store.BatchWriter;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.Submission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Takes a batch back: an import as if it had never come, anything else as an edit that travels
/// (MERGE 6a, 6b).
public final class UndoErrand {
  private final Office office;

  /// What an undo did.
  ///
  /// @param batch the batch of the undo, 0 if nothing could be taken back
  /// @param restored how many submissions got their earlier state
  /// @param untouched what changed since and was left alone
  public record Undone(long batch, int restored, List<Undo.Untouched> untouched) {}

  public UndoErrand(Office office) {
    this.office = office;
  }

  /// @param asChange undo an import, too, by an edit that travels
  /// @throws Refused if there is no such batch, or it was taken back already
  public Undone undo(long id, boolean asChange) throws Refused {
    Batch batch =
        office
            .store()
            .batch(id)
            .orElseThrow(() ->
                new Refused(
                    Long.toString(id),
                    Problem.of(ProblemCode.RECORD_UNKNOWN, Map.of("value", Long.toString(id)))));
    if (batch.withdrawnAt() != null) {
      throw new Refused(
          Long.toString(id),
          Problem.of(ProblemCode.BATCH_WITHDRAWN, Map.of("value", Long.toString(id))));
    }
    List<Change> changes = office.store().batchChanges(id);
    Map<UUID, Submission> now = new HashMap<>();
    Map<String, Set<UUID>> byTable = new HashMap<>();
    for (Change change : changes) {
      byTable
          .computeIfAbsent(change.after().form(), _ -> new HashSet<>())
          .add(change.after().uuid());
    }
    byTable.forEach((table, uuids) -> now.putAll(office.store().submissions(table, uuids)));
    boolean withdraw = batch.header().kind() == BatchKind.IMPORT && !asChange;
    return withdraw ? withdraw(id, changes, now) : change(id, changes, now);
  }

  private Undone change(long id, List<Change> changes, Map<UUID, Submission> now) {
    Map<UUID, Map<Dot, Set<Dot>>> standsFor = office.store().standsFor(now.keySet());
    Undo.Undone undone =
        Undo.asChange(changes, now, office.store().workspace().writer(), standsFor);
    if (undone.changes().isEmpty()) {
      return new Undone(0, 0, undone.untouched());
    }
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    try (BatchWriter writer = office.store().begin(BatchHeader.undo(office.user(), id))) {
      for (Change change : undone.changes()) {
        writer.write(change, Map.of());
        derivation.changed(change);
      }
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return new Undone(batch, undone.changes().size(), undone.untouched());
  }

  private Undone withdraw(long id, List<Change> changes, Map<UUID, Submission> now) {
    Undo.Withdrawn withdrawn = Undo.withdraw(changes, now);
    int count = withdrawn.restored().size() + withdrawn.removed().size();
    Derivation derivation = new Derivation(office, new KnownForms(office.store()));
    long batch;
    try (BatchWriter writer = office.store().begin(BatchHeader.withdraw(office.user(), id))) {
      for (Change change : withdrawn.restored()) {
        Submission current = now.get(change.after().uuid());
        if (current != null) {
          writer.takeBack(current, change.after(), Map.of());
          derivation.changed(change);
        }
      }
      for (Submission removed : withdrawn.removed()) {
        writer.takeBack(removed, null, Map.of());
        derivation.removed(removed);
      }
      derivation.finish(writer);
      batch = writer.commit().id();
    }
    derivation.followLists();
    return new Undone(batch, count, withdrawn.untouched());
  }
}
