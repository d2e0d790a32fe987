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

  /// What an undo would do.
  ///
  /// @param travels whether it is an edit, which also takes the change back at its author's
  /// @param restored how many submissions would get their earlier state
  /// @param untouched what changed since and would be left alone
  public record Outlook(
      Batch batch, boolean travels, int restored, List<Undo.Untouched> untouched) {}

  /// The batch with what it did, and the same submissions as they are.
  private record Asked(Batch batch, List<Change> changes, Map<UUID, Submission> now) {
    boolean isWithdrawn(boolean asChange) {
      return batch.header().kind() == BatchKind.IMPORT && !asChange;
    }
  }

  /// Says what an undo would do; writes nothing.
  ///
  /// @param asChange as in [#undo]
  /// @throws Refused if there is no such batch, or it was taken back already
  public Outlook look(long id, boolean asChange) throws Refused {
    Asked asked = ask(id);
    if (asked.isWithdrawn(asChange)) {
      Undo.Withdrawn withdrawn = Undo.withdraw(asked.changes(), asked.now());
      int count = withdrawn.restored().size() + withdrawn.removed().size();
      return new Outlook(asked.batch(), false, count, withdrawn.untouched());
    }
    Undo.Undone undone = undone(asked.changes(), asked.now());
    return new Outlook(asked.batch(), true, undone.changes().size(), undone.untouched());
  }

  /// @param asChange undo an import, too, by an edit that travels
  /// @throws Refused if there is no such batch, or it was taken back already
  public Undone undo(long id, boolean asChange) throws Refused {
    Asked asked = ask(id);
    return asked.isWithdrawn(asChange)
        ? withdraw(id, asked.changes(), asked.now())
        : change(id, asked.changes(), asked.now());
  }

  private Asked ask(long id) throws Refused {
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
    return new Asked(batch, changes, now);
  }

  private Undo.Undone undone(List<Change> changes, Map<UUID, Submission> now) {
    Map<UUID, Map<Dot, Set<Dot>>> standsFor = office.store().standsFor(now.keySet());
    return Undo.asChange(changes, now, office.store().workspace().writer(), standsFor);
  }

  private Undone change(long id, List<Change> changes, Map<UUID, Submission> now) {
    Undo.Undone undone = undone(changes, now);
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
