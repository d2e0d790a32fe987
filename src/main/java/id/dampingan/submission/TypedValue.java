package id.dampingan.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person wrote: `13/9/21`, `13 September 2021`, `1.500,5`, `10.30`.
///
/// What is canonical already is read as that; only the rest is read as Indonesians write.
public final class TypedValue {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{4}|\\d{2})");
  private static final Pattern MONTH_NAME =
      Pattern.compile("(\\d{1,2})[-/. ]*([A-Za-z]{3,})\\.?[-/. ]*(\\d{4}|\\d{2})");
  private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})");

  /// `1.500` (in thousands), `1.500.000`, `1 500 000`.
  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}([. ]\\d{3})+");

  private static final Pattern INDONESIAN =
      Pattern.compile("[+-]?(\\d+|[1-9]\\d{0,2}([. ]\\d{3})+),\\d+");
  private static final Pattern ENGLISH_GROUPED =
      Pattern.compile("[+-]?[1-9]\\d{0,2}((,\\d{3}){2,}(\\.\\d+)?|(,\\d{3})+\\.\\d+)");
  private static final Pattern RUPIAH = Pattern.compile("(?i)^rp\\.?\\s*|,(-+|--)$|\\.-+$");

  private static final Map<String, List<String>> MONTHS =
      Map.ofEntries(
          Map.entry("01", List.of("januari", "january")),
          Map.entry("02", List.of("februari", "pebruari", "february")),
          Map.entry("03", List.of("maret", "march")),
          Map.entry("04", List.of("april")),
          Map.entry("05", List.of("mei", "may")),
          Map.entry("06", List.of("juni", "june")),
          Map.entry("07", List.of("juli", "july")),
          Map.entry("08", List.of("agustus", "august", "agt", "agst")),
          Map.entry("09", List.of("september")),
          Map.entry("10", List.of("oktober", "october")),
          Map.entry("11", List.of("november", "nopember")),
          Map.entry("12", List.of("desember", "december")));

  private TypedValue() {}

  /// @param today years of two digits become the latest such date not after it
  public static CanonicalValue of(FieldType type, String raw, LocalDate today) {
    String text = CanonicalValue.text(raw);
    if (Missing.is(text)) {
      return CanonicalValue.value(text);
    }
    return switch (type) {
      case INTEGER, DECIMAL -> CanonicalValue.of(type, number(type, text));
      case DATE -> {
        CanonicalValue canonical = CanonicalValue.of(type, text);
        String date = canonical.isReadable() ? null : date(text, today);
        yield date == null ? canonical : CanonicalValue.value(date);
      }
      case TIME -> {
        CanonicalValue canonical = CanonicalValue.of(type, text);
        CanonicalValue dotted = CanonicalValue.of(type, text.replace('.', ':'));
        yield canonical.isReadable() || !dotted.isReadable() ? canonical : dotted;
      }
      case DATETIME -> dateTime(text, today);
      case GEOPOINT -> {
        CanonicalValue canonical = CanonicalValue.of(type, text);
        String point =
            canonical.isReadable() || text.isEmpty()
                ? null
                : CanonicalValue.point(
                    text.indexOf('.') >= 0 || !text.contains(" ")
                        ? text.replaceAll("[,;]\\s*", " ")
                        : text.replaceAll("[,;](\\s+)", "$1").replace(',', '.'));
        yield point == null ? canonical : CanonicalValue.value(point);
      }
      default -> CanonicalValue.of(type, text);
    };
  }

  /// The number with a point for the decimals and nothing between the thousands.
  private static String number(FieldType type, String text) {
    String bare = RUPIAH.matcher(text).replaceAll("").strip();
    if (GROUPED.matcher(bare).matches()) {
      // `1.234` is a canonical decimal, `1.500` is none: only the latter can mean thousands.
      boolean canonicalDecimal =
          type == FieldType.DECIMAL
              && bare.indexOf('.') == bare.lastIndexOf('.')
              && bare.indexOf('.') > 0
              && !bare.endsWith("0");
      return canonicalDecimal ? bare : bare.replaceAll("[. ]", "");
    }
    if (INDONESIAN.matcher(bare).matches()) {
      return bare.replaceAll("[. ]", "").replace(',', '.');
    }
    if (ENGLISH_GROUPED.matcher(bare).matches()) {
      return bare.replace(",", "");
    }
    return CanonicalValue.plainNumber(bare) == null ? text : bare;
  }

  private static @Nullable String date(String text, LocalDate today) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return CanonicalValue.date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    for (Pattern pattern : List.of(DAY_FIRST, MONTH_NAME, DIGITS_ONLY)) {
      Matcher parts = pattern.matcher(text);
      if (parts.matches()) {
        String month = pattern == MONTH_NAME ? month(parts.group(2)) : parts.group(2);
        return month == null
            ? null
            : date(
                Objects.requireNonNull(parts.group(1)),
                Objects.requireNonNull(month),
                Objects.requireNonNull(parts.group(3)),
                today);
      }
    }
    return null;
  }

  private static @Nullable String date(String day, String month, String year, LocalDate today) {
    if (year.length() == 4) {
      return CanonicalValue.date(year, month, day);
    }
    int century = today.getYear() / 100;
    for (int c = century; c >= century - 1; c--) {
      String date = CanonicalValue.date(c + year, month, day);
      if (date != null && !LocalDate.parse(date).isAfter(today)) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable String month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (var entry : MONTHS.entrySet()) {
      for (String full : entry.getValue()) {
        if (full.startsWith(lower)) {
          return entry.getKey();
        }
      }
    }
    return null;
  }

  private static CanonicalValue dateTime(String text, LocalDate today) {
    CanonicalValue canonical = CanonicalValue.of(FieldType.DATETIME, text);
    if (canonical.isReadable()) {
      return canonical;
    }
    int space = text.lastIndexOf(' ');
    String date = date(text, today);
    if (date != null) {
      return CanonicalValue.value(date + "T00:00:00");
    }
    if (space > 0) {
      date = date(text.substring(0, space).strip(), today);
      CanonicalValue time = of(FieldType.TIME, text.substring(space + 1), today);
      if (date != null && time.isReadable()) {
        return CanonicalValue.value(date + "T" + time.text());
      }
    }
    return canonical;
  }
}
