package id.dampingan.store;

import id.dampingan.submission.Dot;
import id.dampingan.submission.Submission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A conflict that somebody decided.
///
/// @param field the question
/// @param dots what it left in the field
/// @param who the user, or the sender of the file that brought it
/// @param at when it was written here
/// @param lost the values that it set aside
public record Decision(String field, String dots, String who, Instant at, List<String> lost) {
  /// Whether the field still is what the decision made of it.
  public boolean holds(Submission now) {
    return dotsText(now, field).equals(dots);
  }

  static String dotsText(Submission of, String field) {
    return of.register(field).live().keySet().stream()
        .map(Dot::toString)
        .collect(Collectors.joining("+"));
  }
}
