package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.RowAddress;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.BookWriter;
import id.dampingan.workbook.CellStyle;
import id.dampingan.workbook.SheetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes the sheet of one table: header, rows, dropdowns, colours.
final class TableSheet {
  static final String HEADER_FILL = "DDEBF7";
  private static final String CALCULATED = "F2F2F2";
  private static final String IRRELEVANT = "BFBFBF";
  private static final String MISSING = "FFE699";
  private static final String HELD = "FF9B9B";
  private static final String GREY = "7F7F7F";

  /// Empty rows below the last one that are ready for typing.
  private static final int PREPARED = 500;

  private static final int FIRST_ROW = 2;
  private static final int LONGEST_COMMENT = 1000;

  /// Whole and decimal numbers that a double keeps exactly.
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  private static final int DOUBLE_DIGITS = 15;

  private final Form form;
  private final FormTable table;
  private final List<SheetColumn> columns;
  private final SheetWriter sheet;
  private final ChoiceSheet choices;
  private final LongTexts longTexts;
  private final RowNumbers numbers;
  private final Words words;
  private final CellStyle[] styles;
  private final Map<String, String> letters = new HashMap<>();
  private int row = FIRST_ROW;

  private TableSheet(
      SheetWriter sheet,
      SheetContent content,
      ChoiceSheet choices,
      LongTexts longTexts,
      RowNumbers numbers,
      Words words) {
    this.form = content.form();
    this.table = content.table();
    this.columns = SheetColumn.of(form, table);
    this.sheet = sheet;
    this.choices = choices;
    this.longTexts = longTexts;
    this.numbers = numbers;
    this.words = words;
    this.styles = columns.stream().map(TableSheet::style).toArray(CellStyle[]::new);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isMerged() || columns.get(i).kind() == SheetColumn.Kind.DERIVED) {
        letters.put(columns.get(i).name(), RowAddress.columnName(i));
      }
    }
  }

  static void write(
      BookWriter book,
      String name,
      SheetContent content,
      ChoiceSheet choices,
      LongTexts longTexts,
      RowNumbers numbers,
      Words words)
      throws IOException {
    SheetWriter sheet = book.sheet(name, BookWriter.Visibility.VISIBLE);
    TableSheet table = new TableSheet(sheet, content, choices, longTexts, numbers, words);
    table.header();
    content.rows().each(table::row);
    table.rules();
    sheet.finish();
  }

  private static CellStyle style(SheetColumn column) {
    CellStyle style = CellStyle.TEXT;
    Field field = column.field();
    if (field != null) {
      style =
          switch (field.type()) {
            case INTEGER -> CellStyle.WHOLE_NUMBER;
            case DECIMAL -> CellStyle.DECIMAL;
            case DATE -> CellStyle.DATE;
            default ->
                column.kind() == SheetColumn.Kind.DERIVED ? CellStyle.DECIMAL : CellStyle.TEXT;
          };
    }
    if (column.kind() == SheetColumn.Kind.ROW_NUMBER || column.name().equals(SystemField.ORDER)) {
      style = CellStyle.WHOLE_NUMBER;
    }
    return switch (column.kind()) {
      case DERIVED -> style.filled(CALCULATED).coloured(GREY);
      case PARENT_KEY, ROW_NUMBER -> style.filled(CALCULATED);
      default -> style;
    };
  }

  private void header() {
    int frozen = 0;
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      String label = label(column);
      sheet.column(width(column, label), styles[i], !column.isVisible());
      sheet.text(0, i, column.name(), CellStyle.TEXT);
      sheet.text(1, i, label, CellStyle.WRAPPED.inBold().filled(HEADER_FILL));
      Field field = column.field();
      if (field != null && column.kind() != SheetColumn.Kind.PARENT_KEY) {
        String hint = hint(field);
        if (!hint.isEmpty()) {
          sheet.comment(1, i, cut(hint));
        }
        if (field.key()) {
          frozen = frozen == 0 ? i + 1 : frozen;
        }
      }
    }
    sheet.hideRow(0);
    sheet.rowHeight(1, 45);
    sheet.freeze(frozen, FIRST_ROW);
  }

  private String label(SheetColumn column) {
    Field field = column.field();
    return switch (column.kind()) {
      case HIDDEN_TEXT, MARKER -> column.name();
      case PARENT_KEY ->
          words.get(
              "parent", field == null ? words.system(WorkbookFormat.ROW_NUMBER) : label(field));
      case ROW_NUMBER, SYSTEM -> words.system(column.name());
      case FIELD, DERIVED -> field == null ? "" : label(field) + (field.required() ? " *" : "");
    };
  }

  private String label(Field field) {
    String label = field.label().in(words.language()).strip();
    return label.isEmpty() ? field.name() : label;
  }

  private String hint(Field field) {
    String hint = field.hint().in(words.language()).strip();
    String guidance = field.guidance().in(words.language()).strip();
    return hint.isEmpty() || guidance.isEmpty() ? hint + guidance : hint + "\n" + guidance;
  }

  private static double width(SheetColumn column, String label) {
    if (!column.isVisible()) {
      return 12;
    }
    Field field = column.field();
    FieldType type = field == null ? FieldType.INTEGER : field.type();
    double least =
        switch (type) {
          case INTEGER, DECIMAL -> 10;
          case DATE, TIME -> 12;
          case TEXT, BARCODE -> field != null && !field.number().isEmpty() ? 20 : 24;
          default -> 22;
        };
    return Math.min(40, Math.max(least, label.length() * 0.5 + 4));
  }

  private void row(ExportRow exported) {
    try {
      sheet.beginRow(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switch (exported) {
      case ExportRow.Stored stored -> stored(stored);
      case ExportRow.Returned returned -> returned(returned);
    }
    row++;
  }

  private void stored(ExportRow.Stored stored) {
    Submission submission = stored.submission();
    HiddenTexts hidden = StampText.of(submission, columns, stored.derived());
    cells(
        hidden,
        stored,
        submission.uuid(),
        submission.parent(),
        column -> SheetColumn.value(column, submission, stored.derived()));
    for (int i = 0; i < columns.size(); i++) {
      String remark = stored.remarks().get(columns.get(i).name());
      if (remark != null) {
        sheet.comment(row, i, cut(remark));
      }
    }
    wholeRow(stored, null);
  }

  private void returned(ExportRow.Returned returned) {
    UUID uuid = uuid(returned.hidden().uuid());
    UUID parent = uuid(returned.values().getOrDefault(SystemField.PARENT, ""));
    cells(
        returned.hidden(),
        returned,
        uuid,
        parent,
        column -> returned.values().getOrDefault(column.name(), ""));
    for (int i = 0; i < columns.size(); i++) {
      String mark = returned.marks().get(columns.get(i).name());
      if (mark != null) {
        sheet.style(row, i, styles[i].filled(HELD));
        sheet.comment(row, i, cut(mark));
      }
    }
    wholeRow(returned, HELD);
  }

  /// What is said of the row as a whole stands at its first visible cell.
  private void wholeRow(ExportRow exported, @Nullable String fill) {
    String remark = exported.remarks().get("");
    if (remark == null) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isVisible()) {
        if (fill != null) {
          sheet.style(row, i, styles[i].filled(fill));
        }
        if (!exported.remarks().containsKey(columns.get(i).name())) {
          sheet.comment(row, i, cut(remark));
          return;
        }
      }
    }
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private void cells(
      HiddenTexts hidden,
      ExportRow exported,
      @Nullable UUID uuid,
      @Nullable UUID parent,
      java.util.function.Function<SheetColumn, String> value) {
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      switch (column.kind()) {
        case MARKER -> {}
        case HIDDEN_TEXT -> text(i, hidden(hidden, column.name()));
        case ROW_NUMBER -> {
          if (uuid != null) {
            sheet.number(row, i, BigDecimal.valueOf(numbers.give(uuid)));
          }
        }
        case PARENT_KEY -> {
          Integer number = numbers.of(parent);
          if (column.field() != null) {
            answer(i, column, exported.parentKeys().getOrDefault(column.field().name(), ""));
          } else if (number != null) {
            sheet.number(row, i, BigDecimal.valueOf(number));
          }
        }
        case SYSTEM, FIELD, DERIVED -> answer(i, column, value.apply(column));
      }
    }
  }

  private static String hidden(HiddenTexts hidden, String name) {
    return switch (name) {
      case WorkbookFormat.UUID -> hidden.uuid();
      case WorkbookFormat.VERSION_VECTOR -> hidden.version();
      case WorkbookFormat.DOTS -> hidden.dots();
      case WorkbookFormat.CONFLICTS -> hidden.conflicts();
      default -> hidden.seal();
    };
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.text(row, column, longTexts.cell(text, words));
    }
  }

  private void answer(int i, SheetColumn column, String value) {
    if (value.isEmpty()) {
      return;
    }
    Field field = column.field();
    if (field == null) {
      system(i, column.name(), value);
      return;
    }
    switch (field.type()) {
      case INTEGER, DECIMAL -> numberOrText(i, value);
      case DATE -> {
        Optional<BigDecimal> serial = serial(value);
        if (serial.isPresent()) {
          sheet.number(row, i, serial.get());
        } else {
          text(i, value);
        }
      }
      case SELECT_ONE, SELECT_MULTIPLE, RANK ->
          text(
              i,
              field.list() == null
                  ? value
                  : choices.list(form, field).show(value, field.type() != FieldType.SELECT_ONE));
      default -> {
        if (column.kind() == SheetColumn.Kind.DERIVED) {
          numberOrText(i, value);
        } else {
          text(i, value);
        }
      }
    }
  }

  private void system(int i, String name, String value) {
    switch (name) {
      case SystemField.ORDER -> numberOrText(i, value);
      case SystemField.DELETED -> {
        if (!value.equals("0")) {
          text(i, value.equals("1") ? words.get("system_hapus.1") : value);
        }
      }
      case SystemField.STATUS -> text(i, words.system(SystemField.STATUS + "." + value));
      default -> text(i, value);
    }
  }

  private void numberOrText(int column, String value) {
    if (NUMBER.matcher(value).matches()
        && !value.equals("-0")
        && new BigDecimal(value).precision() <= DOUBLE_DIGITS
        && new BigDecimal(value).scale() <= DOUBLE_DIGITS) {
      sheet.number(row, column, new BigDecimal(value));
    } else {
      text(column, value);
    }
  }

  private static Optional<BigDecimal> serial(String value) {
    try {
      return value.length() == 10 ? SerialDate.serial(LocalDate.parse(value)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private void rules() {
    int last = row - 1 + PREPARED;
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

  private static String cut(String text) {
    return text.length() <= LONGEST_COMMENT ? text : text.substring(0, LONGEST_COMMENT);
  }
}
