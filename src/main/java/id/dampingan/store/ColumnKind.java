package id.dampingan.store;

import id.dampingan.submission.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How a field's values are kept in a column.
///
/// A column is typed so that figures can be computed in the database; but values are texts. Only a
/// text that comes back exactly goes into the column, any other is kept beside it.
enum ColumnKind {
  TEXT(SQLDataType.VARCHAR),
  INTEGER(SQLDataType.BIGINT),
  DECIMAL(SQLDataType.NUMERIC(38, 10)),
  DATE(SQLDataType.LOCALDATE);

  /// One database's longest text in a column is 1,048,576 characters.
  private static final int LONGEST_TEXT = 500_000;

  private static final int LONGEST_NUMBER = 30;

  private final DataType<?> type;

  ColumnKind(DataType<?> type) {
    this.type = type;
  }

  static ColumnKind of(FieldType type) {
    return switch (type) {
      case INTEGER -> INTEGER;
      case DECIMAL -> DECIMAL;
      case DATE -> DATE;
      default -> TEXT;
    };
  }

  DataType<?> type() {
    return type;
  }

  /// The column's value, or null if the text would not come back exactly.
  @Nullable Object toColumn(String text) {
    return switch (this) {
      case TEXT -> text.length() <= LONGEST_TEXT ? text : null;
      case INTEGER -> integer(text);
      case DECIMAL -> decimal(text);
      case DATE -> date(text);
    };
  }

  String toText(Object value) {
    return switch (this) {
      case DECIMAL -> plain((BigDecimal) value);
      case DATE ->
          value instanceof java.sql.Date day ? day.toLocalDate().toString() : value.toString();
      default -> value.toString();
    };
  }

  private static @Nullable Long integer(String text) {
    if (text.isEmpty() || text.length() > 19) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      return Long.toString(number).equals(text) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean fits = number.scale() <= 10 && number.precision() - number.scale() <= 28;
      return fits && plain(number).equals(text) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable LocalDate date(String text) {
    if (text.length() != 10) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() > 0 && day.toString().equals(text) ? day : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
