package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes the body: controls, groups, repeats, and the actions inside them.
final class BodyWriter {
  private final Survey survey;
  private final Expressions expressions;
  private final Itext itext;
  private final Faults faults;
  private final List<Element> modelActions = new ArrayList<>();

  /// What changes when a question is answered, by the question.
  private final Map<Item, List<Item>> triggered = new LinkedHashMap<>();

  BodyWriter(Survey survey, Expressions expressions, Itext itext, Faults faults) {
    this.survey = survey;
    this.expressions = expressions;
    this.itext = itext;
    this.faults = faults;
    survey.form().each(this::collectTriggers);
    for (Entities.Declared entity : survey.entities().declared()) {
      if (entity.creates()
          && entity.container.kind != Item.Kind.REPEAT
          && entity.container.repeatAround() == null) {
        modelActions.add(
            new Element("setvalue")
                .set("event", "odk-instance-first-load")
                .set("ref", entity.container.path() + "/meta/entity/@id")
                .set("type", "string")
                .set("readonly", "true()")
                .set("value", "uuid()"));
      }
    }
  }

  /// Actions at the start of a record, outside repeats.
  List<Element> modelActions() {
    return modelActions;
  }

  private void collectTriggers(Item item) {
    for (String name : item.triggers) {
      Item trigger = expressions.find(name, item.row, "trigger");
      if (trigger == null) {
        continue;
      }
      if (!trigger.isShown()) {
        faults.add(
            item.row,
            "trigger",
            "invisible_trigger",
            "'"
                + name
                + "' is not shown to people, so it cannot be the trigger of '"
                + item.name
                + "'.",
            "Name a question that is answered.");
      }
      triggered.computeIfAbsent(trigger, _ -> new ArrayList<>()).add(item);
    }
  }

  void write(Item item, Element into) {
    startActions(item, into);
    switch (item.kind) {
      case GROUP -> into.add(group(item));
      case REPEAT -> into.add(repeat(item));
      default -> {
        if (item.isShown()) {
          into.add(control(item));
        }
      }
    }
  }

  /// Actions at the start of a record, or of a row if in a repeat.
  private void startActions(Item item, Element into) {
    List<Element> actions = new ArrayList<>();
    boolean inRepeat = item.repeatAround() != null;
    String event = inRepeat ? "odk-instance-first-load odk-new-repeat" : "odk-instance-first-load";
    if (item.dynamicDefault) {
      Element action = new Element("setvalue").set("event", event).set("ref", item.path());
      actions.add(
          action.set(
              "value",
              expressions.resolve(
                  item.defaultValue, item, item.row, "default", Expressions.Place.NODE)));
    }
    if (item.isQuestion("start-geopoint")) {
      actions.add(
          new Element("odk:setgeopoint")
              .set("event", "odk-instance-first-load")
              .set("ref", item.path()));
    }
    if (item.isQuestion("background-audio")) {
      Element record =
          new Element("odk:recordaudio").set("event", "odk-instance-load").set("ref", item.path());
      record.setIfAny("odk:quality", item.parameters.getOrDefault("quality", ""));
      modelActions.add(record);
    }
    if (inRepeat) {
      actions.forEach(into::add);
    } else {
      modelActions.addAll(actions);
    }
  }

  private Element group(Item item) {
    Element group = new Element("group").set("ref", item.path());
    attributes(group, item);
    label(group, item);
    item.children.forEach(child -> write(child, group));
    return group;
  }

  private Element repeat(Item item) {
    Element group = new Element("group").set("ref", item.path());
    attributes(group, item);
    label(group, item);
    Element repeat = new Element("repeat").set("nodeset", item.path());
    attributes(repeat, item);
    if (!item.repeatCount.isEmpty()) {
      repeat.set(
          "jr:count",
          expressions.resolve(
              item.repeatCount, item, item.row, "repeat_count", Expressions.Place.ABSOLUTE));
    }
    for (Entities.Declared entity : survey.entities().declared()) {
      Item container = entity.container;
      boolean here =
          container == item
              || (container.kind == Item.Kind.GROUP && container.repeatAround() == item);
      if (here && entity.creates()) {
        repeat.add(
            new Element("setvalue")
                .set("event", "odk-instance-first-load odk-new-repeat")
                .set("ref", container.path() + "/meta/entity/@id")
                .set("value", "uuid()"));
      }
    }
    item.children.forEach(child -> write(child, repeat));
    return group.add(repeat);
  }

  private Element control(Item item) {
    QuestionType type = Objects.requireNonNull(item.type);
    boolean external = type.name().equals("select_one_external");
    Element control = new Element(external ? "select1" : type.control()).set("ref", item.path());
    control.setIfAny("mediatype", type.mediatype());
    attributes(control, item);
    label(control, item);
    hint(control, item);
    if (item.selection != null) {
      control.add(itemset(item, item.selection));
    }
    for (Item target : triggered.getOrDefault(item, List.of())) {
      control.add(triggerAction(target));
    }
    return control;
  }

