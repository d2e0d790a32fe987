package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Takes a batch back: as a change that travels (MERGE 6a), or, of an import, as if it had never
/// come (MERGE 6b).
///
/// Both leave alone, and list, what somebody changed since.
public final class Undo {
  private Undo() {}

  /// Something that was left as it is, because it changed after the batch.
  ///
  /// @param field the field, or the empty text for a record as a whole
  public record Untouched(UUID uuid, String field) {}

  /// An undo as a change.
  ///
  /// @param changes to be written as one batch
  public record Undone(List<Change> changes, List<Untouched> untouched) {}

  /// A withdrawn import.
  ///
  /// @param restored records that get back their registers of before, vector included; these are
  ///     no changes of anybody and make no history
  /// @param removed records that the import had created, to be forgotten
  public record Withdrawn(
      List<Change> restored, List<Submission> removed, List<Untouched> untouched) {}

  /// Undoes a batch by an edit of every field whose live values still are those the batch left.
  ///
  /// @param batch the changes of the batch in their order, with whole submissions
  /// @param now the same submissions as they are; one that is missing is listed
  /// @param writer the current writer
  /// @param standsFor by submission, for each fresh dot of earlier undos the dots it restored
  public static Undone asChange(
      List<Change> batch,
      Map<UUID, Submission> now,
      String writer,
      Map<UUID, Map<Dot, Set<Dot>>> standsFor) {
    List<Change> changes = new ArrayList<>();
    List<Untouched> untouched = new ArrayList<>();
    for (Change done : whole(batch).values()) {
      UUID uuid = done.after().uuid();
      Submission current = now.get(uuid);
      if (current == null) {
        untouched.add(new Untouched(uuid, ""));
        continue;
      }
      Origins origins = new Origins(standsFor.getOrDefault(uuid, Map.of()));
      Act act = new Act(current, writer);
      Submission before = done.before();
      if (before == null) {
        uncreate(act, done.after(), current, origins, untouched);
      } else {
        giveBack(act, before, done.after(), current, origins, untouched);
      }
      if (!act.isEmpty()) {
        changes.add(act.change(current, current.formVersion(), true));
      }
    }
    return new Undone(changes, untouched);
  }

  /// Withdraws an import: what it left untouched is again as if it had never come.
  ///
  /// @param batch the changes of the import in their order, with whole submissions
  /// @param now the same submissions as they are
  public static Withdrawn withdraw(List<Change> batch, Map<UUID, Submission> now) {
    List<Change> restored = new ArrayList<>();
    List<Submission> removed = new ArrayList<>();
    List<Untouched> untouched = new ArrayList<>();
    for (Change done : whole(batch).values()) {
      Submission current = now.get(done.after().uuid());
      Submission before = done.before();
      if (current == null
          || !current.version().equals(done.after().version())
          || !current.registers().equals(done.after().registers())) {
        untouched.add(new Untouched(done.after().uuid(), ""));
      } else if (before == null) {
        removed.add(current);
      } else {
        restored.add(new Change(current, before, List.of(), Map.of(), null, Outcome.CHANGED));
      }
    }
    return new Withdrawn(restored, removed, untouched);
  }

  /// One change a submission: the state before the first and after the last of the batch.
  private static Map<UUID, Change> whole(List<Change> batch) {
    Map<UUID, Change> whole = new LinkedHashMap<>();
    for (Change change : batch) {
      whole.merge(
          change.after().uuid(),
          change,
          (first, last) ->
              new Change(
                  first.before(),
                  last.after(),
                  List.of(),
                  Map.of(),
                  first.source(),
                  first.outcome()));
    }
    return whole;
  }

  private static void uncreate(
      Act act, Submission left, Submission current, Origins origins, List<Untouched> untouched) {
    if (fields(left, current).stream()
        .allMatch(field -> origins.same(left.register(field), current.register(field)))) {
      if (!current.isDeleted()) {
        act.set(SystemField.DELETED, "1");
      }
    } else {
      untouched.add(new Untouched(left.uuid(), ""));
    }
  }

  private static void giveBack(
      Act act,
      Submission before,
      Submission left,
      Submission current,
      Origins origins,
      List<Untouched> untouched) {
    boolean deletion = false;
    for (String field : fields(before, left)) {
      Register old = before.register(field);
      Register changed = left.register(field);
      if (old.live().equals(changed.live())) {
        continue;
      }
      if (origins.same(changed, current.register(field))) {
        act.restore(field, old.candidates(field));
        deletion |= field.equals(SystemField.DELETED);
      } else if (!values(old).equals(values(changed))) {
        untouched.add(new Untouched(left.uuid(), field));
      }
    }
    if (!act.isEmpty() && !deletion && !current.isDeleted()) {
      act.assertThere();
    }
  }

  private static SortedSet<String> fields(Submission a, Submission b) {
    SortedSet<String> fields = new TreeSet<>(CodePoints.ORDER);
    fields.addAll(a.registers().keySet());
    fields.addAll(b.registers().keySet());
    return fields;
  }

  private static Set<String> values(Register register) {
    return new HashSet<>(register.live().values());
  }

  /// Sees through the fresh dots of undos to the changes that they brought back.
  private record Origins(Map<Dot, Set<Dot>> standsFor) {
    /// Whether the live values are the same changes, or bring back the same ones.
    boolean same(Register left, Register current) {
      return left.live().equals(current.live()) || origins(left).equals(origins(current));
    }

    private SortedMap<Dot, String> origins(Register register) {
      SortedMap<Dot, String> origins = new TreeMap<>();
      register.live().forEach((dot, value) -> follow(dot, value, origins));
      return origins;
    }

    private void follow(Dot dot, String value, SortedMap<Dot, String> origins) {
      Set<Dot> restored = standsFor.get(dot);
      if (restored == null) {
        origins.put(dot, value);
      } else {
        restored.forEach(each -> follow(each, value, origins));
      }
    }
  }
}
