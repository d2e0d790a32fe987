package id.dampingan.programme;

import id.dampingan.form.ChoiceLists;
import id.dampingan.store.Arrived;
import id.dampingan.store.FormCount;
import id.dampingan.store.Selection;
import id.dampingan.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where a village stands in a round at Bappeda's desk.
///
/// Something returned to its author comes before all else; complete is what has nothing left to do:
/// no draft, nothing held or in conflict, and as many households as the assignment says.
///
/// @param state the word for it
/// @param records filled forms there, not deleted
/// @param at when the last file with something of it came, null: none did
/// @param sender whose file that was, or the empty text
public record Standing(State state, int records, @Nullable Instant at, String sender) {
  /// Where nothing is known.
  public static final Standing NOTHING = new Standing(State.NONE, 0, null, "");

  private static final String HOUSEHOLDS = "rumah_tangga";
  private static final String ASSIGNMENTS = "penugasan";

  /// The rounds that are shown at most.
  private static final int MOST_ROUNDS = 3;

  /// The word for it.
  public enum State {
    NONE,
    RECEIVED,
    RETURNED,
    COMPLETE
  }

  /// All villages that are accompanied or have records, by code.
  ///
  /// @param rounds the last ones, the open one among them
  /// @param byVillage by the village's code and the round's
  public record Board(
      List<String> rounds, SortedMap<String, SortedMap<String, Standing>> byVillage) {}

  private record Place(String village, String round) {}

  /// What the counts of a place's forms add up to.
  private static final class Sum {
    int complete;
    int unfinished;
    int returned;
    int records;
    int households;
  }

  /// @param forms the forms that are filled in villages
  /// @param openRound the round that is open, or the empty text
  public static Board board(Store store, Collection<String> forms, String openRound) {
    Map<Place, Sum> sums = new HashMap<>();
    SortedSet<String> seen = new TreeSet<>(List.of(openRound));
    SortedMap<String, SortedMap<String, Standing>> byVillage = new TreeMap<>();
    villages(store.lists()).forEach(village -> byVillage.put(village, new TreeMap<>()));
    for (FormCount count : store.counts()) {
      if (forms.contains(count.form()) && !count.village().isEmpty()) {
        add(sums.computeIfAbsent(new Place(count.village(), count.round()), _ -> new Sum()), count);
      }
    }
    Map<Place, Arrived> arrived = new HashMap<>();
    store
        .arrived(forms)
        .forEach(each -> arrived.put(new Place(each.village(), each.round()), each));
    Map<String, Integer> targets = targets(store);
    TreeSet<Place> places =
        new TreeSet<>(Comparator.comparing(Place::village).thenComparing(Place::round));
    places.addAll(sums.keySet());
    places.addAll(arrived.keySet());
    for (Place place : places) {
      seen.add(place.round());
      byVillage
          .computeIfAbsent(place.village(), _ -> new TreeMap<>())
          .put(
              place.round(),
              standing(
                  sums.getOrDefault(place, new Sum()),
                  arrived.get(place),
                  targets.getOrDefault(place.village(), 0)));
    }
    seen.remove("");
    List<String> rounds = new ArrayList<>(seen);
    while (rounds.size() > MOST_ROUNDS) {
      rounds.removeFirst();
    }
    return new Board(List.copyOf(rounds), byVillage);
  }

  private static void add(Sum sum, FormCount count) {
    sum.complete += count.complete();
    sum.unfinished += count.draft() + count.conflict() + count.held();
    sum.returned += count.returned();
    sum.records += count.complete() + count.draft();
    if (count.form().equals(HOUSEHOLDS)) {
      sum.households += count.complete();
    }
  }

  private static Standing standing(Sum sum, @Nullable Arrived arrived, int target) {
    boolean complete = sum.complete > 0 && sum.unfinished == 0 && sum.households >= target;
    State state =
        sum.returned > 0
            ? State.RETURNED
            : complete ? State.COMPLETE : arrived == null ? State.NONE : State.RECEIVED;
    return arrived == null
        ? new Standing(state, sum.records, null, "")
        : new Standing(state, sum.records, arrived.batch().at(), arrived.batch().header().sender());
  }

  private static SortedSet<String> villages(ChoiceLists lists) {
    Assignments assignments = Assignments.of(lists);
    SortedSet<String> villages = new TreeSet<>();
    assignments.agencies().forEach(agency -> villages.addAll(assignments.villages(agency)));
    return villages;
  }

  /// By village, how many households are to be verified.
  private static Map<String, Integer> targets(Store store) {
    Map<String, Integer> targets = new TreeMap<>();
    if (store.form(ASSIGNMENTS).isPresent()) {
      store.each(
          Selection.LIVE.ofTable(ASSIGNMENTS),
          row -> {
            String said = row.value("target_rt");
            if (said.matches("[0-9]{1,7}")) {
              targets.merge(row.value("desa"), Integer.parseInt(said), Math::max);
            }
          });
    }
    return targets;
  }
}
