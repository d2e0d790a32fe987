package id.dampingan.merge;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people do to a submission in the application (MERGE 3 and 4).
///
/// Each act has one dot, `writer.(1 + highest counter)`, replaces all values that were live in the
/// fields it changes, and asserts that the submission is not deleted.
public final class Edit {
  private Edit() {}

  /// Makes a new submission.
  ///
  /// @param blank see [Submission#unknown]
  /// @param values by field, system fields included; empty ones say nothing
  public static Change create(Submission blank, String writer, Map<String, String> values) {
    Act act = new Act(blank, writer);
    values.forEach((field, value) -> {
      if (!value.isEmpty()) {
        act.set(field, value);
      }
    });
    act.assertThere();
    return act.change(null, blank.formVersion(), false);
  }

  /// Changes the fields whose value is not yet the shown one; nothing if there is none.
  ///
  /// A field in conflict that is given its shown value is left open: only [#decide] settles it.
  ///
  /// @throws IllegalStateException if the submission is deleted: it must be restored first
  public static Optional<Change> edit(
      Submission before, String formVersion, String writer, Map<String, String> changes) {
    Act act = new Act(before, writer);
    changes.forEach((field, value) -> {
      if (!value.equals(before.value(field))) {
        act.set(field, value);
      }
    });
    if (act.isEmpty()) {
      return Optional.empty();
    }
    if (!changes.containsKey(SystemField.DELETED)) {
      requireThere(before);
      act.assertThere();
    }
    return Optional.of(act.change(before, formVersion, false));
  }

  /// Decides fields, all their live values in view; settles a conflict.
  ///
  /// @throws IllegalStateException if the submission is deleted and `_hapus` is not decided
  public static Change decide(Submission before, String writer, Map<String, String> values) {
    Act act = new Act(before, writer);
    values.forEach(act::set);
    if (!values.containsKey(SystemField.DELETED)) {
      requireThere(before);
      act.assertThere();
    }
    return act.change(before, before.formVersion(), false);
  }

  /// Decides one field to the live value that this change wrote.
  ///
  /// @throws IllegalArgumentException if that change's value is not live in the field
  public static Change take(Submission before, String writer, String field, Dot dot) {
    String value = before.register(field).live().get(dot);
    if (value == null) {
      throw new IllegalArgumentException("no live value of " + field + " under " + dot);
    }
    return decide(before, writer, Map.of(field, value));
  }

  /// Deletes a submission with its known children; those already deleted are left alone.
  ///
  /// @param children all submissions below it
  public static List<Change> delete(
      Submission before, String writer, Collection<Submission> children) {
    return hide(before, writer, children, "1");
  }

  /// Restores a deleted submission with these children; those not deleted are left alone.
  ///
  /// @param children the ones to restore with it
  public static List<Change> undelete(
      Submission before, String writer, Collection<Submission> children) {
    return hide(before, writer, children, "0");
  }

  private static List<Change> hide(
      Submission before, String writer, Collection<Submission> children, String value) {
    List<Submission> all = new ArrayList<>();
    all.add(before);
    all.addAll(children);
    List<Change> changes = new ArrayList<>();
    for (Submission each : all) {
      List<Candidate> candidates =
          each.register(SystemField.DELETED).candidates(SystemField.DELETED);
      boolean already =
          candidates.isEmpty()
              ? value.equals("0")
              : candidates.size() == 1 && candidates.getFirst().value().equals(value);
      if (!already) {
        changes.add(decide(each, writer, Map.of(SystemField.DELETED, value)));
      }
    }
    return changes;
  }

  private static void requireThere(Submission before) {
    if (before.isDeleted()) {
      throw new IllegalStateException("deleted, restore it first: " + before.uuid());
    }
  }
}
