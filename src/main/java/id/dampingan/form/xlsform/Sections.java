package id.dampingan.form.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The groups and repeats that are open while the survey sheet is read.
final class Sections {
  private static final Pattern BEGIN =
      Pattern.compile("begin[\\s_](group|lgroup|repeat|looped group)");
  private static final Pattern END =
      Pattern.compile("end[\\s_](group|lgroup|repeat|looped group|loop)");

  private final TableLists tableLists;
  private final Faults faults;
  private final Deque<OpenSection> open = new ArrayDeque<>();
  private final Map<String, Row> repeats = new HashMap<>();

  Sections(Item form, TableLists tableLists, Faults faults) {
    this.tableLists = tableLists;
    this.faults = faults;
    open.push(new OpenSection(form));
  }

  static boolean begins(String type) {
    return BEGIN.matcher(type).matches();
  }

  static boolean ends(String type) {
    return END.matcher(type).matches();
  }

  /// The innermost open section.
  OpenSection top() {
    return open.element();
  }

  boolean atRoot() {
    return open.size() == 1;
  }

  boolean inRepeat() {
    return open.stream().anyMatch(section -> section.item.kind == Item.Kind.REPEAT);
  }

  void begin(Row row, String name, String type) {
    boolean repeat = isRepeat(type);
    Item section = new Item(repeat ? Item.Kind.REPEAT : Item.Kind.GROUP, name, row, null);
    if (repeat) {
      checkRepeatName(row, name);
    }
    checkColumns(section);
    if (row.has("intent")) {
      section.body.put("intent", row.get("intent"));
    }
    count(section, row);
    OpenSection opened = new OpenSection(section);
    tableLists.begin(opened, row);
    top().item.add(section);
    open.push(opened);
  }

  void end(Row row, String type) {
    boolean repeat = isRepeat(type);
    Item current = top().item;
    if (!row.get("save_to").isEmpty()) {
      refuseSaveTo(row);
    }
    if (!atRoot() && (current.kind == Item.Kind.REPEAT) == repeat) {
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
            + (atRoot()
                ? "."
                : ": open is the "
                    + (repeat ? "group" : "repeat")
                    + " '"
                    + current.name
                    + "' of row "
                    + current.row.number()
                    + "."),
        "Remove this row, or add the matching begin.");
  }

  /// Tells of all sections that are still open at the sheet's end.
  void finish() {
    while (!atRoot()) {
      Item left = open.pop().item;
      faults.add(
          left.row,
          "type",
          "unmatched_begin",
          "'" + left.row.get("type") + "' of '" + left.name + "' has no matching end.",
          "Add a row of type end_" + (left.kind == Item.Kind.REPEAT ? "repeat" : "group") + ".");
    }
  }

  private static boolean isRepeat(String type) {
    return !type.matches("(begin|end)[\\s_]group");
  }

  private void checkRepeatName(Row row, String name) {
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

  private void checkColumns(Item section) {
    Row row = section.row;
    if (!section.required.isEmpty() && !Words.isNo(section.required)) {
      faults.add(
          row,
          "required",
          "required_section",
          "A group or repeat cannot be required.",
          "Remove it here and mark the questions inside.");
    }
    if (!section.saveTo.isEmpty()) {
      refuseSaveTo(row);
    }
    boolean calculated = !section.calculation.isEmpty();
    if (calculated) {
      faults.add(
          row,
          "calculation",
          "calculated_section",
          "A group or repeat cannot be calculated.",
          "Move the calculation to a question.");
      section.calculation = "";
    }
    boolean fieldList = section.kind == Item.Kind.GROUP && section.appearance.equals("field-list");
    if (section.label.isEmpty() && section.media.isEmpty() && !fieldList && !calculated) {
      faults.warn(
          row,
          "label",
          "section_without_label",
          (section.kind == Item.Kind.REPEAT ? "The repeat '" : "The group '")
              + section.name
              + "' has no label.",
          "Give it a label, which people see above its questions.");
    }
  }

  private void refuseSaveTo(Row row) {
    faults.add(
        row,
        "save_to",
        "save_to_section",
        "A group or repeat cannot be saved to an entity.",
        "Move save_to to a question.");
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
}
