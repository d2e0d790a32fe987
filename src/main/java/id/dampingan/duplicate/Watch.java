package id.dampingan.duplicate;

import id.dampingan.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What is likely now: everything is looked through once, then only what each commit changed.
public final class Watch {
  /// Of more changes at once everything is looked through again.
  private static final int MANY = 20_000;

  private final Store store;
  private final Duplicates duplicates;
  private final Set<UUID> changed = new HashSet<>();
  private final Map<Couple, Likeness> known = new HashMap<>();
  private boolean looked;

  public Watch(Store store) {
    this.store = store;
    this.duplicates = new Duplicates(store);
    store.onChange(uuids -> {
      synchronized (changed) {
        changed.addAll(uuids);
      }
    });
  }

  /// The likeliest first; may take long the first time.
  public synchronized List<Likeness> now() {
    Set<UUID> fresh;
    synchronized (changed) {
      fresh = new HashSet<>(changed);
      changed.clear();
    }
    if (!looked || fresh.size() > MANY) {
      if (!looked) {
        duplicates.prepare();
      }
      known.clear();
      duplicates.all().forEach(each -> known.put(each.couple(), each));
      looked = true;
    } else if (!fresh.isEmpty()) {
      Set<UUID> again = new HashSet<>(fresh);
      again.addAll(judged(fresh));
      for (Likeness each : known.values()) {
        for (Subject subject : List.of(each.first(), each.second())) {
          if (fresh.contains(subject.root())) {
            again.add(subject.uuid());
          }
        }
      }
      known
          .values()
          .removeIf(
              each -> again.contains(each.first().uuid()) || again.contains(each.second().uuid()));
      duplicates.of(again).forEach(each -> known.put(each.couple(), each));
    }
    List<Likeness> likely = new ArrayList<>(known.values());
    likely.sort(Likeness.LIKELIEST);
    return likely;
  }

  /// The records that these decisions are about.
  private Set<UUID> judged(Set<UUID> decisions) {
    Set<UUID> judged = new HashSet<>();
    if (store.form(Duplicates.NOT_DUPLICATE).isPresent()) {
      store
          .submissions(Duplicates.NOT_DUPLICATE, decisions)
          .values()
          .forEach(decision -> {
            for (String field : List.of("rekaman_a", "rekaman_b")) {
              try {
                judged.add(UUID.fromString(decision.value(field)));
              } catch (IllegalArgumentException e) {
                // Typed into a workbook and no uuid: it is about nobody.
                continue;
              }
            }
          });
    }
    return judged;
  }
}
