package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Missing;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.SheetWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes canonical values as cells that people read and Excel computes with.
final class AnswerCells {
  /// Whole and decimal numbers that a double keeps exactly.
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  private static final int DOUBLE_DIGITS = 15;

  private final Form form;
  private final SheetWriter sheet;
  private final ChoiceSheet choices;
  private final LongTexts longTexts;
  private final Words words;

  AnswerCells(Form form, SheetWriter sheet, ChoiceSheet choices, LongTexts longTexts, Words words) {
    this.form = form;
    this.sheet = sheet;
    this.choices = choices;
    this.longTexts = longTexts;
    this.words = words;
  }

  void text(int row, int column, String text) {
    if (!text.isEmpty()) {
      sheet.text(row, column, longTexts.cell(text, words));
    }
  }

  /// Writes one answer as its type wants it.
  void answer(int row, int i, SheetColumn column, String value) {
    if (value.isEmpty()) {
      return;
    }
    Field field = column.field();
    if (field == null) {
      system(row, i, column.name(), value);
      return;
    }
    Optional<Missing> missing = Missing.of(value);
    if (missing.isPresent()) {
      text(row, i, words.missing(missing.get()));
      return;
    }
    switch (field.type()) {
      case INTEGER, DECIMAL -> numberOrText(row, i, value);
      case DATE -> {
        Optional<BigDecimal> serial = serial(value);
        if (serial.isPresent()) {
          sheet.number(row, i, serial.get());
        } else {
          text(row, i, value);
        }
      }
      case SELECT_ONE, SELECT_MULTIPLE, RANK ->
          text(
              row,
              i,
              field.list() == null
                  ? value
                  : choices.list(form, field).show(value, field.type() != FieldType.SELECT_ONE));
      default -> {
        if (column.kind() == SheetColumn.Kind.DERIVED) {
          numberOrText(row, i, value);
        } else {
          text(row, i, value);
        }
      }
    }
  }

  private void system(int row, int i, String name, String value) {
    switch (name) {
      case SystemField.ORDER -> numberOrText(row, i, value);
      case SystemField.DELETED -> {
        if (!value.equals("0")) {
          text(row, i, value.equals("1") ? words.get("system_hapus.1") : value);
        }
      }
      case SystemField.STATUS -> text(row, i, words.system(SystemField.STATUS + "." + value));
      default -> text(row, i, value);
    }
  }

  private void numberOrText(int row, int column, String value) {
    if (NUMBER.matcher(value).matches()
        && !value.equals("-0")
        && new BigDecimal(value).precision() <= DOUBLE_DIGITS
        && new BigDecimal(value).scale() <= DOUBLE_DIGITS) {
      sheet.number(row, column, new BigDecimal(value));
    } else {
      text(row, column, value);
    }
  }

  private static Optional<BigDecimal> serial(String value) {
    try {
      return value.length() == 10 ? SerialDate.serial(LocalDate.parse(value)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
