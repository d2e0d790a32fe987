package id.dampingan.form.xlsform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the list that a question with choices names: of the choices sheet, a file or a repeat.
final class SelectLists {
  private static final Set<String> FILES = Set.of("csv", "xml", "geojson");

  private final Sheets sheets;
  private final ChoiceSheet choices;
  private final Faults faults;
  private final Set<String> externalChoices = new HashSet<>();

  SelectLists(Sheets sheets, ChoiceSheet choices, Faults faults) {
    this.sheets = sheets;
    this.choices = choices;
    this.faults = faults;
    sheets.rows("external_choices").forEach(row -> externalChoices.add(row.get("list_name")));
  }

  /// The list's place; told as a fault if there is none.
  Item.Selection selection(Row row, SelectWord word) {
    Item.Selection found = find(row, word.list(), word.fromFile(), word.type());
    if (found != null && word.type().name().equals("select_multiple") && !found.fromFile()) {
      choices.forbidSpaces(word.list());
    }
    // Without a list the question is kept, so that references to it are not told too.
    return found == null ? new Item.Selection(word.list(), "", false) : found;
  }

  private Item.@Nullable Selection find(Row row, String list, boolean fromFile, QuestionType type) {
    if (list.startsWith("${")) {
      return new Item.Selection(list.replaceAll("[${}]", "").strip(), "", true);
    }
    int dot = list.lastIndexOf('.');
    String extension = dot < 0 ? "" : list.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (fromFile) {
      if (dot <= 0 || !FILES.contains(extension)) {
        faults.add(
            row,
            "type",
            "bad_file",
            "The file '" + list + "' is none of .csv, .xml, .geojson.",
            "Write for example 'select_one_from_file desa.csv'.");
        return null;
      }
      return new Item.Selection(list.substring(0, dot), extension, false);
    }
    if (FILES.contains(extension) && !choices.has(list)) {
      return new Item.Selection(list.substring(0, dot), extension, false);
    }
    if (type.name().equals("select_one_external")) {
      if (!externalChoices.contains(list)) {
        faults.add(
            row,
            "type",
            "unknown_list",
            "The list '"
                + list
                + "' is not on the sheet external_choices."
                + Words.suggestion(list, externalChoices)
                + (externalChoices.isEmpty() ? sheets.nearNames("external_choices") : ""),
            "Add it there, or correct its name.");
      }
      return new Item.Selection(list, "", false);
    }
    if (!choices.has(list)) {
      faults.add(
          row,
          "type",
          "unknown_list",
          "The list '"
              + list
              + "' is not on the choices sheet."
              + Words.suggestion(list, choices.lists().keySet())
              + (choices.lists().isEmpty() ? sheets.nearNames("choices") : ""),
          "Add its choices there, or correct its name.");
      return null;
    }
    return new Item.Selection(list, "", false);
  }

  /// The text question for an own answer beside the choices, and the choice that leads to it.
  @Nullable Item other(Item item, String list) {
    Row row = item.row;
    if (!item.choiceFilter.isEmpty()) {
      faults.add(
          row,
          "choice_filter",
          "or_other_filter",
          "or_other does not work with a choice filter.",
          "Add the choice 'other' and a text question by hand.");
    }
    if (item.selection == null || item.selection.fromFile() || item.selection.fromRepeat()) {
      faults.add(
          row,
          "type",
          "or_other_list",
          "or_other works only with a list of the choices sheet.",
          "Remove or_other.");
      return null;
    }
    choices.addOther(list);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("relevant", "selected(../" + item.name + ", 'other')");
    cells.put("label", "Specify other.");
    return new Item(
        Item.Kind.QUESTION,
        item.name + "_other",
        new Row("survey", row.number(), cells),
        QuestionType.of("text"));
  }
}
