package id.dampingan.merge;

import id.dampingan.submission.Digest;
import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What `_tinjau` says (MERGE 1): an approval holds only while the values are those that were
/// approved.
public final class Review {
  /// The value of `_tinjau` that sends a submission back to its author.
  public static final String RETURNED = "dikembalikan";

  private static final String APPROVED = "disetujui:";
  private static final int CHARACTERS = 12;

  private Review() {}

  /// The value of `_tinjau` that approves a filled form as it is.
  ///
  /// @param family the filled form and the rows of its repeats, in any order
  public static String approval(Collection<Submission> family) {
    List<Object> values = new ArrayList<>();
    family.stream()
        .filter(each -> !each.isDeleted())
        .sorted(Comparator.comparing(each -> each.uuid().toString()))
        .forEach(each -> values.add(List.of(each.uuid().toString(), each.values())));
    return APPROVED + Digest.of(values, CHARACTERS);
  }

  /// Whether the filled form is approved, as it is now and without dispute.
  ///
  /// @param root the filled form itself
  /// @param family the filled form and the rows of its repeats
  public static boolean isApproved(Submission root, Collection<Submission> family) {
    return !root.register(SystemField.REVIEW).isConflict()
        && root.value(SystemField.REVIEW).equals(approval(family));
  }

  /// Whether it was approved once, perhaps not as it is now.
  public static boolean wasApproved(Submission root) {
    return root.value(SystemField.REVIEW).startsWith(APPROVED);
  }

  public static boolean isReturned(Submission root) {
    return root.value(SystemField.REVIEW).equals(RETURNED);
  }

  /// Whether it was returned and nobody changed it since, so that it waits for its author.
  ///
  /// Dots count upwards through a record's whole life: a later change has a higher one.
  public static boolean waits(Submission root) {
    return isReturned(root)
        && root.version().highest()
            <= root.register(SystemField.REVIEW).live().keySet().stream()
                .mapToLong(Dot::counter)
                .max()
                .orElse(0);
  }
}
