package id.dampingan.submission;

import java.util.Map;

/// What was wrong, as a code with its facts; package `text` makes the sentence and the remedy.
///
/// @param code the kind of problem
/// @param message the form's own words (a constraint's message), empty if it has none
/// @param facts what the sentence mentions: `value`, `field`, `list`, `column`, `limit`, …
public record Problem(ProblemCode code, Localized message, Map<String, String> facts) {
  public Problem {
    facts = Map.copyOf(facts);
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, Localized.EMPTY, Map.of());
  }

  public static Problem of(ProblemCode code, Map<String, String> facts) {
    return new Problem(code, Localized.EMPTY, facts);
  }
}
