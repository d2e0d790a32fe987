package id.dampingan.submission;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The changes taken into account: for each writer the highest counter (MERGE 1).
///
/// It contains a dot if that counter is reached. Immutable; written `a.3,b.5` sorted by writer, the
/// empty vector as the empty text.
public final class VersionVector {
  public static final VersionVector EMPTY =
      new VersionVector(Collections.unmodifiableSortedMap(new TreeMap<>(CodePoints.ORDER)));

  private final SortedMap<String, Long> counters;

  private VersionVector(SortedMap<String, Long> counters) {
    this.counters = counters;
  }

  public static VersionVector of(Dot dot) {
    return EMPTY.with(dot);
  }

  /// Reads `a.3,b.5`.
  ///
  /// @throws IllegalArgumentException if the text is no vector, or names a writer twice
  public static VersionVector parse(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    SortedMap<String, Long> counters = new TreeMap<>(CodePoints.ORDER);
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      Dot dot = Dot.parse(text.substring(from, to));
      if (counters.put(dot.writer(), dot.counter()) != null) {
        throw new IllegalArgumentException("writer twice in vector: " + text);
      }
      from = to + 1;
    }
    return new VersionVector(Collections.unmodifiableSortedMap(counters));
  }

  /// The counters by writer, sorted by code point.
  public SortedMap<String, Long> counters() {
    return counters;
  }

  /// The counter reached for this writer, 0 if none.
  public long counter(String writer) {
    Long counter = counters.get(writer);
    return counter == null ? 0 : counter;
  }

  public boolean contains(Dot dot) {
    return counter(dot.writer()) >= dot.counter();
  }

  /// Whether every change that `other` contains is contained here.
  public boolean containsAll(VersionVector other) {
    if (this == other) {
      return true;
    }
    for (var entry : other.counters.entrySet()) {
      if (counter(entry.getKey()) < entry.getValue()) {
        return false;
      }
    }
    return true;
  }

  /// This vector with one more change taken into account.
  public VersionVector with(Dot dot) {
    if (contains(dot)) {
      return this;
    }
    SortedMap<String, Long> joined = new TreeMap<>(counters);
    joined.put(dot.writer(), dot.counter());
    return new VersionVector(Collections.unmodifiableSortedMap(joined));
  }

  /// The per-writer maximum.
  public VersionVector join(VersionVector other) {
    if (containsAll(other)) {
      return this;
    }
    if (other.containsAll(this)) {
      return other;
    }
    SortedMap<String, Long> joined = new TreeMap<>(counters);
    other.counters.forEach((writer, counter) -> joined.merge(writer, counter, Math::max));
    return new VersionVector(Collections.unmodifiableSortedMap(joined));
  }

  /// The highest counter of any writer, 0 if empty; the next change takes one more (Lamport).
  public long highest() {
    long highest = 0;
    for (long counter : counters.values()) {
      highest = Math.max(highest, counter);
    }
    return highest;
  }

  public boolean isEmpty() {
    return counters.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof VersionVector v && counters.equals(v.counters));
  }

  @Override
  public int hashCode() {
    return counters.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counters.forEach((writer, counter) -> {
      if (!text.isEmpty()) {
        text.append(',');
      }
      text.append(writer).append('.').append(counter.longValue());
    });
    return text.toString();
  }
}
