package id.dampingan.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One field of one submission: its live values by their dots, and the changes taken into account
/// (MERGE 1).
///
/// The field is in conflict when its live values differ; of equal values all dots are kept. The
/// empty text is a value: a field that was emptied. No live value at all: nobody said anything.
///
/// @param live canonical values by the dots that wrote them
/// @param context all changes of this field taken into account; contains every live dot
public record Register(SortedMap<Dot, String> live, VersionVector context) {
  public static final Register EMPTY =
      new Register(Collections.emptySortedMap(), VersionVector.EMPTY);

  public Register {
    live = live instanceof OneLive ? live : Collections.unmodifiableSortedMap(live);
  }

  public static Register of(Dot dot, String value, VersionVector context) {
    return new Register(new OneLive(dot, value), context);
  }

  /// Whether nobody ever said anything about this field here.
  public boolean isEmpty() {
    return live.isEmpty();
  }

  /// Whether two different values are live.
  public boolean isConflict() {
    if (live.size() < 2) {
      return false;
    }
    String first = live.get(live.firstKey());
    return live.values().stream().anyMatch(value -> !value.equals(first));
  }

  /// The distinct live values, the shown one first (MERGE 3, "shown value").
  ///
  /// @param field the field's name; of `_hapus` the value 0 comes first
  public List<Candidate> candidates(String field) {
    if (live.size() == 1) {
      return List.of(new Candidate(live.values().iterator().next(), new TreeSet<>(live.keySet())));
    }
    Map<String, SortedSet<Dot>> byValue = new HashMap<>();
    live.forEach((dot, value) -> byValue.computeIfAbsent(value, _ -> new TreeSet<>()).add(dot));
    List<Candidate> candidates = new ArrayList<>();
    byValue.forEach((value, dots) -> candidates.add(new Candidate(value, dots)));
    Comparator<Candidate> order = Comparator.comparing(Candidate::strongest, Dot.SHOWN_FIRST);
    if (field.equals(SystemField.DELETED)) {
      order = Comparator.comparing((Candidate c) -> !c.value().equals("0")).thenComparing(order);
    }
    candidates.sort(order);
    return candidates;
  }

  /// The value that people see, or null if nobody said anything.
  public @Nullable String shown(String field) {
    if (live.isEmpty()) {
      return null;
    }
    return live.size() == 1 ? live.get(live.firstKey()) : candidates(field).getFirst().value();
  }

  /// The same live values under another context.
  public Register withContext(VersionVector other) {
    return other.equals(context) ? this : new Register(live, other);
  }
}
