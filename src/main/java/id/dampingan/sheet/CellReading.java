package id.dampingan.sheet;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.TypedValue;
import id.dampingan.workbook.RawCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a cell says as an answer: the value it most likely means, and what else it may have been.
///
/// A cell that no hand touched is recognized by its fingerprint: then any of the candidates will
/// do, so that programs which turn `04` into 4, or a date into a number, change nothing. Only of an
/// edited cell does the first candidate count, and only then is its problem one.
///
/// @param value the canonical value; of an unreadable cell its cleaned text
/// @param others what the cell may have been when it was written
/// @param problem why it cannot be read, or null
record CellReading(String value, List<String> others, @Nullable Problem problem) {
  static final CellReading EMPTY = new CellReading("", List.of(), null);

  private static final int LONGEST_NUMBER = 20;

  /// From here on a double has fewer digits than the number.
  private static final BigDecimal DIGITS_LOST = new BigDecimal("1e15");

  private static final Pattern AMBIGUOUS_DECIMAL = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern AMBIGUOUS_WHOLE = Pattern.compile("[+-]?[1-9]\\d{0,2},000");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");
  private static final Pattern DAY_NAME =
      Pattern.compile(
          "(?i)(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday"
              + "|friday|saturday|sunday)\\s*,?\\s*");
  private static final Set<String> YES = Set.of("ok", "ya", "yes", "y", "1", "x", "v", "true", "✓");

  private static CellReading of(String value) {
    return value.isEmpty() ? EMPTY : new CellReading(value, List.of(), null);
  }

  private static CellReading unreadable(ProblemCode code, String text) {
    return new CellReading(text, List.of(text), Problem.of(code, Map.of("value", text)));
  }

  private static CellReading of(CanonicalValue value, String raw) {
    return value.text().equals(raw) && value.isReadable()
        ? of(raw)
        : new CellReading(value.text(), List.of(raw), value.problem());
  }

  /// Reads a cell of a form's field.
  ///
  /// @param number `dampingan:jenis`, which official number it holds, or the empty text
  /// @param list the choices, null if the field has none
  /// @param since1904 the file's calendar
  /// @param today the day that the file was sent, for years of two digits
  static CellReading read(
      RawCell cell,
      FieldType type,
      String number,
      @Nullable ChoiceList list,
      boolean since1904,
      LocalDate today) {
    String text = CanonicalValue.text(cell.text());
    return switch (cell.kind()) {
      case ERROR -> unreadable(ProblemCode.CELL_ERROR, text);
      case FORMULA_WITHOUT_VALUE -> unreadable(ProblemCode.FORMULA_WITHOUT_VALUE, text);
      case NUMBER -> {
        if (type.isNumber() && isShortWhole(cell.text())) {
          yield of(cell.text());
        }
        BigDecimal shown = number(cell.text());
        yield shown == null
            ? unreadable(ProblemCode.NOT_A_NUMBER, text)
            : number(shown, cell, type, list, since1904);
      }
      case TEXT, BOOLEAN -> text.isEmpty() ? EMPTY : text(text, type, number, list, today);
    };
  }

