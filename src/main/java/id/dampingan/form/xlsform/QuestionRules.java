package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a question's type and columns ask of each other, checked and completed.
final class QuestionRules {
  private final Faults faults;

  QuestionRules(Faults faults) {
    this.faults = faults;
  }

  void apply(Item item, boolean inRepeat) {
    QuestionType type = item.type;
    if (type == null) {
      return;
    }
    Row row = item.row;
    if (!item.defaultValue.isEmpty()) {
      item.dynamicDefault = Defaults.isDynamic(item.defaultValue, type.name());
    }
    triggers(item);
    if (type.name().equals("calculate") && item.calculation.isEmpty() && !item.dynamicDefault) {
      faults.add(
          row,
          "calculation",
          "missing_calculation",
          "The calculation of '" + item.name + "' is missing.",
          "Fill in its calculation.");
    }
    if (type.isExternalInstance() && inRepeat) {
      faults.add(
          row,
          "type",
          "external_in_repeat",
          "A list from a file must not stand inside a repeat.",
          "Move this row out of the repeat.");
    }
    if (type.isExternalInstance()) {
      return;
    }
    if (item.constraint.isEmpty()) {
      item.constraint = type.constraint();
    }
    if (item.hint.isEmpty() && !type.hint().isEmpty()) {
      item.hint = Map.of("", type.hint());
    }
    if (type.isNote()) {
      item.readOnly = "yes";
    }
    if (item.appearance.equals("label") && item.label.isEmpty()) {
      item.label = Map.of("", " ");
    }
    boolean unlabelled = item.label.isEmpty() && item.hint.isEmpty() && item.media.isEmpty();
    if (unlabelled && item.isShown()) {
      faults.add(
          row,
          "label",
          "missing_label",
          "The question '" + item.name + "' has no label or hint.",
          "Fill in its label.");
    }
    attributes(item, type);
  }

  private void triggers(Item item) {
    String cell = item.row.get("trigger");
    if (item.type != null && item.type.name().equals("background-geopoint")) {
      if (cell.isEmpty()) {
        faults.add(
            item.row,
            "trigger",
            "missing_trigger",
            "A background-geopoint needs a trigger.",
            "Name a question, such as ${name}.");
      }
      if (!item.calculation.isEmpty()) {
        faults.add(
            item.row,
            "calculation",
            "calculated_geopoint",
            "A background-geopoint must not have a calculation.",
            "Remove it.");
      }
    }
    if (cell.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String part : cell.split(",", -1)) {
      if (!part.strip().matches("\\$\\{[^{}]+\\}")) {
        faults.add(
            item.row,
            "trigger",
            "bad_trigger",
            "The trigger '" + cell + "' cannot be read.",
            "Write references with commas between, such as ${a}, ${b}.");
        return;
      }
      names.add(part.strip().substring(2, part.strip().length() - 1).strip());
    }
    item.triggers = names;
  }

  private void attributes(Item item, QuestionType type) {
    Map<String, String> given = item.parameters;
    switch (type.name()) {
      case "range" -> range(item);
      case "text" -> copy(given, "rows", item.body, "rows");
      case "image" -> {
        copy(given, "max-pixels", item.bind, "orx:max-pixels");
        copy(given, "app", item.body, "intent");
        if (!item.defaultValue.isEmpty()
            && !item.dynamicDefault
            && !item.defaultValue.startsWith("jr://images/")) {
          item.defaultValue = "jr://images/" + item.defaultValue;
        }
      }
      case "audio" -> copy(given, "quality", item.bind, "odk:quality");
      case "geopoint", "geotrace", "geoshape" -> {
        copy(given, "allow-mock-accuracy", item.bind, "odk:allow-mock-accuracy");
        copy(given, "capture-accuracy", item.body, "accuracyThreshold");
        copy(given, "warning-accuracy", item.body, "unacceptableAccuracyThreshold");
        copy(given, "incremental", item.body, "odk:incremental");
      }
      default -> {}
    }
    if (item.row.has("rows")) {
      item.body.put("rows", item.row.get("rows"));
    }
    if (item.row.has("autoplay")) {
      item.body.put("autoplay", item.row.get("autoplay"));
    }
    if (item.row.has("intent")) {
      item.body.put("intent", item.row.get("intent"));
    }
  }

  private static void copy(
      Map<String, String> from, String key, Map<String, String> to, String attribute) {
    String value = from.get(key);
    if (value != null) {
      to.put(attribute, value);
    }
  }

  private void range(Item item) {
    Map<String, String> given = item.parameters;
    Map<String, String> range = new LinkedHashMap<>();
    range.put("start", given.getOrDefault("start", "1"));
    range.put("end", given.getOrDefault("end", "10"));
    range.put("step", given.getOrDefault("step", "1"));
    boolean decimal = range.values().stream().anyMatch(number -> number.contains("."));
    item.body.putAll(range);
    if (decimal) {
      item.bind.putIfAbsent("type", "decimal");
    }
    copy(given, "tick_interval", item.body, "odk:tick-interval");
    copy(given, "placeholder", item.body, "odk:placeholder");
    try {
      double span =
          Math.abs(Double.parseDouble(range.get("end")) - Double.parseDouble(range.get("start")));
      if (Double.parseDouble(range.get("step")) > span && span > 0) {
        faults.add(
            item.row,
            "parameters",
            "bad_parameters",
            "The step of the range is larger than the range.",
            "Take a smaller step.");
      }
    } catch (NumberFormatException e) {
      // Told already where the parameters were read.
      item.body.remove("step");
    }
  }
}
