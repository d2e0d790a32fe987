package id.dampingan.form.xlsform;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A section of the survey sheet whose end has not come.
final class OpenSection {
  final Item item;

  /// Whether its selects show as one table.
  boolean tableList;

  /// The list of that table, empty until its first select came.
  String tableListName = "";

  private final Map<String, Row> names = new HashMap<>();
  private final Map<String, Row> namesWithoutCase = new HashMap<>();

  OpenSection(Item item) {
    this.item = item;
  }

  /// Takes a name; the row that has it already, or null.
  @Nullable Row take(String name, Row row) {
    return names.putIfAbsent(name, row);
  }

  /// The row whose name differs only in its capitals, or null.
  @Nullable Row alike(String name, Row row) {
    Row before = namesWithoutCase.putIfAbsent(name.toLowerCase(Locale.ROOT), row);
    return before == null || before.get("name").equals(name) ? null : before;
  }
}
