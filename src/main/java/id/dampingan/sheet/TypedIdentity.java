package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.FormTable;
import id.dampingan.submission.Digest;
import id.dampingan.submission.Missing;
import id.dampingan.submission.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The identity of a row that was typed into a workbook (MERGE 2).
public final class TypedIdentity {
  private TypedIdentity() {}

  /// Whether every key field is filled: then the workbook and other rows do not matter.
  ///
  /// A key that nobody knows names nothing.
  public static boolean isKeyed(FormTable table, Map<String, String> values) {
    return !table.keys().isEmpty()
        && table.keys().stream()
            .noneMatch(key -> Missing.known(values.getOrDefault(key.name(), "")).isEmpty());
  }

  /// @param values the row's non-empty, non-derived cells by field; `_induk` is left out
  /// @param k 1 for the first of equal rows of the sheet, 2 for the second, and so on
  public static UUID of(
      FormTable table,
      @Nullable UUID parent,
      String workbookId,
      Map<String, String> values,
      int k) {
    if (isKeyed(table, values)) {
      List<String> keys = new ArrayList<>();
      for (Field key : table.keys()) {
        keys.add(values.getOrDefault(key.name(), ""));
      }
      return Digest.keyedUuid(table.name(), parent, keys);
    }
    return Digest.unkeyedUuid(table.name(), parent, workbookId, said(values), k);
  }

  /// What distinguishes rows without a key.
  static Map<String, String> said(Map<String, String> values) {
    Map<String, String> said = new TreeMap<>(values);
    said.remove(SystemField.PARENT);
    said.values().removeIf(String::isEmpty);
    return said;
  }
}
