package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The choices sheet by list.
final class ChoiceSheet {
  private static final Set<String> NOT_EXTRA = Set.of("list_name", "name");

  private final Map<String, List<Option>> lists = new LinkedHashMap<>();
  private final Set<String> external = new HashSet<>();
  private final Faults faults;

  /// One choice.
  ///
  /// @param label by the language's name
  /// @param media by medium (image, audio, video) and language
  /// @param extra all other columns
  record Option(
      String name,
      Row row,
      Map<String, String> label,
      Map<String, Map<String, String>> media,
      Map<String, String> extra) {}

  ChoiceSheet(Sheets sheets, Faults faults) {
    this.faults = faults;
    boolean duplicates = Words.isYes(sheets.setting("allow_choice_duplicates"));
    Map<String, Map<String, Integer>> seen = new HashMap<>();
    List<Row> rows = new ArrayList<>(sheets.rows("choices"));
    // A legacy list for one question with a filter; here it is a list like any other.
    rows.addAll(sheets.rows("external_choices"));
    for (Row row : rows) {
      String list = row.get("list_name");
      String name = row.get("name");
      if (list.isEmpty()) {
        faults.warn(
            row,
            "list_name",
            "missing_list_name",
            "The choice '" + name + "' belongs to no list; it is left out.",
            "Fill in its list_name.");
        continue;
      }
      if (name.isEmpty()) {
        faults.add(
            row,
            "name",
            "missing_choice_name",
            "A choice of the list '" + list + "' has no name.",
            "Give every choice a name.");
        continue;
      }
      Integer before =
          seen.computeIfAbsent(list, _ -> new HashMap<>()).putIfAbsent(name, row.number());
      if (before != null && !duplicates) {
        faults.add(
            row,
            "name",
            "duplicate_choice",
            "The choice '"
                + name
                + "' stands twice in the list '"
                + list
                + "' (also in row "
                + before
                + ").",
            "Rename one, or set allow_choice_duplicates to yes.");
        continue;
      }
      if (row.texts("label").isEmpty() && !row.sheet().equals("external_choices")) {
        faults.warn(
            row,
            "label",
            "choice_without_label",
            "The choice '" + name + "' of the list '" + list + "' has no label.",
            "Give it a label, which people see; without one they see its name.");
      }
      if (row.sheet().equals("external_choices")) {
        external.add(list);
      }
      lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(option(row, name));
    }
  }

  private static Option option(Row row, String name) {
    Map<String, Map<String, String>> media = new LinkedHashMap<>();
    for (String medium : List.of("image", "big-image", "audio", "video")) {
      Map<String, String> texts = row.texts(medium);
      if (!texts.isEmpty()) {
        media.put(medium, texts);
      }
    }
    Map<String, String> extra = new LinkedHashMap<>();
    row.cells()
        .forEach((column, text) -> {
          String stem = column.contains("::") ? column.substring(0, column.indexOf("::")) : column;
          if (!NOT_EXTRA.contains(stem)
              && !Headers.TRANSLATABLE.contains(stem)
              && Words.isName(column)) {
            extra.put(column, text);
          }
        });
    Map<String, String> label = row.texts("label");
    return new Option(name, row, label.isEmpty() ? Map.of("", name) : label, media, extra);
  }

  Map<String, List<Option>> lists() {
    return lists;
  }

  /// Whether the list stands on the sheet external_choices.
  boolean isExternal(String list) {
    return external.contains(list);
  }

  boolean has(String list) {
    return lists.containsKey(list);
  }

  List<Option> options(String list) {
    return lists.getOrDefault(list, List.of());
  }

  /// Adds the choice `other` to a list, once, for `or_other`.
  void addOther(String list) {
    List<Option> options = lists.get(list);
    if (options == null || options.stream().anyMatch(option -> option.name().equals("other"))) {
      return;
    }
    Map<String, String> label = new LinkedHashMap<>();
    for (Option option : options) {
      option.label().keySet().forEach(language -> label.put(language, "Other"));
    }
    options.add(new Option("other", options.getLast().row(), label, Map.of(), Map.of()));
  }

  /// Choices of a question that takes several must have no space in their names.
  void forbidSpaces(String list) {
    for (Option option : options(list)) {
      if (option.name().contains(" ")) {
        faults.add(
            option.row(),
            "name",
            "choice_with_space",
            "The choice '"
                + option.name()
                + "' of the list '"
                + list
                + "' has a space in its name, but a question lets several be chosen.",
            "Take an underscore instead.");
      }
    }
  }
}
