package id.dampingan.form;

import id.dampingan.form.Judgement.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathConditional;
import org.jspecify.annotations.Nullable;

/// Which cells a rule reads, also through calculations.
///
/// Found in the expressions themselves, so it does not depend on which branch was taken.
final class Reads {
  private final ParsedForm parsed;

  /// By path and kind of expression: the paths that it mentions.
  private final Map<String, Map<String, List<String>>> mentioned = new HashMap<>();

  /// The paths whose constraint looks into a list.
  private final Set<String> instances = new HashSet<>();

  Reads(ParsedForm parsed, Map<String, Map<String, List<TreeReference>>> references) {
    this.parsed = parsed;
    references.forEach((path, expressions) -> {
      Map<String, List<String>> ofPath = new HashMap<>();
      expressions.forEach((kind, refs) -> ofPath.put(kind, paths(refs)));
      mentioned.put(path, ofPath);
      if (expressions.getOrDefault("constraint", List.of()).stream()
          .anyMatch(reference -> reference.getInstanceName() != null)) {
        instances.add(path);
      }
    });
  }

  Set<Cell> ofConstraint(Filling.Row row, Place place) {
    Set<Cell> cells = own(row, place);
    follow(row, mentioned(place.path(), "constraint"), cells, new HashSet<>());
    return cells;
  }

  /// Whether the constraint reads no answer but the one that it judges.
  boolean readsOnlyItself(Place place) {
    return mentioned(place.path(), "constraint").stream().allMatch(place.path()::equals)
        && !instances.contains(place.path());
  }

  /// The rule that asks for an answer, and all that decide whether the question is put at all.
  Set<Cell> ofRequired(Filling.Row row, Place place) {
    Set<Cell> cells = own(row, place);
    Set<String> seen = new HashSet<>();
    follow(row, mentioned(place.path(), "required"), cells, seen);
    for (String path = place.path(); !path.isEmpty(); path = Paths.parent(path)) {
      follow(row, mentioned(path, "relevant"), cells, seen);
    }
    return cells;
  }

  Set<Cell> ofChoices(Filling.Row row, Place place) {
    Set<Cell> cells = own(row, place);
    ItemsetBinding itemset = place.question() == null ? null : place.question().getDynamicChoices();
    if (itemset != null && itemset.nodesetExpr instanceof XPathConditional expression) {
      List<String> paths = paths(JavaRosa.references(expression, Paths.reference(place.path())));
      follow(row, paths, cells, new HashSet<>());
    }
    return cells;
  }

  private static Set<Cell> own(Filling.Row row, Place place) {
    Set<Cell> cells = new LinkedHashSet<>();
    cells.add(new Cell(row.uuid, place.name()));
    return cells;
  }

  private List<String> mentioned(String path, String kind) {
    return mentioned.getOrDefault(path, Map.of()).getOrDefault(kind, List.of());
  }

  private void follow(Filling.Row row, List<String> paths, Set<Cell> cells, Set<String> seen) {
    for (String path : paths) {
      Place place = parsed.place(path);
      if (place == null || place.field() == null) {
        continue;
      }
      for (Filling.Row other : rows(row, parsed.tableOf(path))) {
        if (!place.isDerived()) {
          cells.add(new Cell(other.uuid, place.name()));
        } else if (seen.add(other.uuid + path)) {
          follow(other, mentioned(path, "calculate"), cells, seen);
        }
      }
    }
  }

  /// Its own row or an ancestor's if the table is on the way up, else all below the common ancestor.
  private static List<Filling.Row> rows(Filling.Row row, Table table) {
    Filling.Row common = row;
    while (!table.isWithin(common.table)) {
      Filling.@Nullable Row parent = common.parent;
      if (parent == null) {
        return List.of();
      }
      common = parent;
    }
    List<Filling.Row> found = new ArrayList<>();
    collect(common, table, found);
    return found;
  }

  private static void collect(Filling.Row row, Table table, List<Filling.Row> found) {
    if (row.table == table) {
      found.add(row);
      return;
    }
    for (Table child : row.table.children) {
      if (table.isWithin(child)) {
        row.children(child).forEach(r -> collect(r, table, found));
      }
    }
  }

  private static List<String> paths(List<TreeReference> references) {
    List<String> paths = new ArrayList<>();
    for (TreeReference reference : references) {
      if (reference.getInstanceName() == null) {
        paths.add(Paths.of(reference));
      }
    }
    return paths.stream().distinct().sorted().toList();
  }
}
