package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The many spellings of a column become one: `Relevance`, `bind::relevant` and `relevant` are the
/// same.
final class Headers {
  private static final Map<String, String> SURVEY =
      Map.ofEntries(
          Map.entry("caption", "label"),
          Map.entry("tag", "name"),
          Map.entry("value", "name"),
          Map.entry("command", "type"),
          Map.entry("relevance", "relevant"),
          Map.entry("readonly", "read_only"),
          Map.entry("calculate", "calculation"),
          Map.entry("constraining_message", "constraint_message"),
          Map.entry("constraintmsg", "constraint_message"),
          Map.entry("jr:constraintmsg", "constraint_message"),
          Map.entry("requiredmsg", "required_message"),
          Map.entry("jr:requiredmsg", "required_message"),
          Map.entry("noapperrorstring", "no_app_error_string"),
          Map.entry("jr:noapperrorstring", "no_app_error_string"),
          Map.entry("count", "repeat_count"),
          Map.entry("jr:count", "repeat_count"),
          Map.entry("control", "body"),
          Map.entry("save_to", "save_to"),
          Map.entry("compact_tag", "instance::odk:tag"));
  private static final Map<String, String> LIST =
      Map.of("caption", "label", "value", "name", "list", "list_name", "listname", "list_name");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "set_form_title", "form_title",
          "title", "form_title",
          "set_form_id", "form_id",
          "id_string", "form_id");

  /// Settings that old forms wrote on the survey sheet, as a row of this type.
  private static final Set<String> SETTINGS_OF_SURVEY =
      Set.of(
          "form_title",
          "set_form_title",
          "form_id",
          "set_form_id",
          "prefix",
          "delimiter",
          "public_key",
          "submission_url",
          "auto_send",
          "auto_delete");

  private static final Map<String, String> ENTITIES = Map.of("dataset", "list_name");

  /// Columns below `bind::` that have a name of their own.
  private static final Map<String, String> BIND =
      Map.of(
          "relevant", "relevant",
          "readonly", "read_only",
          "required", "required",
          "constraint", "constraint",
          "calculate", "calculation",
          "jr:constraintMsg", "constraint_message",
          "jr:requiredMsg", "required_message",
          "jr:noAppErrorString", "no_app_error_string",
          "entities:saveto", "save_to");

  private static final Map<String, String> BODY =
      Map.of("appearance", "appearance", "jr:count", "repeat_count");

  static final Set<String> TRANSLATABLE =
      Set.of(
          "label",
          "hint",
          "guidance_hint",
          "image",
          "big-image",
          "audio",
          "video",
          "constraint_message",
          "required_message",
          "no_app_error_string");
  private static final Set<String> GROUPS = Set.of("bind", "body", "instance", "attribute");

  private Headers() {}

  /// The setting that a row of the survey sheet with this type stands for, or the empty text.
  static String settingOfSurvey(String type) {
    String name = type.replace(' ', '_');
    return SETTINGS_OF_SURVEY.contains(name) ? SETTINGS.getOrDefault(name, name) : "";
  }

  /// The canonical name of a header.
  ///
  /// @param doubleColon whether any header of the sheet uses `::`, so that `:` is a plain letter
  static String canonical(String sheet, String header, boolean doubleColon) {
    List<String> parts = parts(header, doubleColon);
    String first = Words.snake(parts.getFirst());
    String named =
        switch (sheet) {
          case "survey" -> SURVEY.getOrDefault(first, first);
          case "settings" -> SETTINGS.getOrDefault(first, first);
          case "entities" -> ENTITIES.getOrDefault(first, first);
          default -> LIST.getOrDefault(first, first);
        };
    if (named.equals("media") && parts.size() > 1) {
      parts = parts.subList(1, parts.size());
      named = Words.snake(parts.getFirst());
    }
    if (sheet.equals("survey")
        && parts.size() > 1
        && (named.equals("bind") || named.equals("body"))) {
      String known = (named.equals("bind") ? BIND : BODY).get(parts.get(1));
      if (known != null) {
        named = known;
        parts = parts.subList(1, parts.size());
      }
    }
    if (TRANSLATABLE.contains(named) || GROUPS.contains(named)) {
      return parts.size() == 1
          ? named
          : named + "::" + String.join("::", parts.subList(1, parts.size()));
    }
    boolean free =
        sheet.equals("choices") || sheet.equals("external_choices") || sheet.equals("osm");
    if (free && !named.equals("list_name") && !named.equals("name")) {
      return header.strip();
    }
    return parts.size() == 1
        ? named
        : named + "::" + String.join("::", parts.subList(1, parts.size()));
  }

  private static List<String> parts(String header, boolean doubleColon) {
    if (doubleColon || header.contains("::")) {
      return strip(header.split("::"));
    }
    List<String> parts = strip(header.split(":"));
    int jr = parts.indexOf("jr");
    if (jr >= 0 && jr + 1 < parts.size()) {
      parts.set(jr, "jr:" + parts.remove(jr + 1));
    }
    String first = parts.getFirst();
    // An old header such as `label:English`; any other colon belongs to the name.
    boolean grouping =
        TRANSLATABLE.contains(Words.snake(first))
            || GROUPS.contains(Words.snake(first))
            || Set.of("media", "control", "caption").contains(Words.snake(first));
    return grouping ? parts : strip(new String[] {header});
  }

  private static List<String> strip(String[] parts) {
    List<String> stripped = new ArrayList<>();
    for (String part : parts) {
      stripped.add(part.strip());
    }
    return stripped.isEmpty() ? new ArrayList<>(List.of("")) : stripped;
  }
}