  private Element triggerAction(Item target) {
    boolean place = target.isQuestion("background-geopoint");
    Element action =
        new Element(place ? "odk:setgeopoint" : "setvalue")
            .set("ref", target.path())
            .set("event", "xforms-value-changed");
    if (!place && !target.calculation.isEmpty()) {
      action.set(
          "value",
          expressions.resolve(
              target.calculation, target, target.row, "calculation", Expressions.Place.NODE));
    }
    return action;
  }

  private void attributes(Element element, Item item) {
    element.setIfAny("appearance", attribute(item.appearance, item, "appearance"));
    item.body.forEach((name, value) -> element.set(name, attribute(value, item, "body::" + name)));
  }

  private String attribute(String value, Item item, String column) {
    if (!value.contains("${")) {
      return value;
    }
    List<String> parts =
        expressions.outputs(value, item, item.row, column, Expressions.Place.ABSOLUTE);
    return String.join("", parts);
  }

  private void label(Element element, Item item) {
    boolean translated = item.label.keySet().stream().anyMatch(language -> !language.isEmpty());
    if (translated || !item.media.isEmpty()) {
      String id = item.path() + ":label";
      itext.put(id, "", item.label, item, item.row, "label", Expressions.Place.NODE);
      item.media.forEach((form, texts) ->
          itext.put(id, form, texts, item, item.row, form, Expressions.Place.NODE));
      element.add(new Element("label").set("ref", "jr:itext('" + id + "')"));
    } else if (!item.label.isEmpty()) {
      Element label = new Element("label");
      String text = item.label.values().iterator().next();
      itext.write(label, text, item, item.row, "label", Expressions.Place.NODE);
      element.add(label);
    }
  }

  private void hint(Element element, Item item) {
    boolean translated = item.hint.keySet().stream().anyMatch(language -> !language.isEmpty());
    if (translated || !item.guidance.isEmpty()) {
      String id = item.path() + ":hint";
      itext.put(id, "", item.hint, item, item.row, "hint", Expressions.Place.NODE);
      itext.put(
          id, "guidance", item.guidance, item, item.row, "guidance_hint", Expressions.Place.NODE);
      element.add(new Element("hint").set("ref", "jr:itext('" + id + "')"));
    } else if (!item.hint.isEmpty()) {
      Element hint = new Element("hint");
      String text = item.hint.values().iterator().next();
      itext.write(hint, text, item, item.row, "hint", Expressions.Place.NODE);
      element.add(hint);
    }
  }

  private Element itemset(Item item, Item.Selection selection) {
    String value = "name";
    String label = "label";
    String nodeset;
    if (selection.fromRepeat()) {
      Item source = expressions.find(selection.list(), item.row, "type");
      Item repeat = source == null ? null : source.repeatAround();
      if (source == null || repeat == null) {
        if (source != null) {
          faults.add(
              item.row,
              "type",
              "not_in_repeat",
              "'${" + source.name + "}' is no question inside a repeat, so it offers no choices.",
              "Name a question inside a repeat.");
        }
        return new Element("itemset");
      }
      String inner = "." + source.path().substring(repeat.path().length());
      String relative = Expressions.relative(item, repeat);
      String filter = inner + " != ''";
      if (!item.choiceFilter.isEmpty()) {
        filter =
            expressions.resolve(
                item.choiceFilter,
                item,
                item.row,
                "choice_filter",
                Expressions.Place.FILTER,
                repeat);
      }
      nodeset = (relative.isEmpty() ? repeat.path() : relative) + "[" + filter + "]";
      value = inner.substring(2);
      label = value;
    } else {
      if (selection.extension().equals("geojson")) {
        value = "id";
        label = "title";
      } else if (!selection.fromFile() && survey.translatedList(selection.list())) {
        label = "jr:itext(itextId)";
      }
      value = item.parameters.getOrDefault("value", value);
      label = item.parameters.getOrDefault("label", label);
      nodeset = "instance('" + selection.list() + "')/root/item";
      if (!item.choiceFilter.isEmpty()) {
        nodeset +=
            "["
                + expressions.resolve(
                    item.choiceFilter, item, item.row, "choice_filter", Expressions.Place.FILTER)
                + "]";
      }
    }
    if (item.parameters.getOrDefault("randomize", "").equals("true")) {
      String seed = item.parameters.getOrDefault("seed", "");
      if (seed.contains("${")) {
        seed = expressions.resolve(seed, item, item.row, "parameters", Expressions.Place.NODE);
      }
      nodeset = "randomize(" + nodeset + (seed.isEmpty() ? "" : ", " + seed) + ")";
    }
    return new Element("itemset")
        .set("nodeset", nodeset)
        .add(new Element("value").set("ref", value))
        .add(new Element("label").set("ref", label));
  }
}
