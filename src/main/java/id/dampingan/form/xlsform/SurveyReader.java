package id.dampingan.form.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The survey sheet, row by row, becomes a tree of groups, repeats and questions.
final class SurveyReader {
  private static final Pattern BEGIN =
      Pattern.compile("begin[\\s_](group|lgroup|repeat|looped group)");
  private static final Pattern END =
      Pattern.compile("end[\\s_](group|lgroup|repeat|looped group|loop)");
  private static final Pattern SELECT =
      Pattern.compile(
          "(add select one prompt using|add select multiple prompt using"
              + "|select all that apply from|select all that apply|select one from file"
              + "|select multiple from file|select one from|select one using|select multiple using"
              + "|select multiple from|select_one_from_file|select_multiple_from_file"
              + "|select_one_external|select_multiple|select_one|select multiple|select one|select1"
              + "|rank) (\\S+|\\$\\{[^}]*\\})( (or specify other|or_other|or other))?");
  private static final Set<String> FILES = Set.of("csv", "xml", "geojson");
  private static final Set<String> SETTINGS =
      Set.of("form_title", "set form title", "form_id", "set form id");

  private final Sheets sheets;
  private final ChoiceSheet choices;
  private final Faults faults;
  private final Parameters parameters;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Row> repeats = new HashMap<>();
  private final Set<String> externalChoices = new HashSet<>();
  private @Nullable Item audit;

  /// A section whose end has not come.
  private static final class Open {
    private final Item item;
    private final Map<String, Row> names = new HashMap<>();
    private boolean tableList;
    private String tableListName = "";

    Open(Item item) {
      this.item = item;
    }
  }

  SurveyReader(Sheets sheets, ChoiceSheet choices, Faults faults) {
    this.sheets = sheets;
    this.choices = choices;
    this.faults = faults;
    parameters = new Parameters(faults);
    sheets.rows("external_choices").forEach(row -> externalChoices.add(row.get("list_name")));
  }

