package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.SheetWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what a sheet asks of whoever types into it: filter, dropdowns, checks, colours.
final class SheetRules {
  private static final String IRRELEVANT = "BFBFBF";
  private static final String MISSING = "FFE699";
  private static final int FIRST_ROW = TableSheet.FIRST_ROW;

  private final Form form;
  private final FormTable table;
  private final List<SheetColumn> columns;
  private final SheetWriter sheet;
  private final ChoiceSheet choices;
  private final Words words;
  private final Map<String, String> letters = new HashMap<>();

  SheetRules(
      SheetContent content,
      List<SheetColumn> columns,
      SheetWriter sheet,
      ChoiceSheet choices,
      Words words) {
    this.form = content.form();
    this.table = content.table();
    this.columns = columns;
    this.sheet = sheet;
    this.choices = choices;
    this.words = words;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isMerged() || columns.get(i).kind() == SheetColumn.Kind.DERIVED) {
        letters.put(columns.get(i).name(), RowAddress.columnName(i));
      }
    }
  }

  /// Writes the rules of all rows down to this one.
  void write(int last) {
    sheet.filter(1, last, columns.size() - 1);
    int firstField = columns.size();
    int lastField = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == SheetColumn.Kind.FIELD) {
        firstField = Math.min(firstField, i);
        lastField = i;
      }
    }
    String rowFilled =
        "COUNTA($"
            + RowAddress.columnName(firstField)
            + (FIRST_ROW + 1)
            + ":$"
            + RowAddress.columnName(lastField)
            + (FIRST_ROW + 1)
            + ")>0";
    for (int i = 0; i < columns.size(); i++) {
      rule(i, last);
      if (columns.get(i).kind() == SheetColumn.Kind.FIELD) {
        colour(i, last, rowFilled);
      }
    }
  }

  private void rule(int i, int last) {
    SheetColumn column = columns.get(i);
    String cell = RowAddress.columnName(i) + (FIRST_ROW + 1);
    Field field = column.field();
    if (column.kind() == SheetColumn.Kind.DERIVED) {
      sheet.check(i, FIRST_ROW, last, "FALSE", true, words.get("check.derived"));
    } else if (column.name().equals(SystemField.DELETED)) {
      sheet.dropdown(
          i, FIRST_ROW, last, list(words.get("system_hapus.1")), true, words.get("check.choice"));
    } else if (column.name().equals(SystemField.STATUS)) {
      String both =
          list(words.get("system_status.draf") + "," + words.get("system_status.lengkap"));
      sheet.dropdown(i, FIRST_ROW, last, both, true, words.get("check.choice"));
    } else if (column.kind() == SheetColumn.Kind.FIELD && field != null) {
      fieldRule(i, last, cell, field);
    }
  }

  private static String list(String items) {
    return "\"" + items + "\"";
  }

  private void fieldRule(int i, int last, String cell, Field field) {
    switch (field.type()) {
      case SELECT_ONE, SELECT_MULTIPLE, RANK -> {
        String formula =
            field.list() == null
                ? null
                : choices.formula(form, table, field, letters, FIRST_ROW + 1);
        if (formula != null) {
          boolean warn = field.type() == FieldType.SELECT_ONE;
          sheet.dropdown(i, FIRST_ROW, last, formula, warn, words.get("check.choice"));
        }
      }
      case DATE -> check(i, last, "ISNUMBER(" + cell + ")", "check.date");
      case INTEGER ->
          check(
              i,
              last,
              "IF(ISNUMBER(" + cell + ")," + cell + "=INT(" + cell + "),FALSE)",
              "check.whole");
      case DECIMAL -> check(i, last, "ISNUMBER(" + cell + ")", "check.number");
      default -> {
        switch (field.number()) {
          case "nik", "kk" -> check(i, last, digits(cell, 16), "check." + field.number());
          case "nip" -> check(i, last, digits(cell, 18), "check.nip");
          case "hp" ->
              check(
                  i,
                  last,
                  "OR(LEFT(" + cell + ",2)=\"08\",LEFT(" + cell + ",3)=\"628\")",
                  "check.hp");
          default -> {}
        }
      }
    }
  }

  private static String digits(String cell, int count) {
    return "AND(ISTEXT(" + cell + "),LEN(SUBSTITUTE(" + cell + ",\" \",\"\"))=" + count + ")";
  }

  private void check(int column, int last, String formula, String word) {
    sheet.check(column, FIRST_ROW, last, formula, false, words.get(word));
  }

  private void colour(int i, int last, String rowFilled) {
    Field field = columns.get(i).field();
    if (field == null) {
      return;
    }
    String relevant = null;
    if (!field.relevant().isEmpty()) {
      relevant = ExcelRule.of(field.relevant(), this::ruleColumn, FIRST_ROW + 1);
      if (relevant == null) {
        return;
      }
      sheet.paint(i, FIRST_ROW, last, "AND(" + rowFilled + ",NOT(" + relevant + "))", IRRELEVANT);
    }
    if (field.required()) {
      String empty = "LEN($" + RowAddress.columnName(i) + (FIRST_ROW + 1) + ")=0";
      String missing =
          "AND(" + empty + "," + rowFilled + (relevant == null ? "" : "," + relevant) + ")";
      sheet.paint(i, FIRST_ROW, last, missing, MISSING);
    }
  }

  private ExcelRule.@Nullable Column ruleColumn(String name) {
    Field field = table.field(name).orElse(null);
    String column = letters.get(name);
    if (field == null || column == null) {
      return null;
    }
    if (field.list() == null) {
      return new ExcelRule.Column(column, code -> code, false);
    }
    ChoiceList list = choices.list(form, field);
    return new ExcelRule.Column(
        column, code -> list.show(code, false), field.type() != FieldType.SELECT_ONE);
  }
}
