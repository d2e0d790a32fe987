package id.dampingan.form.xlsform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The survey sheet, row by row, becomes a tree of groups, repeats and questions.
final class SurveyReader {
  private static final Pattern OSM = Pattern.compile("osm (\\S+)");
  private static final Set<String> UNSUPPORTED_METADATA = Set.of("simserial", "subscriberid");

  private final Faults faults;
  private final List<Row> rows;
  private final Parameters parameters;
  private final SelectLists lists;
  private final TableLists tableLists;
  private final QuestionRules rules;
  private final Sections sections;
  private final Item form;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private @Nullable Item audit;
  private boolean other;

  SurveyReader(String rootName, Sheets sheets, ChoiceSheet choices, Faults faults) {
    this.faults = faults;
    rows = new Loops(choices, faults).expand(sheets.rows("survey"));
    parameters = new Parameters(faults);
    lists = new SelectLists(sheets, choices, faults);
    tableLists = new TableLists(faults);
    rules = new QuestionRules(choices, faults);
    form = new Item(Item.Kind.FORM, rootName, new Row("survey", 0, Map.of()), null);
    sections = new Sections(form, tableLists, faults);
  }

  /// The form with everything in it.
  Item read() {
    rows.forEach(this::read);
    sections.finish();
    return form;
  }

  /// Settings that stood on the survey sheet, as they did in old forms.
  Map<String, String> settings() {
    return settings;
  }

  /// The audit question, which belongs to the metadata.
  @Nullable Item audit() {
    return audit;
  }

  /// Whether any question asks for an own answer beside its choices.
  boolean asksForOther() {
    return other;
  }

  private void read(Row row) {
    String type = row.get("type").replaceAll("\\s+", " ");
    if (row.has("disabled")) {
      faults.warn(
          row,
          "disabled",
          "disabled_column",
          "The column 'disabled' is no longer part of the language.",
          "Use relevant instead.");
    }
    if (row.isYes("disabled") || type.startsWith("#")) {
      return;
    }
    if (type.isEmpty()) {
      withoutType(row);
      return;
    }
    String setting = Headers.settingOfSurvey(type);
    if (!setting.isEmpty()) {
      settings.put(setting, row.get("name"));
      return;
    }
    if (Sections.ends(type)) {
      sections.end(row, type);
      return;
    }
    if (type.equals("audit")) {
      audit = new Audits(parameters, faults).read(row);
      return;
    }
    boolean begins = Sections.begins(type);
    String name = name(row, type);
    if (name.isEmpty()) {
      // Its rows are still read, so that its end finds its beginning.
      if (begins) {
        sections.begin(row, "unnamed_" + row.number(), type);
      }
    } else if (begins) {
      sections.begin(row, name, type);
    } else {
      question(row, name, type);
    }
  }

  private void withoutType(Row row) {
    boolean comment = row.get("name").isEmpty() && row.texts("label").isEmpty();
    if (comment) {
      faults.warn(
          row,
          "type",
          "skipped_row",
          "The row has neither type nor name nor label; it is left out.",
          "Remove it, or begin its type with '#' if it is a remark.");
    } else {
      faults.add(
          row,
          "type",
          "missing_type",
          "The question '" + row.get("name") + "' has no type.",
          "Fill in its type, such as text or integer.");
    }
  }

  private void question(Row row, String name, String cell) {
    SelectWord select = SelectWord.of(cell);
    if (select != null) {
      select(row, name, select);
      return;
    }
    Matcher osm = OSM.matcher(cell);
    QuestionType type = QuestionType.of(osm.matches() ? "osm" : cell);
    if (type == null || type.isSelect() || type.name().equals("select_one_external")) {
      unknownType(row, cell, type);
      return;
    }
    if (UNSUPPORTED_METADATA.contains(type.name())) {
      faults.warn(
          row,
          "type",
          "unsupported_metadata",
          "'" + type.name() + "' stays empty on most devices of today.",
          "Use deviceid or username.");
    }
    Item item = add(row, name, type, null, false);
    if (osm.matches()) {
      item.osmTags = osm.group(1);
    }
  }

  private void select(Row row, String name, SelectWord word) {
    Item item = add(row, name, word.type(), lists.selection(row, word), word.fromFile());
    if (word.type().name().equals("select_one_external") && item.choiceFilter.isEmpty()) {
      faults.warn(
          row,
          "choice_filter",
          "external_without_filter",
          "select_one_external is only meant for questions with a choice filter.",
          "Use select_one, or fill in choice_filter.");
    }
    if (word.other()) {
      other = true;
      Item asked = lists.other(item, word.list());
      if (asked != null) {
        sections.top().item.add(asked);
      }
    }
  }

  private Item add(
      Row row,
      String name,
      QuestionType type,
      Item.@Nullable Selection selection,
      boolean fromFile) {
    Item item = new Item(Item.Kind.QUESTION, name, row, type);
    item.selection = selection;
    item.parameters = parameters.read(row, type, fromFile);
    OpenSection section = sections.top();
    if (selection != null && section.tableList) {
      tableLists.add(section, item, selection.list());
    }
    rules.apply(item, sections.inRepeat());
    section.item.add(item);
    return item;
  }

  private void unknownType(Row row, String type, @Nullable QuestionType known) {
    if (known != null || type.startsWith("select") || type.startsWith("rank")) {
      faults.add(
          row,
          "type",
          "missing_list",
          "The type '" + type + "' names no list of choices.",
          "Write for example 'select_one list_name'.");
      return;
    }
    Set<String> candidates = new HashSet<>(QuestionType.names());
    candidates.addAll(Set.of("begin_group", "end_group", "begin_repeat", "end_repeat"));
    faults.add(
        row,
        "type",
        "unknown_type",
        "The type '" + type + "' is unknown." + Words.suggestion(type, candidates),
        "Take a type of XLSForm, such as text, integer or select_one list_name.");
  }

  private String name(Row row, String type) {
    String name = row.get("name");
    if (name.isEmpty() && type.equals("note")) {
      name = "generated_note_name_" + row.number();
    }
    if (name.isEmpty()) {
      faults.add(
          row,
          "name",
          "missing_name",
          "The row of type '" + type + "' has no name.",
          "Give it a name of letters, digits and underscores.");
      return "";
    }
    if (!Words.isName(name)) {
      faults.add(
          row,
          "name",
          "invalid_name",
          "The name '" + name + "' cannot be used.",
          "A name begins with a letter or underscore, followed by letters, digits, '_', '-' or '.'.");
      return "";
    }
    if (sections.atRoot() && name.equals("meta")) {
      faults.add(
          row,
          "name",
          "reserved_name",
          "The name 'meta' is reserved for the form's metadata.",
          "Take another name.");
      return "";
    }
    return free(row, name) ? name : "";
  }

  private boolean free(Row row, String name) {
    Row before = sections.top().take(name, row);
    if (before != null) {
      faults.add(
          row,
          "name",
          "duplicate_name",
          "The name '"
              + name
              + "' stands twice in the same group (also in row "
              + before.number()
              + ").",
          "Rename one of them.");
      return false;
    }
    Row alike = sections.top().alike(name, row);
    if (alike != null) {
      faults.warn(
          row,
          "name",
          "alike_name",
          "The name '"
              + name
              + "' differs from '"
              + alike.get("name")
              + "' of row "
              + alike.number()
              + " only in capitals.",
          "Rename one of them: some programs tell no capitals apart.");
    }
    return true;
  }
}
