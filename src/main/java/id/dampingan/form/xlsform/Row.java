package id.dampingan.form.xlsform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A row of a sheet by canonical column: `relevant`, `label::English (en)`, `bind::dampingan:kunci`.
///
/// @param sheet such as `survey`
/// @param number as Excel shows it
/// @param cells only those that hold something
record Row(String sheet, int number, Map<String, String> cells) {
  Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  /// This row with other cells too, which count more.
  Row with(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    all.putAll(others);
    return new Row(sheet, number, all);
  }

  /// A yes or no, as every spelling of pyxform says it.
  boolean isYes(String column) {
    return Words.isYes(get(column));
  }

  /// The texts of a translatable column by the language's name, `""` for the column without one.
  Map<String, String> texts(String column) {
    Map<String, String> texts = new LinkedHashMap<>();
    cells.forEach((name, text) -> {
      if (name.equals(column)) {
        texts.put("", text);
      } else if (name.startsWith(column + "::")) {
        texts.put(name.substring(column.length() + 2), text);
      }
    });
    return texts;
  }

  /// The columns of a group, such as `bind::`, by what stands after it.
  Map<String, String> group(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    cells.forEach((name, text) -> {
      if (name.startsWith(prefix + "::")) {
        found.put(name.substring(prefix.length() + 2), text);
      }
    });
    return found;
  }
}
