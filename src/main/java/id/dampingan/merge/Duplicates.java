package id.dampingan.merge;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Follows `_gabung`: which submission speaks for one that was called a duplicate (MERGE 1).
public final class Duplicates {
  private static final Comparator<UUID> SMALLEST = Comparator.comparing(UUID::toString);

  private Duplicates() {}

  /// The submission at the end of the road; in a circle the smallest uuid of the circle.
  ///
  /// @param mergedInto what `_gabung` of a submission says, null if it is no duplicate
  public static UUID follow(UUID start, Function<UUID, @Nullable UUID> mergedInto) {
    Set<UUID> seen = new LinkedHashSet<>();
    UUID current = start;
    while (seen.add(current)) {
      UUID next = mergedInto.apply(current);
      if (next == null) {
        return current;
      }
      current = next;
    }
    UUID circle = current;
    return seen.stream().dropWhile(each -> !each.equals(circle)).min(SMALLEST).orElse(circle);
  }
}