  /// The form with everything in it.
  Item read(String rootName) {
    Item form = new Item(Item.Kind.FORM, rootName, new Row("survey", 0, Map.of()), null);
    open.push(new Open(form));
    for (Row row : new Loops(choices, faults).expand(sheets.rows("survey"))) {
      read(row);
    }
    while (open.size() > 1) {
      Item left = open.pop().item;
      faults.add(
          left.row,
          "type",
          "unmatched_begin",
          "'" + left.row.get("type") + "' of '" + left.name + "' has no matching end.",
          "Add a row of type end_" + (left.kind == Item.Kind.REPEAT ? "repeat" : "group") + ".");
    }
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

  private Open top() {
    return open.element();
  }

  private void read(Row row) {
    String type = row.get("type").replaceAll("\\s+", " ");
    if (row.isYes("disabled") || type.startsWith("#")) {
      return;
    }
    if (type.isEmpty()) {
      boolean comment = row.get("name").isEmpty() && row.texts("label").isEmpty();
      if (!comment) {
        faults.add(
            row,
            "type",
            "missing_type",
            "The question '" + row.get("name") + "' has no type.",
            "Fill in its type, such as text or integer.");
      }
      return;
    }
    if (SETTINGS.contains(type)) {
      settings.put(type.endsWith("title") ? "form_title" : "form_id", row.get("name"));
      return;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    if (END.matcher(lower).matches()) {
      end(row, lower);
      return;
    }
    if (type.equals("audit")) {
      readAudit(row);
      return;
    }
    Matcher begin = BEGIN.matcher(lower);
    String name = name(row, type);
    if (name.isEmpty()) {
      // Its rows are still read, so that its end finds its beginning.
      if (begin.matches()) {
        begin(row, "unnamed_" + row.number(), lower);
      }
      return;
    }
    if (begin.matches()) {
      begin(row, name, lower);
      return;
    }
    Matcher select = SELECT.matcher(type);
    if (select.matches()) {
      select(row, name, select);
      return;
    }
    QuestionType known = QuestionType.of(type);
    if (known == null || known.isSelect() || known.name().equals("select_one_external")) {
      unknownType(row, type, known);
      return;
    }
    question(row, name, known, null);
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
    if (open.size() == 1 && name.equals("meta")) {
      faults.add(
          row,
          "name",
          "reserved_name",
          "The name 'meta' is reserved for the form's metadata.",
          "Take another name.");
      return "";
    }
    Row before = top().names.putIfAbsent(name, row);
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
      return "";
    }
    return name;
  }

  private void begin(Row row, String name, String type) {
    boolean repeat =
        !type.endsWith(" group") && !type.endsWith("_group") || type.endsWith("looped group");
    Item section = new Item(repeat ? Item.Kind.REPEAT : Item.Kind.GROUP, name, row, null);
    if (repeat) {
      Row before = repeats.putIfAbsent(name, row);
      if (before != null || name.equals(open.getLast().item.name)) {
        faults.add(
            row,
            "name",
            "duplicate_repeat_name",
            "The repeat '"
                + name
                + "' has the same name as "
                + (before == null
                    ? "the form's root."
                    : "the repeat in row " + before.number() + "."),
            "Give every repeat a name of its own.");
      }
    }
    if (Words.isYes(section.required)
        || (!section.required.isEmpty() && !Words.isNo(section.required))) {
      faults.add(
          row,
          "required",
          "required_section",
          "A group or repeat cannot be required.",
          "Remove it here and mark the questions inside.");
    }
    if (!section.saveTo.isEmpty()) {
      faults.add(
          row,
          "save_to",
          "save_to_section",
          "A group or repeat cannot be saved to an entity.",
          "Move save_to to a question.");
    }
    if (!section.calculation.isEmpty()) {
      faults.add(
          row,
          "calculation",
          "calculated_section",
          "A group or repeat cannot be calculated.",
          "Move the calculation to a question.");
      section.calculation = "";
    }
    count(section, row);
    Open opened = new Open(section);
    tableList(opened, row);
    top().item.add(section);
    open.push(opened);
  }

  private static boolean isRepeat(String type) {
    return type.endsWith("looped group") || !type.matches("(begin|end)[\\s_]group");
  }

  /// A count that is computed gets a node of its own, to which the repeat refers.
  private void count(Item repeat, Row row) {
    if (repeat.kind != Item.Kind.REPEAT) {
      repeat.repeatCount = "";
    }
    if (repeat.repeatCount.isEmpty() || repeat.repeatCount.matches("\\$\\{[^{}]*\\}")) {
      return;
    }
    Item node =
        new Item(
            Item.Kind.QUESTION,
            repeat.name + "_count",
            new Row("survey", row.number(), Map.of()),
            QuestionType.of("calculate"));
    node.generated = true;
    node.readOnly = "yes";
    node.calculation = repeat.repeatCount;
    top().item.add(node);
    repeat.repeatCount = "${" + node.name + "}";
  }

  private void tableList(Open opened, Row row) {
    Item group = opened.item;
    List<String> words = new ArrayList<>(List.of(group.appearance.split("\\s+")));
    if (!words.remove("table-list")) {
      return;
    }
    opened.tableList = true;
    words.remove("field-list");
    words.addFirst("field-list");
    group.appearance = String.join(" ", words).strip();
    if (!group.label.isEmpty() || !group.hint.isEmpty()) {
      Item note =
          new Item(
              Item.Kind.QUESTION,
              "generated_table_list_label_" + row.number(),
              new Row("survey", row.number(), Map.of()),
              QuestionType.of("note"));
      note.generated = true;
      note.label = group.label;
      note.hint = group.hint;
      group.label = Map.of();
      group.hint = Map.of();
      group.add(note);
    }
  }

  private void end(Row row, String type) {
    boolean repeat =
        !type.endsWith(" group") && !type.endsWith("_group") || type.endsWith("looped group");
    Item current = top().item;
    boolean matches = open.size() > 1 && (current.kind == Item.Kind.REPEAT) == repeat;
    if (matches) {
      open.pop();
      return;
    }
    faults.add(
        row,
        "type",
        "unmatched_end",
        "'"
            + row.get("type")
            + "' ends nothing"
            + (open.size() > 1
                ? ": open is the "
                    + (repeat ? "group" : "repeat")
                    + " '"
                    + current.name
                    + "' of row "
                    + current.row.number()
                    + "."
                : "."),
        "Remove this row, or add the matching begin.");
  }

  private void readAudit(Row row) {
    if (row.has("name") && !row.get("name").equals("audit")) {
      faults.add(
          row, "name", "audit_name", "An audit must be named 'audit'.", "Leave its name empty.");
    }
    QuestionType type = QuestionType.of("audit");
    Item item = new Item(Item.Kind.QUESTION, "audit", row, type);
    item.parameters = parameters.read(row, Objects.requireNonNull(type), false);
    long place =
        item.parameters.keySet().stream().filter(key -> key.startsWith("location-")).count();
    if (place != 0 && place != 3) {
      faults.add(
          row,
          "parameters",
          "bad_parameters",
          "An audit with location needs all of location-priority, location-min-interval and"
              + " location-max-age.",
          "Add the missing ones.");
    }
    item.parameters.forEach((key, value) -> item.bind.put("odk:" + key, value));
    audit = item;
  }

  private void select(Row row, String name, Matcher match) {
    String command = match.group(1);
    String list = match.group(2);
    boolean multiple = command.contains("multiple") || command.contains("all that apply");
    boolean fromFile = command.contains("from_file") || command.contains("from file");
    QuestionType type =
        QuestionType.of(
            command.equals("rank")
                ? "rank"
                : command.equals("select_one_external")
                    ? command
                    : multiple ? "select_multiple" : "select_one");
    if (type == null) {
      return;
    }
    Item.Selection selection = selection(row, list, fromFile, type);
    if (selection == null) {
      // Keep the question, so that references to it are not reported too.
      selection = new Item.Selection(list, "", false);
    }
    if (type.name().equals("select_multiple") && !selection.fromFile()) {
      choices.forbidSpaces(list);
    }
    Item item = question(row, name, type, selection);
    if (match.group(3) != null) {
      addOther(row, item, list);
    }
  }

  private Item.@Nullable Selection selection(
      Row row, String list, boolean fromFile, QuestionType type) {
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
                + Words.suggestion(list, externalChoices),
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
              + Words.suggestion(list, choices.lists().keySet()),
          "Add its choices there, or correct its name.");
      return null;
    }
    return new Item.Selection(list, "", false);
  }

  private Item question(
      Row row, String name, QuestionType type, Item.@Nullable Selection selection) {
    Item item = new Item(Item.Kind.QUESTION, name, row, type);
    item.selection = selection;
    item.parameters = parameters.read(row, type, selection != null && selection.fromFile());
    if (selection != null && top().tableList) {
      inTableList(row, item, selection.list());
    }
    new QuestionRules(faults).apply(item, inRepeat());
    top().item.add(item);
    return item;
  }

  private boolean inRepeat() {
    return open.stream().anyMatch(section -> section.item.kind == Item.Kind.REPEAT);
  }

  private void addOther(Row row, Item item, String list) {
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
      return;
    }
    choices.addOther(list);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("relevant", "selected(../" + item.name + ", 'other')");
    cells.put("label", "Specify other.");
    Item other =
        new Item(
            Item.Kind.QUESTION,
            item.name + "_other",
            new Row("survey", row.number(), cells),
            QuestionType.of("text"));
    top().item.add(other);
  }

  /// The first select of a table list is preceded by a header that shows the labels.
  private void inTableList(Row row, Item item, String list) {
    Open group = top();
    if (group.tableListName.isEmpty()) {
      group.tableListName = list;
      if (!item.choiceFilter.isEmpty()) {
        faults.add(
            row,
            "choice_filter",
            "table_list_filter",
            "A choice filter does not work in a table-list.",
            "Remove one of the two.");
      }
      Item header =
          new Item(
              Item.Kind.QUESTION,
              "reserved_name_for_field_list_labels_" + row.number(),
              new Row("survey", row.number(), Map.of()),
              item.type);
      header.generated = true;
      header.selection = item.selection;
      header.appearance = "label";
      header.label = Map.of("", " ");
      group.item.add(header);
    } else if (!group.tableListName.equals(list)) {
      faults.add(
          row,
          "type",
          "table_list_mixed",
          "A table-list takes one list, but here are '"
              + group.tableListName
              + "' and '"
              + list
              + "'.",
          "Use one list for all questions of the group.");
    }
    item.appearance = "list-nolabel";
  }
}
