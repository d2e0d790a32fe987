package id.dampingan.form;

import id.dampingan.submission.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of an answer.
///
/// @param accepted whether it is kept; one that breaks a rule is, as a draft, one that cannot be
///     read is not
/// @param value the canonical value that the question has now
/// @param problem the rule that it breaks, or why it cannot be read
/// @param changed the sections that look different now
public record Answer(
    boolean accepted, String value, @Nullable Problem problem, Set<String> changed) {
  public Answer {
    changed = Set.copyOf(changed);
  }
}
