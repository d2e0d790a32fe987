package id.dampingan.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a template may show, by the names that it uses.
final class Facts {
  private final Map<String, Object> byName = new LinkedHashMap<>();

  static Facts of(String name, Object value) {
    return new Facts().with(name, value);
  }

  /// A list is a turn of a section each; `ada` and its name say whether there is any.
  Facts with(String name, Object value) {
    switch (value) {
      case Facts inner -> byName.put(name, inner.byName);
      case Iterable<?> turns -> {
        List<Object> list = new ArrayList<>();
        turns.forEach(turn -> list.add(turn instanceof Facts facts ? facts.byName : turn));
        byName.put(name, list);
        byName.put("ada" + name, !list.isEmpty());
      }
      default -> byName.put(name, value);
    }
    return this;
  }

  Facts with(Facts others) {
    byName.putAll(others.byName);
    return this;
  }

  Map<String, Object> byName() {
    return byName;
  }
}
