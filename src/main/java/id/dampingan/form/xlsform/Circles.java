package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds questions that wait for each other: no order of computing them exists.
///
/// What counts is what the engine keeps up to date by itself: calculations, relevance, required and
/// read-only; a group's relevance counts for all in it. Constraints, defaults and choice filters are
/// read only when somebody answers.
final class Circles {
  private final Item form;
  private final Expressions expressions;
  private final Faults faults;
  private final Map<Item, Set<Item>> needs = new LinkedHashMap<>();
  private final Set<Item> done = new HashSet<>();

  Circles(Item form, Expressions expressions, Faults faults) {
    this.form = form;
    this.expressions = expressions;
    this.faults = faults;
  }

  /// Tells each circle once.
  void check() {
    collect(form, Set.of());
    for (Item item : needs.keySet()) {
      walk(item, new ArrayList<>());
    }
  }

  private void collect(Item item, Set<Item> inherited) {
    Set<Item> relevance = new LinkedHashSet<>(inherited);
    relevance.addAll(read(item, item.relevant));
    Set<Item> all = new LinkedHashSet<>(relevance);
    all.addAll(read(item, item.required));
    all.addAll(read(item, item.readOnly));
    if (item.triggers.isEmpty()) {
      all.addAll(read(item, item.calculation));
    }
    needs.put(item, all);
    item.children.forEach(child -> collect(child, relevance));
  }

  private Set<Item> read(Item item, String expression) {
    return expression.isEmpty() ? Set.of() : Dependencies.of(expression, item, form, expressions);
  }

  private void walk(Item item, List<Item> way) {
    int before = way.indexOf(item);
    if (before >= 0) {
      tell(way.subList(before, way.size()));
      return;
    }
    if (done.contains(item)) {
      return;
    }
    way.add(item);
    needs.getOrDefault(item, Set.of()).forEach(next -> walk(next, way));
    way.removeLast();
    done.add(item);
  }

  private static String column(Item item) {
    if (!item.calculation.isEmpty() && item.triggers.isEmpty()) {
      return "calculation";
    }
    return !item.relevant.isEmpty()
        ? "relevant"
        : !item.required.isEmpty() ? "required" : !item.readOnly.isEmpty() ? "read_only" : "name";
  }

  private void tell(List<Item> circle) {
    Item first = circle.getFirst();
    for (Item item : circle) {
      if (item.row.number() < first.row.number()) {
        first = item;
      }
    }
    String column = column(first);
    String names = String.join("', '", circle.stream().map(item -> item.name).toList());
    faults.add(
        first.row,
        column,
        "circular",
        circle.size() == 1
            ? "'" + names + "' depends on itself."
            : "'" + names + "' depend on each other in a circle.",
        "Break the circle: let one of them not read the other.");
  }
}
