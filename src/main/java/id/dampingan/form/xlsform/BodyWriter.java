package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the body: controls, groups, repeats, and the actions inside them.
final class BodyWriter {
  private static final String FIRST_LOAD = "odk-instance-first-load";
  private static final String NEW_ROW = "odk-new-repeat";

  private final Survey survey;
  private final Expressions expressions;
  private final Itext itext;
  private final AttributeNames attributes;
  private final Faults faults;
  private final ChoiceWriter choices;
  private final List<Element> modelActions = new ArrayList<>();

  /// What changes when a question is answered, by the question.
  private final Map<Item, List<Item>> triggered = new LinkedHashMap<>();

  BodyWriter(
      Survey survey,
      Expressions expressions,
      Itext itext,
      AttributeNames attributes,
      Faults faults) {
    this.survey = survey;
    this.expressions = expressions;
    this.itext = itext;
    this.attributes = attributes;
    this.faults = faults;
    choices = new ChoiceWriter(survey, expressions, faults);
    survey.form().each(this::collectTriggers);
    for (Entities.Declared entity : survey.entities().declared()) {
      if (entity.makesId()) {
        modelActions.add(idAction(entity, FIRST_LOAD));
      }
    }
  }

  private static Element idAction(Entities.Declared entity, String event) {
    return new Element("setvalue")
        .set("event", event)
        .set("ref", entity.container.path() + "/meta/entity/@id")
        .set("value", "uuid()");
  }

  /// The lists whose choices are written into questions, so that no instance is needed.
  Set<String> listsInQuestions() {
    return choices.searched();
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

  /// Writes the item below the body's root.
  void write(Item item, Element into) {
    write(item, into, null);
  }

  private void write(Item item, Element into, @Nullable Element repeat) {
    startActions(item, repeat);
    switch (item.kind) {
      case GROUP -> into.add(group(item, repeat));
      case REPEAT -> into.add(repeat(item));
      default -> {
        if (item.isShown()) {
          into.add(control(item));
        }
      }
    }
  }

  /// Actions at the start of a record, and in a repeat also at the start of each new row.
  private void startActions(Item item, @Nullable Element repeat) {
    if (item.dynamicDefault) {
      String value =
          expressions.resolve(item.defaultValue, item, item.row, "default", Expressions.Place.NODE);
      modelActions.add(setvalue(item, FIRST_LOAD).set("value", value));
      if (repeat != null) {
        repeat.add(setvalue(item, NEW_ROW).set("value", value));
      }
    }
    if (item.isQuestion("start-geopoint")) {
      modelActions.add(
          new Element("odk:setgeopoint").set("event", FIRST_LOAD).set("ref", item.path()));
    }
    if (item.isQuestion("background-audio")) {
      Element record =
          new Element("odk:recordaudio").set("event", "odk-instance-load").set("ref", item.path());
      record.setIfAny("odk:quality", item.parameters.getOrDefault("quality", ""));
      modelActions.add(record);
    }
  }

  private static Element setvalue(Item item, String event) {
    return new Element("setvalue").set("event", event).set("ref", item.path());
  }

  private Element group(Item item, @Nullable Element repeat) {
    Element group = new Element("group").set("ref", item.path());
    attributes(group, item);
    label(group, item);
    item.children.forEach(child -> write(child, group, repeat));
    return group;
  }

  private Element repeat(Item item) {
    Element group = new Element("group").set("ref", item.path());
    label(group, item);
    if (group.isEmpty()) {
      group.add(new Element("label"));
    }
    Element repeat = new Element("repeat").set("nodeset", item.path());
    attributes(repeat, item);
    if (!item.repeatCount.isEmpty()) {
      repeat.set(
          "jr:count",
          expressions.resolve(
              item.repeatCount, item, item.row, "repeat_count", Expressions.Place.NODE));
    }
    for (Entities.Declared entity : survey.entities().declared()) {
      if (entity.makesId() && entity.repeat() == item) {
        repeat.add(idAction(entity, NEW_ROW));
      }
    }
    item.children.forEach(child -> write(child, repeat, repeat));
    return group.add(repeat);
  }

  private Element control(Item item) {
    QuestionType type = Objects.requireNonNull(item.type);
    boolean external = type.name().equals("select_one_external");
    Element control = new Element(external ? "select1" : type.control()).set("ref", item.path());
    control.setIfAny("mediatype", type.mediatype());
    attributes(control, item);
    label(control, item);
    if (control.isEmpty()) {
      control.add(new Element("label"));
    }
    hint(control, item);
    choices.write(item, control);
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
    item.body.forEach((name, value) -> {
      if (attributes.usable(name, item.row, "body::" + name)) {
        element.set(name, attribute(value, item, "body::" + name));
      }
    });
  }

  private String attribute(String value, Item item, String column) {
    return expressions.substituted(value, item, item.row, column);
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
}
