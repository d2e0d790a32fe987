package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a question's type and columns ask of each other, checked and completed.
final class QuestionRules {
  private static final Pattern PACKAGE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+");

  private final ChoiceSheet choices;
  private final Faults faults;

  QuestionRules(ChoiceSheet choices, Faults faults) {
    this.choices = choices;
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
    if (item.media.containsKey("big-image") && !item.media.containsKey("image")) {
      faults.add(
          row,
          "big-image",
          "big_image_without_image",
          "'" + item.name + "' has a big-image, but no image.",
          "Fill in the column image too.");
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
      case "range" -> new Ranges(choices, faults).apply(item);
      case "text" -> copy(given, "rows", item.body, "rows");
      case "image" -> {
        app(item);
        copy(given, "max-pixels", item.bind, "orx:max-pixels");
        if (!given.containsKey("max-pixels")) {
          faults.warn(
              item.row,
              "parameters",
              "image_without_size",
              "The picture '" + item.name + "' is kept as large as the camera makes it.",
              "Add the parameter max-pixels, such as max-pixels=1280.");
        }
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
        copy(given, "incremental", item.body, "incremental");
        item.referenceGeometry = given.getOrDefault("reference-geometry", "");
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

  /// The program that takes the picture; with other appearances another one does.
  private void app(Item item) {
    String app = item.parameters.get("app");
    if (app == null || !(item.appearance.isEmpty() || item.appearance.equals("annotate"))) {
      return;
    }
    item.body.put("intent", app);
    if (!PACKAGE.matcher(app).matches()) {
      Parameters.fault(
          faults,
          item.row,
          "'app' must be the name of an Android package such as org.example.camera, not '"
              + app
              + "'");
    }
  }

  private static void copy(
      Map<String, String> from, String key, Map<String, String> to, String attribute) {
    String value = from.get(key);
    if (value != null) {
      to.put(attribute, value);
    }
  }
}
