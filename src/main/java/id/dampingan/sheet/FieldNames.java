package id.dampingan.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The field names in the hidden texts of a sheet's rows: nearly every row has them in the order of
/// the row before, so they are compared there instead of being cut out and hashed again, and are
/// the very strings that the columns are called.
final class FieldNames {
  private final Map<String, String> known = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private int next;

  FieldNames(List<@Nullable SheetColumn> columns) {
    for (SheetColumn column : columns) {
      if (column != null) {
        known.putIfAbsent(column.name(), column.name());
      }
    }
  }

  /// A row begins.
  void begin() {
    next = 0;
  }

  /// The name that stands there in the text.
  String at(String text, int from, int to) {
    int place = next++;
    if (place < order.size()) {
      String expected = order.get(place);
      if (expected.length() == to - from && text.startsWith(expected, from)) {
        return expected;
      }
    }
    String cut = text.substring(from, to);
    String name = known.getOrDefault(cut, cut);
    if (place < order.size()) {
      order.set(place, name);
    } else {
      order.add(name);
    }
    return name;
  }
}
