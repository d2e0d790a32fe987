package id.dampingan.duplicate;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Two records that are likely the same person or household.
///
/// @param table `form` or `form/repeat` of both
/// @param first the one with the smaller uuid
/// @param evidence what speaks for it
/// @param score 0 to 100, the greater the likelier
public record Likeness(
    String table, Subject first, Subject second, Set<Evidence> evidence, int score) {
  /// The likeliest first; of equal ones always the same order.
  public static final Comparator<Likeness> LIKELIEST =
      Comparator.comparingInt(Likeness::score)
          .reversed()
          .thenComparing(Likeness::table)
          .thenComparing(likeness -> likeness.first().uuid().toString())
          .thenComparing(likeness -> likeness.second().uuid().toString());

  public Likeness {
    evidence = Set.copyOf(evidence);
  }

  /// The evidence in the order of its weight.
  public Set<Evidence> inOrder() {
    EnumSet<Evidence> ordered = EnumSet.noneOf(Evidence.class);
    ordered.addAll(evidence);
    return ordered;
  }

  public boolean concerns(UUID uuid) {
    return first.uuid().equals(uuid) || second.uuid().equals(uuid);
  }

  /// Which two records it is about.
  public Couple couple() {
    return Couple.of(first.uuid(), second.uuid());
  }

  /// Whether the two are in different villages.
  public boolean isAcrossVillages() {
    return !first.village().equals(second.village());
  }
}
