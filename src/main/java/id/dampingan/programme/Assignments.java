package id.dampingan.programme;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which agency accompanies which villages, as the register of assignments says now.
public final class Assignments {
  private final Map<String, Set<String>> villages = new TreeMap<>();
  private final Map<String, Choice> agencies = new HashMap<>();

  private Assignments() {}

  public static Assignments of(ChoiceLists lists) {
    Assignments assignments = new Assignments();
    for (Choice each : lists.items("penugasan")) {
      String agency = each.properties().getOrDefault("opd", "");
      String village = each.properties().getOrDefault("desa", "");
      if (!agency.isEmpty() && !village.isEmpty()) {
        assignments.villages.computeIfAbsent(agency, _ -> new TreeSet<>()).add(village);
      }
    }
    lists.items("opd").forEach(each -> assignments.agencies.put(each.value(), each));
    return assignments;
  }

  /// The codes of all agencies that accompany a village.
  public Set<String> agencies() {
    return new TreeSet<>(villages.keySet());
  }

  /// The codes of the villages that an agency accompanies, empty if it is not assigned any.
  public Set<String> villages(String agency) {
    return villages.getOrDefault(agency, Set.of());
  }

  /// The code of the one agency that accompanies all these villages; the empty text if there is
  /// none, or more than one.
  public String agency(Set<String> codes) {
    Set<String> found = new TreeSet<>();
    villages.forEach((agency, of) -> {
      if (!codes.isEmpty() && of.containsAll(codes)) {
        found.add(agency);
      }
    });
    return found.size() == 1 ? found.iterator().next() : "";
  }

  /// The agency's name, its code if the register of agencies has none.
  public String name(String agency, String language) {
    Choice known = agencies.get(agency);
    String name = known == null ? "" : known.label().in(language).strip();
    return name.isEmpty() ? agency : name;
  }
}
