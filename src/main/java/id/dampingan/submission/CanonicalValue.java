package id.dampingan.submission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one text that stands for an answer, whoever wrote it (MERGE 1), or why there is none.
///
/// Two ways lead here: [#of] reads what programs write, [TypedValue] what people write.
///
/// @param text the canonical value, empty for no answer; of an unreadable answer the cleaned text
/// @param problem why it cannot be read, or null
public record CanonicalValue(String text, @Nullable Problem problem) {
  /// No answer.
  public static final CanonicalValue EMPTY = new CanonicalValue("", null);

  /// Longer numbers are no answers; without a limit `1e999999999` would fill the memory.
  private static final int MOST_DIGITS = 64;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public boolean isReadable() {
    return problem == null;
  }

  /// Reads a value that is canonical or nearly so: ISO dates, numbers with a point.
  public static CanonicalValue of(FieldType type, String raw) {
    String text = text(raw);
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (Missing.is(text)) {
      return value(text);
    }
    return switch (type) {
      case TEXT, BARCODE, SELECT_ONE, IMAGE, AUDIO, VIDEO, FILE -> value(text);
      case INTEGER -> wholeNumber(text);
      case DECIMAL -> {
        String plain = plainNumber(text);
        yield plain == null ? unreadable(ProblemCode.NOT_A_NUMBER, text) : value(plain);
      }
      case DATE -> date(text);
      case TIME -> {
        String time = time(text);
        yield time == null ? unreadable(ProblemCode.NOT_A_TIME, text) : value(time);
      }
      case DATETIME -> dateTime(text);
      case SELECT_MULTIPLE -> value(codes(text));
      case RANK -> value(SPACE.matcher(text).replaceAll(" "));
      case ACKNOWLEDGE ->
          text.equalsIgnoreCase("OK") ? value("OK") : unreadable(ProblemCode.UNKNOWN_CHOICE, text);
      case GEOPOINT -> {
        String point = point(text);
        yield point == null ? unreadable(ProblemCode.NOT_A_POINT, text) : value(point);
      }
      case GEOTRACE, GEOSHAPE -> points(text);
    };
  }

  /// The canonical form of a text: NFC, LF, plain spaces, nothing invisible, trimmed.
  public static String text(String raw) {
    if (isPlain(raw)) {
      return raw.strip();
    }
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '\r' -> {
          out.append('\n');
          if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
            i++;
          }
        }
        case '\u00a0' -> out.append(' ');
        case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> {
          // Zero width: nobody sees it, and it makes equal answers unequal.
        }
        default -> out.append(c);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
  }

  /// The digits of an official number (NIK, No KK, NIP, phone), whatever people put between them.
  ///
  /// A text with letters stays as it is: the form's constraint will name it, nothing is lost.
  public static String digits(String raw) {
    String text = text(raw);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return text;
      }
    }
    return out.isEmpty() ? text : out.toString();
  }

  /// A number without trailing zeros or exponent, null if the text is none.
  public static @Nullable String plainNumber(String text) {
    if (text.length() > 2 * MOST_DIGITS || !NUMBER.matcher(text).matches()) {
      return null;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
    if (number.signum() == 0) {
      return "0";
    }
    // The size of the exponent is checked before anything is written out.
    number = number.stripTrailingZeros();
    long integerDigits = (long) number.precision() - number.scale();
    if (integerDigits > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      return null;
    }
    return number.toPlainString();
  }

  static CanonicalValue value(String text) {
    return text.isEmpty() ? EMPTY : new CanonicalValue(text, null);
  }

  static CanonicalValue unreadable(ProblemCode code, String text) {
    return new CanonicalValue(text, Problem.of(code, Map.of("value", text)));
  }

  static CanonicalValue wholeNumber(String text) {
    String plain = plainNumber(text);
    if (plain == null) {
      return unreadable(ProblemCode.NOT_A_NUMBER, text);
    }
    return plain.indexOf('.') >= 0
        ? unreadable(ProblemCode.NOT_A_WHOLE_NUMBER, text)
        : value(new BigInteger(plain).toString());
  }

  static @Nullable String date(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.toString();
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static CanonicalValue date(String text) {
    // A program that knows no dates writes midnight.
    int time = text.indexOf('T') > 0 ? text.indexOf('T') : text.indexOf(' ');
    String day = time == 10 && midnight(text.substring(11)) ? text.substring(0, 10) : text;
    Matcher parts = DATE.matcher(day);
    String date = parts.matches() ? date(parts.group(1), parts.group(2), parts.group(3)) : null;
    return date == null ? unreadable(ProblemCode.NOT_A_DATE, text) : value(date);
  }

  private static boolean midnight(String text) {
    String time = time(text);
    return time != null && time.startsWith("00:00:00") && !time.startsWith("00:00:00.");
  }

  /// `HH:mm:ss`, milliseconds only if there are any, the offset only if it was given.
  static @Nullable String time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    try {
      String fraction = parts.group(4);
      int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)),
              nanos / 1_000_000 * 1_000_000);
      String clock =
          time.format(
              DateTimeFormatter.ofPattern(time.getNano() == 0 ? "HH:mm:ss" : "HH:mm:ss.SSS"));
      return parts.group(5) == null ? clock : clock + ZoneOffset.of(parts.group(5)).getId();
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static CanonicalValue dateTime(String text) {
    if (text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
      CanonicalValue date = date(text.substring(0, 10));
      String time = time(text.substring(11).strip());
      if (date.isReadable() && time != null) {
        return value(date.text() + "T" + time);
      }
    } else {
      CanonicalValue date = date(text);
      if (date.isReadable()) {
        return value(date.text() + "T00:00:00");
      }
    }
    return unreadable(ProblemCode.NOT_A_DATETIME, text);
  }

  /// Each code once, by code point, one space between.
  private static String codes(String text) {
    if (text.indexOf(' ') < 0 && SPACE.matcher(text).results().findAny().isEmpty()) {
      return text;
    }
    TreeSet<String> codes = new TreeSet<>(CodePoints.ORDER);
    codes.addAll(Arrays.asList(SPACE.split(text)));
    return String.join(" ", codes);
  }

  /// `lat lon alt acc` from two to four numbers, null if they are no place on earth.
  static @Nullable String point(String text) {
    String[] parts = SPACE.split(text.strip());
    if (parts.length < 2 || parts.length > 4) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String number = i < parts.length ? plainNumber(parts[i]) : "0";
      if (number == null) {
        return null;
      }
      int limit = i == 0 ? 90 : i == 1 ? 180 : Integer.MAX_VALUE;
      if (new BigDecimal(number).abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
        return null;
      }
      out.append(i == 0 ? "" : " ").append(number);
    }
    return out.toString();
  }

  private static CanonicalValue points(String text) {
    StringBuilder out = new StringBuilder();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String point = point(part);
      if (point == null) {
        return unreadable(ProblemCode.NOT_A_POINT, text);
      }
      out.append(out.isEmpty() ? "" : "; ").append(point);
    }
    return out.isEmpty() ? unreadable(ProblemCode.NOT_A_POINT, text) : value(out.toString());
  }

  /// Whether the text needs no cleaning but the trim: ASCII without carriage returns.
  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c >= 0x80 || c == '\r') {
        return false;
      }
    }
    return true;
  }
}