  /// Nearly every number of our own files: its text is its canonical value.
  private static boolean isShortWhole(String text) {
    int length = text.length();
    if (length == 0 || length > 15 || (length > 1 && text.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static CellReading text(
      String text, FieldType type, String number, @Nullable ChoiceList list, LocalDate today) {
    Optional<Missing> missing = Words.missing(text);
    if (missing.isPresent()) {
      return of(missing.get().code()).or(text);
    }
    CellReading plain = bareText(text, type, number, list, today);
    if (text.length() < 2 || text.charAt(0) != '\'') {
      return plain;
    }
    // Programs that do not know Excel's sign for "this is text" leave it standing.
    String bare = text.substring(1).strip();
    boolean sign =
        type != FieldType.TEXT
            || Character.isDigit(bare.charAt(0))
            || "+=-@".indexOf(bare.charAt(0)) >= 0;
    return sign ? bareText(bare, type, number, list, today).or(text) : plain;
  }

  private CellReading or(String other) {
    List<String> all = new ArrayList<>(others);
    all.add(other);
    return new CellReading(value, all, problem);
  }

  private static CellReading bareText(
      String text, FieldType type, String number, @Nullable ChoiceList list, LocalDate today) {
    switch (type) {
      case TEXT, BARCODE -> {
        if (number.isEmpty()) {
          return of(text);
        }
        return SCIENTIFIC.matcher(text).matches()
            ? unreadable(ProblemCode.DIGITS_LOST, text)
            : of(new CanonicalValue(CanonicalValue.digits(text), null), text);
      }
      case INTEGER, DECIMAL -> {
        Pattern ambiguous = type == FieldType.INTEGER ? AMBIGUOUS_WHOLE : AMBIGUOUS_DECIMAL;
        return ambiguous.matcher(text).matches()
            ? unreadable(ProblemCode.NOT_A_NUMBER, text)
            : of(TypedValue.of(type, text, today), text);
      }
      case DATE -> {
        return of(TypedValue.of(type, DAY_NAME.matcher(text).replaceFirst(""), today), text);
      }
      case SELECT_ONE, SELECT_MULTIPLE, RANK -> {
        return list == null
            ? of(CanonicalValue.of(type, text), text)
            : list.reading(text, () -> choices(text, type, list));
      }
      case ACKNOWLEDGE -> {
        return YES.contains(text.toLowerCase(Locale.ROOT))
            ? of("OK")
            : unreadable(ProblemCode.UNKNOWN_CHOICE, text);
      }
      default -> {
        return of(TypedValue.of(type, text, today), text);
      }
    }
  }

  private static CellReading choices(String text, FieldType type, ChoiceList list) {
    Set<String> whole = list.codes(text);
    if (whole.size() == 1) {
      return of(whole.iterator().next()).or(text);
    }
    if (type == FieldType.SELECT_ONE) {
      return whole.isEmpty()
          ? unknown(ProblemCode.UNKNOWN_CHOICE, text, text, list)
          : unknown(ProblemCode.AMBIGUOUS_CHOICE, text, text, list);
    }
    return several(text, type, list);
  }

  private static CellReading unknown(
      ProblemCode code, String text, String choice, ChoiceList list) {
    Problem problem = Problem.of(code, Map.of("value", choice, "list", list.key()));
    return new CellReading(text, List.of(text), problem);
  }

  /// Labels or codes with `;` between; a label may itself have a `;`. Codes alone also with spaces.
  private static CellReading several(String text, FieldType type, ChoiceList list) {
    CellReading pieces = pieces(text.split("[;\\n]"), ";", type, list, text);
    if (pieces.problem() != null && text.indexOf(';') < 0) {
      for (String separator : List.of("\\s+", "\\s*,\\s*")) {
        CellReading other = pieces(text.split(separator), " ", type, list, text);
        if (other.problem() == null) {
          return other;
        }
      }
    }
    return pieces;
  }

  private static CellReading pieces(
      String[] pieces, String glue, FieldType type, ChoiceList list, String text) {
    StringBuilder codes = new StringBuilder();
    Problem problem = null;
    for (int i = 0; i < pieces.length; ) {
      int end = pieces.length;
      Set<String> found = Set.of();
      for (; end > i; end--) {
        String piece = String.join(glue, List.of(pieces).subList(i, end)).strip();
        found = piece.isEmpty() ? Set.of() : list.codes(piece);
        if (found.size() == 1) {
          break;
        }
      }
      String piece = pieces[i].strip();
      if (end == i) {
        end = i + 1;
        if (!piece.isEmpty()) {
          Set<String> several = list.codes(piece);
          ProblemCode code =
              several.isEmpty() ? ProblemCode.UNKNOWN_CHOICE : ProblemCode.AMBIGUOUS_CHOICE;
          problem = Problem.of(code, Map.of("value", piece, "list", list.key()));
          codes.append(' ').append(piece);
        }
      } else {
        codes.append(' ').append(found.iterator().next());
      }
      i = end;
    }
    String value = CanonicalValue.of(type, codes.toString()).text();
    return problem == null ? of(value).or(text) : new CellReading(text, List.of(value), problem);
  }

  private static CellReading number(
      BigDecimal shown,
      RawCell cell,
      FieldType type,
      @Nullable ChoiceList list,
      boolean since1904) {
    String plain = plain(shown);
    switch (type) {
      case INTEGER, DECIMAL -> {
        CanonicalValue value = CanonicalValue.of(type, plain);
        if (isTooLong(shown)) {
          // Untouched if the file still has every digit, as programs other than Excel write them.
          return new CellReading(plain, List.of(exact(cell)), lost(plain));
        }
        return value.isReadable()
            ? of(value.text()).or(exact(cell))
            : unreadable(ProblemCode.NOT_A_WHOLE_NUMBER, plain);
      }
      case DATE -> {
        return SerialDate.date(shown, cell.date(), since1904)
            .map(CellReading::of)
            .orElseGet(() -> unreadable(ProblemCode.NOT_A_DATE, plain));
      }
      case DATETIME -> {
        return SerialDate.dateTime(shown, since1904)
            .map(CellReading::of)
            .orElseGet(() -> unreadable(ProblemCode.NOT_A_DATETIME, plain));
      }
      case TIME -> {
        return SerialDate.time(shown)
            .map(CellReading::of)
            .orElseGet(() -> unreadable(ProblemCode.NOT_A_TIME, plain));
      }
      case SELECT_ONE, SELECT_MULTIPLE, RANK -> {
        return list == null ? padded(plain, shown, cell) : choice(plain, type, list);
      }
      case ACKNOWLEDGE -> {
        return plain.equals("1") ? of("OK") : unreadable(ProblemCode.UNKNOWN_CHOICE, plain);
      }
      case GEOPOINT, GEOTRACE, GEOSHAPE -> {
        return unreadable(ProblemCode.NOT_A_POINT, plain);
      }
      default -> {
        if (cell.date() && !isTooLong(shown)) {
          // A text such as 1/2 that the program took for a date: what was typed is gone, but the
          // date is what the person saw.
          return SerialDate.date(shown, true, since1904)
              .map(date -> of(date).or(plain))
              .orElseGet(() -> padded(plain, shown, cell));
        }
        return padded(plain, shown, cell);
      }
    }
  }

  private static CellReading choice(String digits, FieldType type, ChoiceList list) {
    CellReading direct = choices(digits, type, list);
    if (direct.problem() == null) {
      return direct;
    }
    Set<String> padded = list.codesOfNumber(digits);
    return padded.size() == 1 ? of(padded.iterator().next()).or(digits) : direct;
  }

  /// A number where a text was expected: it may have had zeros before it.
  private static CellReading padded(String plain, BigDecimal shown, RawCell cell) {
    return new CellReading(plain, withZeros(exact(cell)), isTooLong(shown) ? lost(plain) : null);
  }

  /// The digits with none, one, two … zeros before them, made when they are asked for.
  private static List<String> withZeros(String exact) {
    boolean digits = exact.chars().allMatch(c -> c >= '0' && c <= '9');
    int size = digits ? Math.max(1, LONGEST_NUMBER - exact.length() + 1) : 1;
    return new AbstractList<>() {
      @Override
      public String get(int zeros) {
        return "0".repeat(zeros) + exact;
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private static Problem lost(String digits) {
    return Problem.of(ProblemCode.DIGITS_LOST, Map.of("value", digits));
  }

  private static boolean isTooLong(BigDecimal number) {
    return number.abs().compareTo(DIGITS_LOST) >= 0;
  }

  /// The number as people see it: fifteen digits, as Excel keeps them.
  private static @Nullable BigDecimal number(String raw) {
    if (isShortWhole(raw)) {
      return BigDecimal.valueOf(Long.parseLong(raw));
    }
    double number;
    try {
      number = Double.parseDouble(raw);
    } catch (NumberFormatException _) {
      return null;
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return null;
    }
    BigDecimal exact = new BigDecimal(Double.toString(number));
    // Whole numbers keep the digits that a double can tell.
    return exact.abs().compareTo(DIGITS_LOST) >= 0
        ? exact
        : exact.round(new MathContext(15, RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal number) {
    if (number.scale() == 0) {
      return number.toPlainString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// The digits that stand in the file.
  private static String exact(RawCell cell) {
    if (isShortWhole(cell.text())) {
      return cell.text();
    }
    String plain = CanonicalValue.plainNumber(cell.text());
    return plain == null ? cell.text() : plain;
  }

  /// Whether one of the readings satisfies the test; gives it, else null.
  @Nullable String first(Function<String, Boolean> test) {
    if (problem == null && test.apply(value)) {
      return value;
    }
    for (String other : others) {
      if (test.apply(other)) {
        return other;
      }
    }
    return null;
  }
}
