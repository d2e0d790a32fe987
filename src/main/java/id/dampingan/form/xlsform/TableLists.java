package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Selects of one list that show as one table: the group's appearance `table-list` written out.
final class TableLists {
  private final Faults faults;

  TableLists(Faults faults) {
    this.faults = faults;
  }

  /// A group with this appearance: its label becomes a note above the table.
  void begin(OpenSection opened, Row row) {
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

  /// The first select of a table list is preceded by a header that shows the labels.
  void add(OpenSection group, Item item, String list) {
    Row row = item.row;
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
