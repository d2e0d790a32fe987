package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds for each entity the section in which its node stands.
///
/// A section holds one entity at most. An entity stands as deep as its saved questions allow, and in
/// the repeat whose questions it reads, so that each row has its own.
final class EntityPlaces {
  private final Item form;
  private final Expressions expressions;
  private final Faults faults;

  /// The entity to which a section belongs: where it stands, and between there and its questions.
  private final Map<Item, Entities.Declared> taken = new HashMap<>();

  EntityPlaces(Item form, Expressions expressions, Faults faults) {
    this.form = form;
    this.expressions = expressions;
    this.faults = faults;
  }

  /// A question that the entity saves or reads.
  ///
  /// @param section the section that holds the question
  /// @param name the question's name
  /// @param saved whether it is saved, not only read
  private record Reference(Item section, String name, Row row, String column, boolean saved) {}

  /// Where an entity wants to stand.
  ///
  /// @param scope the deepest repeat, or the form, of which it reads
  /// @param wanted the deepest section that suits it
  private record Request(Entities.Declared entity, Item scope, Item wanted) {}

  void place(List<Entities.Declared> entities) {
    Map<Item, List<Request>> scopes = new LinkedHashMap<>();
    for (Entities.Declared entity : entities) {
      Request request = request(entity);
      scopes.computeIfAbsent(request.scope(), _ -> new ArrayList<>()).add(request);
    }
    boolean alone = entities.size() == 1 && scopes.containsKey(form);
    if (alone) {
      entities.getFirst().container = form;
      return;
    }
    scopes
        .values()
        .forEach(requests ->
            requests.stream()
                .sorted(Comparator.comparingInt(request -> request.entity().row.number()))
                .forEach(this::allocate));
  }

  private Request request(Entities.Declared entity) {
    List<Reference> references = references(entity);
    if (references.isEmpty()) {
      return new Request(entity, form, form);
    }
    Item scope = form;
    for (Reference reference : references) {
      Item own = scope(reference.section());
      if (repeats(own) > repeats(scope)) {
        scope = own;
      }
    }
    Item wanted = wanted(references, scope);
    for (Reference reference : references) {
      Item own = scope(reference.section());
      boolean apart = !scope.lineage().contains(own);
      if (apart || (reference.saved() && own != scope(wanted))) {
        refuseScope(entity, reference, scope);
        break;
      }
    }
    return new Request(entity, scope(wanted), wanted);
  }

  /// The deepest section that holds all saved questions, else the deepest that holds a read one.
  private static Item wanted(List<Reference> references, Item scope) {
    Item shared = null;
    Item deepestSaved = null;
    for (Reference reference : references) {
      if (reference.saved()) {
        Item section = reference.section();
        shared = shared == null ? section : shared(shared, section);
        Item own = scope(section);
        if (deepestSaved == null || repeats(own) > repeats(deepestSaved)) {
          deepestSaved = own;
        }
      }
    }
    if (shared != null && deepestSaved != null) {
      return repeats(deepestSaved) > repeats(shared) ? deepestSaved : shared;
    }
    Item deepest = scope;
    for (Reference reference : references) {
      Item section = reference.section();
      if (scope(section) == scope && section.lineage().size() > deepest.lineage().size()) {
        deepest = section;
      }
    }
    return deepest;
  }

  private void allocate(Request request) {
    Entities.Declared entity = request.entity();
    Entities.Declared other = null;
    for (Item at = request.wanted(); at != null; at = at == request.scope() ? null : at.parent) {
      other = taken.get(at);
      if (other == null) {
        entity.container = at;
        reserve(entity, at);
        return;
      }
      boolean inTheWay =
          entity.saved.stream().anyMatch(item -> item.parent != null && taken(item, entity));
      if (inTheWay) {
        break;
      }
    }
    faults.add(
        entity.row,
        "list_name",
        "entity_place_taken",
        "The entities '"
            + entity.list
            + "' and '"
            + (other == null ? "" : other.list)
            + "' would stand in the same place of the form.",
        "Put the questions of one of them into a group of their own.");
  }

  private boolean taken(Item item, Entities.Declared entity) {
    Entities.Declared other = item.parent == null ? null : taken.get(item.parent);
    return other != null && other != entity;
  }

  private void reserve(Entities.Declared entity, Item at) {
    taken.put(at, entity);
    for (Item item : entity.saved) {
      for (Item up = item.parent; up != null && up != at; up = up.parent) {
        taken.put(up, entity);
      }
    }
  }

  private List<Reference> references(Entities.Declared entity) {
    List<Reference> references = new ArrayList<>();
    for (Item item : entity.saved) {
      if (item.parent != null) {
        references.add(new Reference(item.parent, item.name, item.row, "save_to", true));
      }
    }
    for (String column : List.of("entity_id", "create_if", "update_if", "label")) {
      for (String name : names(entity.row.get(column))) {
        Item target = expressions.known(name);
        if (target != null && target.parent != null) {
          references.add(new Reference(target.parent, name, entity.row, column, false));
        }
      }
    }
    Item repeat = named(entity.row);
    if (repeat != null) {
      references.add(new Reference(repeat, repeat.name, entity.row, "repeat", false));
    }
    return references;
  }

  private static Set<String> names(String expression) {
    return expression.isEmpty() ? Set.of() : new LinkedHashSet<>(Expressions.names(expression));
  }

  /// The repeat that the column `repeat` names, or null.
  private @Nullable Item named(Row row) {
    String name = row.get("repeat").replaceAll("[${}\\s]", "");
    Item repeat = name.isEmpty() ? null : expressions.find(name, row, "repeat");
    if (repeat != null && repeat.kind != Item.Kind.REPEAT) {
      faults.add(
          row,
          "repeat",
          "not_a_repeat",
          "'" + repeat.name + "' is not a repeat.",
          "Name a repeat, such as ${anggota}.");
      return null;
    }
    return repeat;
  }

  private void refuseScope(Entities.Declared entity, Reference reference, Item scope) {
    faults.add(
        reference.row(),
        reference.column(),
        "entity_scope",
        "The entity '"
            + entity.list
            + "' "
            + (reference.saved() ? "saves '" : "reads '")
            + reference.name()
            + "' of '"
            + scope(reference.section()).name
            + "', but stands in '"
            + scope.name
            + "'.",
        "Copy the value with a calculate to where the entity stands.");
  }

  private static Item scope(Item section) {
    Item scope = section;
    while (scope.kind != Item.Kind.REPEAT && scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  private static long repeats(Item section) {
    return section.lineage().stream().filter(item -> item.kind == Item.Kind.REPEAT).count();
  }

  private static Item shared(Item a, Item b) {
    List<Item> lineage = b.lineage();
    Item shared = a;
    while (!lineage.contains(shared) && shared.parent != null) {
      shared = shared.parent;
    }
    return shared;
  }
}
