package id.dampingan.foreign;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Mappings of what KoboToolbox and ODK Central export of our own forms.
///
/// Both name columns by the question, with or without its groups; repeats are a sheet or a `.csv`
/// of their own, bound by `_parent_index` to `_index` or by `PARENT_KEY` to `KEY`.
public final class OwnExports {
  private OwnExports() {}

  /// The one mapping that fits both.
  public static Mapping of(Form form) {
    List<Target> targets = new ArrayList<>();
    for (FormTable table : form.tables()) {
      List<FieldMapping> fields = new ArrayList<>();
      for (Field field : table.fields()) {
        if (!field.derived()) {
          fields.addAll(field(form, table, field));
        }
      }
      targets.add(
          new Target(
              table.name(),
              "",
              null,
              "KEY|_index",
              table.isRepeat() ? "PARENT_KEY|_parent_index" : "",
              fields));
    }
    return new Mapping("KoboToolbox/ODK: " + form.id(), targets);
  }

  private static List<FieldMapping> field(Form form, FormTable table, Field field) {
    List<String> columns = columns(form, table, field);
    return switch (field.type()) {
      // Photos do not travel in a table; their column is told of as left out.
      case IMAGE, AUDIO, VIDEO, FILE -> List.of();
      case GEOPOINT -> List.of(FieldMapping.copy(field.name(), columns), point(field, columns));
      case SELECT_MULTIPLE ->
          List.of(FieldMapping.copy(field.name(), columns), ticked(form, field, columns));
      default -> List.of(FieldMapping.copy(field.name(), columns));
    };
  }

  private static List<String> columns(Form form, FormTable table, Field field) {
    Set<String> columns = new LinkedHashSet<>();
    String root = form.main().path() + "/";
    String repeat = table.path() + "/";
    for (String prefix : List.of(root, repeat)) {
      if (field.path().startsWith(prefix)) {
        columns.add(field.path().substring(prefix.length()));
      }
    }
    columns.add(field.path().substring(field.path().lastIndexOf('/') + 1));
    return List.copyOf(columns);
  }

  private static FieldMapping point(Field field, List<String> columns) {
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      for (String part : List.of("Latitude", "Longitude", "Altitude", "Accuracy")) {
        parts.add(column + "-" + part);
      }
    }
    return new FieldMapping(field.name(), How.JOIN, parts, " ", 0, Map.of());
  }

  private static FieldMapping ticked(Form form, Field field, List<String> columns) {
    Map<String, String> choices = new LinkedHashMap<>();
    String list = String.valueOf(field.list());
    for (Choice choice : form.choices().getOrDefault(list, List.of())) {
      columns.forEach(column -> choices.put(column + "/" + choice.value(), choice.value()));
    }
    return new FieldMapping(
        field.name(), How.TICKED, List.copyOf(choices.keySet()), "", 0, choices);
  }
}
