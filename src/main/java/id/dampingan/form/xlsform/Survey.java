package id.dampingan.form.xlsform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that was read from the sheets.
record Survey(
    String id,
    String version,
    String title,
    Row settings,
    Item form,
    @Nullable Item audit,
    ChoiceSheet choices,
    Languages languages,
    Instances instances,
    Entities entities,
    List<Row> osm) {

  String setting(String name) {
    return settings.get(name);
  }

  /// The rows of a list of the osm sheet.
  List<Row> osm(String list) {
    return osm.stream().filter(row -> row.get("list_name").equals(list)).toList();
  }

  boolean hasInstanceId() {
    return !Words.isYes(setting("omit_instanceid"));
  }

  /// Whether a list's labels stand among the translations.
  boolean translatedList(String list) {
    return choices.options(list).stream()
        .anyMatch(option ->
            !option.media().isEmpty()
                || option.label().keySet().stream().anyMatch(language -> !language.isEmpty())
                || option.label().values().stream().anyMatch(text -> text.contains("${")));
  }
}
