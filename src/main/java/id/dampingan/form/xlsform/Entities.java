package id.dampingan.form.xlsform;

import id.dampingan.form.EntityDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entities sheet: which records become items of a list, and where in the form they stand.
final class Entities {
  private final List<Declared> declared = new ArrayList<>();
  private final Faults faults;
  private final Expressions expressions;
  private final Item form;

  /// A row of the sheet.
  static final class Declared {
    final Row row;
    final String list;
    final List<Item> saved = new ArrayList<>();
    Item container;

    Declared(Row row, String list, Item container) {
      this.row = row;
      this.list = list;
      this.container = container;
    }

    boolean updates() {
      return row.has("entity_id") || row.has("update_if");
    }

    boolean creates() {
      return row.has("create_if") || !updates();
    }

    /// Whether each new record gets an id of its own, because no expression tells which it is.
    boolean makesId() {
      return !row.has("entity_id");
    }

    /// The repeat in which it stands, or null.
    @Nullable Item repeat() {
      return container.kind == Item.Kind.REPEAT ? container : container.repeatAround();
    }
  }

  Entities(Sheets sheets, Item form, Expressions expressions, Instances instances, Faults faults) {
    this.faults = faults;
    this.expressions = expressions;
    this.form = form;
    Map<String, Integer> seen = new HashMap<>();
    for (Row row : sheets.rows("entities")) {
      String list = row.get("list_name");
      if (list.isEmpty()) {
        faults.add(
            row,
            "list_name",
            "missing_entity_list",
            "The entity has no list_name.",
            "Name the list that its records join.");
        continue;
      }
      checkName(row, "list_name", list, false);
      Integer before = seen.putIfAbsent(list, row.number());
      if (before != null) {
        faults.add(
            row,
            "list_name",
            "duplicate_entity_list",
            "The entity list '" + list + "' stands twice (also in row " + before + ").",
            "Remove one of the rows.");
        continue;
      }
      Declared entity = new Declared(row, list, form);
      declared.add(entity);
      checkActions(entity, instances);
    }
    saveTos();
    new EntityPlaces(form, expressions, faults).place(declared);
  }

  List<Declared> declared() {
    return declared;
  }

  /// Those whose node stands directly in this section.
  List<Declared> in(Item section) {
    return declared.stream().filter(entity -> entity.container == section).toList();
  }

  /// The attribute of the model, empty if there are no entities.
  String version() {
    if (declared.isEmpty()) {
      return "";
    }
    boolean plain = declared.size() == 1 && declared.getFirst().repeat() == null;
    return plain ? "2024.1.0" : "2025.1.0";
  }

  List<EntityDeclaration> declarations(String formId) {
    List<EntityDeclaration> all = new ArrayList<>();
    for (Declared entity : declared) {
      Item repeat = entity.repeat();
      all.add(
          new EntityDeclaration(
              entity.list,
              repeat == null ? formId : formId + "/" + repeat.name,
              entity.row.get("entity_id"),
              entity.row.get("label"),
              entity.row.get("create_if"),
              entity.row.get("update_if"),
              nameField(entity.row)));
    }
    return all;
  }

  static String nameField(Row row) {
    return row.get("dampingan:nama").replaceAll("[${}\\s]", "");
  }

  /// The property that a question saves to, without the list's name if that is clear.
  static String property(Item item) {
    int hash = item.saveTo.indexOf('#');
    return hash < 0 ? item.saveTo : item.saveTo.substring(hash + 1);
  }

  private void checkActions(Declared entity, Instances instances) {
    Row row = entity.row;
    if (row.has("update_if") && !row.has("entity_id")) {
      faults.add(
          row,
          "entity_id",
          "missing_entity_id",
          "The entity list '" + entity.list + "' is to be updated, but no entity_id says which.",
          "Fill in entity_id, or use create_if instead of update_if.");
    }
    if (row.has("entity_id") && row.has("create_if") && !row.has("update_if")) {
      faults.add(
          row,
          "update_if",
          "missing_update_if",
          "The entity list '" + entity.list + "' has entity_id and create_if, but no update_if.",
          "Fill in update_if, or remove entity_id.");
    }
    if (entity.creates() && !row.has("label")) {
      faults.add(
          row,
          "label",
          "missing_entity_label",
          "The entity list '" + entity.list + "' creates records without a label.",
          "Fill in the label's expression.");
    }
    if (entity.updates() && !instances.has(entity.list)) {
      faults.add(
          row,
          "list_name",
          "unknown_entity_list",
          "The entity list '" + entity.list + "' is to be updated, but the form does not use it.",
          "Add a question of type select_one_from_file " + entity.list + ".csv or csv-external.");
    }
    String nameField = nameField(row);
    if (!nameField.isEmpty()) {
      expressions.find(nameField, row, "dampingan:nama");
    }
  }

  private void saveTos() {
    form.each(item -> {
      if (!item.saveTo.isEmpty() && !item.isSection()) {
        saveTo(item);
      }
    });
  }

  private void saveTo(Item item) {
    Row row = item.row;
    if (declared.isEmpty()) {
      faults.add(
          row,
          "save_to",
          "no_entities",
          "'" + item.name + "' is to be saved, but there is no entities sheet.",
          "Add an entities sheet with list_name and label.");
      return;
    }
    String[] parts = item.saveTo.split("#", -1);
    if (parts.length > 2) {
      faults.add(
          row,
          "save_to",
          "bad_save_to",
          "save_to '" + item.saveTo + "' has more than one '#'.",
          "Write property, or list_name#property.");
      return;
    }
    String property = parts[parts.length - 1];
    checkName(row, "save_to", property, true);
    if (parts.length == 1 && declared.size() > 1) {
      faults.add(
          row,
          "save_to",
          "ambiguous_save_to",
          "There are several entity lists, but save_to '" + item.saveTo + "' names none.",
          "Write list_name#property.");
      return;
    }
    Declared entity =
        parts.length == 1
            ? declared.getFirst()
            : declared.stream().filter(each -> each.list.equals(parts[0])).findFirst().orElse(null);
    if (entity == null) {
      faults.add(
          row,
          "save_to",
          "unknown_entity_list",
          "The entity list '"
              + parts[0]
              + "' is not on the entities sheet."
              + Words.suggestion(parts[0], declared.stream().map(each -> each.list).toList()),
          "Correct the name, or add the list.");
      return;
    }
    for (Item other : entity.saved) {
      if (property(other).equals(property)) {
        faults.add(
            row,
            "save_to",
            "duplicate_save_to",
            "The property '"
                + property
                + "' is saved twice (also in row "
                + other.row.number()
                + ").",
            "Rename or remove one of them.");
        return;
      }
    }
    entity.saved.add(item);
  }

  private void checkName(Row row, String column, String name, boolean property) {
    boolean reserved =
        property && (name.equalsIgnoreCase("name") || name.equalsIgnoreCase("label"));
    boolean dotted = !property && name.contains(".");
    if (!Words.isName(name) || dotted || name.startsWith("__") || reserved) {
      faults.add(
          row,
          column,
          "invalid_entity_name",
          "'"
              + name
              + "' cannot be "
              + (property ? "a property" : "a list")
              + " of entities"
              + (reserved ? ": the word is reserved." : "."),
          "Take letters, digits and underscores, not two underscores first.");
    }
  }
}
