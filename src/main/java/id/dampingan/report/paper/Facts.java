package id.dampingan.report.paper;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a template may show, by the names that it uses.
final class Facts {
  private final Map<String, Object> byName = new LinkedHashMap<>();

  static Facts of(String name, Object value) {
    return new Facts().with(name, value);
  }

  Facts with(String name, Object value) {
    byName.put(name, value instanceof Facts inner ? inner.byName : value);
    return this;
  }

  Facts with(Facts others) {
    byName.putAll(others.byName);
    return this;
  }

  /// A list of facts, each a turn of a section; `ada` and the name say whether there is any.
  Facts with(String name, Iterable<Facts> turns) {
    java.util.List<Map<String, Object>> list = new java.util.ArrayList<>();
    turns.forEach(turn -> list.add(turn.byName));
    byName.put(name, list);
    byName.put("ada" + name, !list.isEmpty());
    return this;
  }

  Map<String, Object> byName() {
    return byName;
  }
}
