package id.dampingan.submission;

import java.util.Collections;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// One of the different live values of a register, with all dots that wrote it.
///
/// @param value the canonical value
/// @param dots at least one
public record Candidate(String value, SortedSet<Dot> dots) {
  public Candidate {
    dots = Collections.unmodifiableSortedSet(dots);
  }

  /// The dot that decides this candidate's place.
  public Dot strongest() {
    return Collections.min(dots, Dot.SHOWN_FIRST);
  }

  /// The dots as the workbook writes them: `L….3+M….4`.
  public String dotsText() {
    return dots.stream().map(Dot::toString).collect(Collectors.joining("+"));
  }
}
