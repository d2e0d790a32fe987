package id.dampingan.submission;

import java.util.Comparator;

/// The name of one change of one submission: who made it and its Lamport counter (MERGE 1).
///
/// Written `writer.counter`. A writer is `M…` (master), `L…` (laptop) or `~…` (a hand edit, named by
/// its content). The natural order is by writer, then counter.
///
/// @param writer an installation's current identity, or `~` and ten characters for a hand edit
/// @param counter at least 1
public record Dot(String writer, long counter) implements Comparable<Dot> {
  /// Which of two changes is shown while they are in conflict, the first being shown: master
  /// before laptop before hand edit, then the higher counter, then the smaller writer (MERGE 3).
  public static final Comparator<Dot> SHOWN_FIRST =
      Comparator.comparingInt(Dot::rank)
          .thenComparing(Comparator.comparingLong(Dot::counter).reversed())
          .thenComparing(Dot::writer, CodePoints.ORDER);

  public Dot {
    if (writer.isEmpty() || counter < 1) {
      throw new IllegalArgumentException("not a dot: " + writer + "." + counter);
    }
  }

  /// Reads `writer.counter`.
  ///
  /// @throws IllegalArgumentException if the text is no dot
  public static Dot parse(String text) {
    int point = text.lastIndexOf('.');
    if (point < 1) {
      throw new IllegalArgumentException("not a dot: " + text);
    }
    return new Dot(text.substring(0, point), Counters.parse(text, point + 1, text.length()));
  }

  /// Whether this change was typed into a workbook and is therefore named by its content.
  public boolean isHandEdit() {
    return writer.charAt(0) == '~';
  }

  private int rank() {
    return switch (writer.charAt(0)) {
      case 'M' -> 0;
      case 'L' -> 1;
      default -> 2;
    };
  }

  @Override
  public int compareTo(Dot other) {
    int byWriter = CodePoints.ORDER.compare(writer, other.writer);
    return byWriter != 0 ? byWriter : Long.compare(counter, other.counter);
  }

  @Override
  public String toString() {
    return writer + "." + counter;
  }
}
