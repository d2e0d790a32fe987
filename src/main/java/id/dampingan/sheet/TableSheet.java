package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.BookWriter;
import id.dampingan.workbook.CellStyle;
import id.dampingan.workbook.SheetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the sheet of one table: header, rows, dropdowns, colours.
final class TableSheet {
  static final String HEADER_FILL = "DDEBF7";
  private static final String CALCULATED = "F2F2F2";
  private static final String HELD = "FF9B9B";
  private static final String GREY = "7F7F7F";

  /// Empty rows below the last one that are ready for typing.
  private static final int PREPARED = 500;

  static final int FIRST_ROW = 2;
  private static final int LONGEST_COMMENT = 1000;

  private final List<SheetColumn> columns;
  private final SheetWriter sheet;
  private final AnswerCells answers;
  private final RowNumbers numbers;
  private final Words words;
  private final CellStyle[] styles;
  private int row = FIRST_ROW;

  private TableSheet(
      SheetWriter sheet,
      SheetContent content,
      ChoiceSheet choices,
      LongTexts longTexts,
      RowNumbers numbers,
      Words words) {
    this.columns = SheetColumn.of(content.form(), content.table());
    this.sheet = sheet;
    this.answers = new AnswerCells(content.form(), sheet, choices, longTexts, words);
    this.numbers = numbers;
    this.words = words;
    this.styles = columns.stream().map(TableSheet::style).toArray(CellStyle[]::new);
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
    new SheetRules(content, table.columns, sheet, choices, words).write(table.row - 1 + PREPARED);
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
      Function<SheetColumn, String> value) {
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      switch (column.kind()) {
        case MARKER -> {}
        case HIDDEN_TEXT -> answers.text(row, i, hidden(hidden, column.name()));
        case ROW_NUMBER -> {
          if (uuid != null) {
            sheet.number(row, i, BigDecimal.valueOf(numbers.give(uuid)));
          }
        }
        case PARENT_KEY -> {
          Integer number = numbers.of(parent);
          if (column.field() != null) {
            answers.answer(
                row, i, column, exported.parentKeys().getOrDefault(column.field().name(), ""));
          } else if (number != null) {
            sheet.number(row, i, BigDecimal.valueOf(number));
          }
        }
        case SYSTEM, FIELD, DERIVED -> answers.answer(row, i, column, value.apply(column));
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

  private static String cut(String text) {
    return text.length() <= LONGEST_COMMENT ? text : text.substring(0, LONGEST_COMMENT);
  }
}
