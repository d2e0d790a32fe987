package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the binds: a node's type, rules, calculation and messages.
final class ModelBinds {
  private final Survey survey;
  private final Expressions expressions;
  private final Itext itext;
  private final AttributeNames attributes;
  private final List<Element> binds = new ArrayList<>();

  ModelBinds(Survey survey, Expressions expressions, Itext itext, AttributeNames attributes) {
    this.survey = survey;
    this.expressions = expressions;
    this.itext = itext;
    this.attributes = attributes;
  }

  List<Element> write() {
    Item form = survey.form();
    form.each(item -> {
      if (item != form && item.hasNode()) {
        bind(item, item.path());
      }
      entities(item);
    });
    Item audit = survey.audit();
    if (audit != null) {
      bind(audit, form.path() + "/meta/audit");
    }
    if (survey.hasInstanceId()) {
      String id = survey.setting("instance_id");
      Element bind = new Element("bind").set("nodeset", form.path() + "/meta/instanceID");
      bind.set("type", "string").set("readonly", "true()");
      binds.add(bind.set("jr:preload", id.isEmpty() ? "uid" : id));
    }
    String name = survey.setting("instance_name");
    if (!name.isEmpty()) {
      Element bind = new Element("bind").set("nodeset", form.path() + "/meta/instanceName");
      bind.set("type", "string");
      binds.add(
          bind.set(
              "calculate",
              expressions.resolve(
                  name, form, survey.settings(), "instance_name", Expressions.Place.NODE)));
    }
    return binds;
  }

  private void bind(Item item, String path) {
    Element bind = new Element("bind").set("nodeset", path);
    QuestionType type = item.type;
    if (type != null) {
      bind.setIfAny("type", type.bind());
      if (type.isMetadata()) {
        bind.set("jr:preload", type.preload()).set("jr:preloadParams", type.preloadParams());
      }
    }
    rule(bind, "readonly", item.readOnly, item, "read_only");
    rule(bind, "required", item.required, item, "required");
    rule(bind, "relevant", item.relevant, item, "relevant");
    rule(bind, "constraint", item.constraint, item, "constraint");
    if (item.triggers.isEmpty()) {
      rule(bind, "calculate", item.calculation, item, "calculation");
    }
    message(bind, "jr:constraintMsg", "constraint_message", item);
    message(bind, "jr:requiredMsg", "required_message", item);
    message(bind, "jr:noAppErrorString", "no_app_error_string", item);
    if (!item.saveTo.isEmpty()) {
      bind.set("entities:saveto", Entities.property(item));
    }
    item.bind.forEach((attribute, value) -> extra(bind, attribute, value, item));
    if (bind.attributes().size() > 1) {
      binds.add(bind);
    }
  }

  private void rule(Element bind, String attribute, String text, Item item, String column) {
    if (text.isEmpty()) {
      return;
    }
    String xpath =
        expressions.resolve(Words.xpath(text), item, item.row, column, Expressions.Place.NODE);
    bind.set(attribute, xpath);
  }

  private void extra(Element bind, String attribute, String value, Item item) {
    if (!attributes.usable(attribute, item.row, "bind::" + attribute)) {
      return;
    }
    bind.set(
        attribute,
        value.contains("${")
            ? expressions.resolve(
                value, item, item.row, "bind::" + attribute, Expressions.Place.NODE)
            : value);
  }

  private void message(Element bind, String attribute, String column, Item item) {
    Map<String, String> texts = item.row.texts(column);
    if (texts.isEmpty()) {
      return;
    }
    String plain = texts.get("");
    if (texts.size() == 1 && plain != null && !plain.contains("${")) {
      bind.set(attribute, plain);
      return;
    }
    String id = item.path() + ":" + attribute;
    itext.put(id, "", texts, item, item.row, column, Expressions.Place.NODE);
    bind.set(attribute, "jr:itext('" + id + "')");
  }

  private void entities(Item section) {
    for (Entities.Declared entity : survey.entities().in(section)) {
      String path = section.path() + "/meta/entity";
      // Its expressions are read at the entity, three steps below the section.
      Item meta = new Item(Item.Kind.GROUP, "meta", entity.row, null);
      meta.parent = section;
      Item node = new Item(Item.Kind.GROUP, "entity", entity.row, null);
      node.parent = meta;
      Item leaf = new Item(Item.Kind.QUESTION, "label", entity.row, null);
      leaf.parent = node;
      entityBind(entity.row, leaf, path + "/@id", "entity_id");
      if (entity.row.has("create_if")) {
        entityBind(entity.row, leaf, path + "/@create", "create_if");
      }
      if (entity.row.has("update_if")) {
        entityBind(entity.row, leaf, path + "/@update", "update_if");
      }
      if (entity.row.has("label")) {
        entityBind(entity.row, leaf, path + "/label", "label");
      }
      if (entity.row.has("entity_id")) {
        versions(entity, leaf, path);
      }
    }
  }

  private void entityBind(Row row, Item leaf, String nodeset, String column) {
    Element bind = new Element("bind").set("nodeset", nodeset);
    String expression = row.get(column);
    if (!expression.isEmpty()) {
      bind.set(
          "calculate", expressions.resolve(expression, leaf, row, column, Expressions.Place.NODE));
    }
    binds.add(bind.set("type", "string").set("readonly", "true()"));
  }

  private void versions(Entities.Declared entity, Item leaf, String path) {
    String id =
        expressions.resolve(
            entity.row.get("entity_id"), leaf, entity.row, "entity_id", Expressions.Place.FILTER);
    String item = "instance('" + entity.list + "')/root/item[name=" + id + "]/";
    Map<String, String> attributes =
        Map.of(
            "baseVersion", "__version", "trunkVersion", "__trunkVersion", "branchId", "__branchId");
    for (String attribute : List.of("baseVersion", "trunkVersion", "branchId")) {
      Element bind = new Element("bind").set("nodeset", path + "/@" + attribute);
      bind.set("calculate", item + attributes.get(attribute));
      binds.add(bind.set("type", "string").set("readonly", "true()"));
    }
  }
}
