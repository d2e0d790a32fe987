package id.dampingan.merge;

import id.dampingan.submission.Candidate;
import id.dampingan.submission.CodePoints;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parts two people who share one record because a key was mistyped ("Pisahkan", MERGE 4).
///
/// Both changes are ordinary ones and travel; the same split made at two places makes one record.
public final class Split {
  private static final Comparator<Dot> LATEST_FIRST =
      Comparator.comparingLong(Dot::counter).reversed().thenComparing(Dot.SHOWN_FIRST);

  private Split() {}

  /// What the chosen changes say becomes a record of its own; the old one keeps the rest.
  ///
  /// A chosen value that a later change has replaced still counts for the new record if no chosen
  /// one is live in its field. Parent and place go to both.
  ///
  /// @param chosen changes of this submission
  /// @param known the state of the new record if the same split was already made, else null
  /// @return the new record's change (absent if nothing is to be said), then the old record's
  public static List<Change> split(
      Submission before,
      String writer,
      Set<Dot> chosen,
      KnownHistory history,
      @Nullable Submission known) {
    UUID uuid = Digest.splitUuid(before.uuid(), chosen);
    UUID root = before.root().equals(before.uuid()) ? uuid : before.root();
    Submission blank =
        known != null ? known : Submission.unknown(before.form(), before.formVersion(), uuid, root);
    Act making = new Act(blank, writer);
    Act parting = new Act(before, writer);
    for (Map.Entry<String, Register> entry : before.registers().entrySet()) {
      String field = entry.getKey();
      Register register = entry.getValue();
      if (field.equals(SystemField.DELETED)
          || field.equals(SystemField.REVIEW)
          || field.equals(SystemField.MERGED_INTO)) {
        continue;
      }
      List<Candidate> candidates = register.candidates(field);
      if (field.equals(SystemField.PARENT) || field.equals(SystemField.ORDER)) {
        give(making, blank, field, candidates.subList(0, Math.min(1, candidates.size())));
        continue;
      }
      List<Candidate> taken = new ArrayList<>();
      List<Candidate> left = new ArrayList<>();
      for (Candidate candidate : candidates) {
        if (candidate.dots().stream().anyMatch(chosen::contains)) {
          taken.add(candidate);
        }
        if (!chosen.containsAll(candidate.dots())) {
          left.add(candidate);
        }
      }
      if (taken.isEmpty()) {
        taken = replaced(before.uuid(), field, chosen, history);
      }
      give(making, blank, field, taken);
      if (left.size() < candidates.size()) {
        parting.restore(field, left);
      }
    }
    List<Change> changes = new ArrayList<>();
    if (known == null || !making.isEmpty()) {
      making.assertThere();
      changes.add(making.change(known, before.formVersion(), false));
    }
    if (!parting.isEmpty()) {
      if (!before.isDeleted()) {
        parting.assertThere();
      }
      changes.add(parting.change(before, before.formVersion(), false));
    }
    return changes;
  }

  /// The last of the chosen values that the history has for this field.
  private static List<Candidate> replaced(
      UUID uuid, String field, Set<Dot> chosen, KnownHistory history) {
    for (Dot dot : chosen.stream().sorted(LATEST_FIRST).toList()) {
      String value = history.value(uuid, dot, field);
      if (value != null) {
        return List.of(new Candidate(value, new TreeSet<>(Set.of(dot))));
      }
    }
    return List.of();
  }

  private static void give(Act making, Submission blank, String field, List<Candidate> candidates) {
    List<String> now = values(blank.register(field).candidates(field));
    List<String> then = values(candidates);
    if (candidates.isEmpty() || now.equals(then)) {
      return;
    }
    if (candidates.size() == 1) {
      if (!candidates.getFirst().value().isEmpty() || !now.isEmpty()) {
        making.set(field, candidates.getFirst().value());
      }
    } else {
      making.restore(field, candidates);
    }
  }

  private static List<String> values(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::value).sorted(CodePoints.ORDER).toList();
  }
}
