package id.dampingan.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The numbers by which people name the rows of tables without key fields; only in this workbook.
final class RowNumbers {
  private final Map<UUID, Integer> numbers = new HashMap<>();

  int give(UUID row) {
    return numbers.computeIfAbsent(row, _ -> numbers.size() + 1);
  }

  @Nullable Integer of(@Nullable UUID row) {
    return row == null ? null : numbers.get(row);
  }
}
