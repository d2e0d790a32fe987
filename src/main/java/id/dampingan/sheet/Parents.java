package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of a workbook by what their repeats' rows call them.
final class Parents {
  /// By table, by key values; several rows of one key are several uuids.
  private final Map<String, Map<List<String>, List<UUID>>> rows = new HashMap<>();

  /// By table, by what another programme calls the row.
  private final Map<String, Map<String, UUID>> called = new HashMap<>();

  void clear() {
    rows.clear();
    called.clear();
  }

  /// @param id what the file calls the row beside its key questions, or the empty text
  void call(FormTable table, UUID uuid, String id) {
    if (!id.isEmpty()) {
      called.computeIfAbsent(table.name(), _ -> new HashMap<>()).putIfAbsent(id, uuid);
    }
  }

  /// The row that is called so, null if none is.
  @Nullable UUID called(FormTable table, String id) {
    return called.getOrDefault(table.name(), Map.of()).get(id);
  }

  /// @param values by field, and the row number if the table has one
  void add(FormTable table, UUID uuid, Map<String, String> values) {
    List<UUID> known =
        rows.computeIfAbsent(table.name(), _ -> new HashMap<>())
            .computeIfAbsent(key(table, values), _ -> new ArrayList<>(1));
    if (!known.contains(uuid)) {
      known.add(uuid);
    }
  }

  /// The one row that fits everything that is said of it; null if none or several do.
  @Nullable UUID find(FormTable table, Map<String, String> said) {
    Map<List<String>, List<UUID>> known = rows.getOrDefault(table.name(), Map.of());
    List<String> key = key(table, said);
    if (key.stream().allMatch(String::isEmpty)) {
      return null;
    }
    List<UUID> exact = known.get(key);
    if (exact != null) {
      return exact.size() == 1 ? exact.getFirst() : null;
    }
    UUID found = null;
    for (Map.Entry<List<String>, List<UUID>> entry : known.entrySet()) {
      if (fits(key, entry.getKey())) {
        if (found != null || entry.getValue().size() > 1) {
          return null;
        }
        found = entry.getValue().getFirst();
      }
    }
    return found;
  }

  private static boolean fits(List<String> said, List<String> key) {
    for (int i = 0; i < said.size(); i++) {
      if (!said.get(i).isEmpty() && !said.get(i).equals(key.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> key(FormTable table, Map<String, String> values) {
    if (table.keys().isEmpty()) {
      return List.of(values.getOrDefault(WorkbookFormat.ROW_NUMBER, ""));
    }
    return table.keys().stream()
        .map(Field::name)
        .map(name -> values.getOrDefault(name, ""))
        .toList();
  }
}
