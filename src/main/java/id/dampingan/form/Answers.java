package id.dampingan.form;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Missing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.javarosa.core.model.data.BooleanData;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.LongData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.TimeData;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.xform.util.XFormAnswerDataSerializer;
import org.jspecify.annotations.Nullable;

/// Canonical text to JavaRosa's answers and back.
final class Answers {
  /// As many digits as Excel keeps: a calculated value that went through it is still the same.
  private static final MathContext EXCEL_DIGITS = new MathContext(15);

  private Answers() {}

  /// What expressions see; null for no answer, for one that its type cannot read and for the reason
  /// why there is none.
  ///
  /// Numbers are doubles and choices are texts in XPath anyway, so no integer can overflow here.
  static @Nullable IAnswerData of(FieldType type, String canonical) {
    if (canonical.isEmpty() || Missing.is(canonical)) {
      return null;
    }
    return switch (type) {
      case INTEGER, DECIMAL -> {
        String number = CanonicalValue.plainNumber(canonical);
        boolean broken = type == FieldType.INTEGER && number != null && number.indexOf('.') >= 0;
        yield number == null || broken ? null : new DecimalData(Double.parseDouble(number));
      }
      case DATE -> {
        CanonicalValue date = CanonicalValue.of(type, canonical);
        yield date.isReadable() ? new DateData(midnight(LocalDate.parse(date.text()))) : null;
      }
      case TIME -> {
        CanonicalValue time = CanonicalValue.of(type, canonical);
        Date date = time.isReadable() ? DateUtils.parseTime(time.text()) : null;
        yield date == null ? null : new TimeData(date);
      }
      case DATETIME -> {
        CanonicalValue time = CanonicalValue.of(type, canonical);
        Date date = time.isReadable() ? DateUtils.parseDateTime(time.text()) : null;
        yield date == null ? null : new DateTimeData(date);
      }
      case GEOPOINT, GEOTRACE, GEOSHAPE ->
          CanonicalValue.of(type, canonical).isReadable() ? new StringData(canonical) : null;
      default -> new StringData(canonical);
    };
  }

  /// The canonical text of what an expression gave.
  static String text(FieldType type, @Nullable IAnswerData data) {
    if (data == null) {
      return "";
    }
    String text =
        switch (data) {
          case StringData string -> shortened(String.valueOf(string.getValue()));
          case IntegerData number -> String.valueOf(number.getValue());
          case LongData number -> String.valueOf(number.getValue());
          case DecimalData number -> decimal((Double) number.getValue());
          case BooleanData truth -> truth.getValue().equals(Boolean.TRUE) ? "1" : "0";
          case DateData date -> day((Date) date.getValue()).toString();
          default -> String.valueOf(new XFormAnswerDataSerializer().serializeAnswerData(data));
        };
    if (type == FieldType.INTEGER && text.indexOf('.') > 0) {
      text = text.substring(0, text.indexOf('.'));
    }
    return CanonicalValue.of(type, text).text();
  }

  /// The day's midnight as calendars know it, with which JavaRosa reads it again: before 1900 they
  /// leave out the minutes by which a place differed from its later zone, and a day was lost.
  static Date midnight(LocalDate day) {
    return new GregorianCalendar(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth())
        .getTime();
  }

  private static LocalDate day(Date date) {
    Calendar calendar = new GregorianCalendar();
    calendar.setTime(date);
    return LocalDate.of(
        calendar.get(Calendar.YEAR),
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }

  private static String decimal(double number) {
    if (!Double.isFinite(number)) {
      return "";
    }
    String plain =
        CanonicalValue.plainNumber(new BigDecimal(number).round(EXCEL_DIGITS).toString());
    return plain == null ? "" : plain;
  }

  /// `0.30000000000000004` that became a text on its way, such as by `string()` or `concat()`.
  private static String shortened(String text) {
    int point = text.indexOf('.');
    if (text.length() <= 16 || point < 0) {
      return text;
    }
    String plain = CanonicalValue.plainNumber(text);
    return plain == null ? text : decimal(Double.parseDouble(plain));
  }
}
