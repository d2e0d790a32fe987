package id.dampingan.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found so far: each couple once, without those of which people said that they are two.
final class Findings {
  /// A column copied over all rows would else make as many couples as there are rows.
  static final int MOST = 20_000;

  /// Of a greater group everybody is compared with the first only.
  private static final int GREAT_GROUP = 60;

  private final Set<Couple> different;
  private final Map<Couple, Likeness> found = new HashMap<>();

  Findings(Set<Couple> different) {
    this.different = different;
  }

  void compare(String table, Subject one, Subject other) {
    if (found.size() >= MOST) {
      return;
    }
    Likeness likeness = Comparison.of(table, one, other);
    if (likeness != null && !different.contains(likeness.couple())) {
      found.put(likeness.couple(), likeness);
    }
  }

  void compareAll(String table, List<Subject> group) {
    int firsts = group.size() > GREAT_GROUP ? 1 : group.size();
    for (int i = 0; i < firsts; i++) {
      for (int j = i + 1; j < group.size(); j++) {
        compare(table, group.get(i), group.get(j));
      }
    }
  }

  List<Likeness> likeliestFirst() {
    List<Likeness> all = new ArrayList<>(found.values());
    all.sort(Likeness.LIKELIEST);
    return all;
  }
}
