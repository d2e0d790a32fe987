package id.dampingan.exchange;

import id.dampingan.store.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question of one record that was answered differently, with all that is known of the answers.
///
/// @param sides the shown value first
/// @param before the value that they replaced, null if there was none or it is not known
/// @param beforeSide where that value came from, null if it is not known
public record OpenConflict(
    StoredRow row,
    String field,
    List<ConflictSide> sides,
    @Nullable String before,
    @Nullable ConflictSide beforeSide) {
  public OpenConflict {
    sides = List.copyOf(sides);
  }

  /// Of values typed twice into one workbook the one of the later file: a hint, no rule (MERGE 4).
  public Optional<ConflictSide> proposed() {
    List<ConflictSide> twice = new ArrayList<>();
    for (ConflictSide side : sides) {
      boolean another =
          sides.stream()
              .anyMatch(each -> each != side && each.workbookId().equals(side.workbookId()));
      if (!side.workbookId().isEmpty() && another) {
        twice.add(side);
      }
    }
    boolean oneWorkbook = twice.stream().map(ConflictSide::workbookId).distinct().count() == 1;
    return oneWorkbook
        ? twice.stream()
            .max(Comparator.comparingLong(ConflictSide::batch))
            .filter(last -> twice.stream().filter(s -> s.batch() == last.batch()).count() == 1)
        : Optional.empty();
  }
}
