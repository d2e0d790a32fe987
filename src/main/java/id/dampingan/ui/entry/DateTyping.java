package id.dampingan.ui.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people type them: `130921`, `13/9/2021`, `13 Sep 21`, `2021-09-13`.
final class DateTyping {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{2}|\\d{4})");
  private static final Pattern PARTS =
      Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2}|\\p{L}{3,})[-/. ]+(\\d{2}|\\d{4})");

  /// The first three letters of the months in Indonesian and English.
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan"),
          List.of("feb"),
          List.of("mar"),
          List.of("apr"),
          List.of("mei", "may"),
          List.of("jun"),
          List.of("jul"),
          List.of("agu", "agt", "aug"),
          List.of("sep"),
          List.of("okt", "oct"),
          List.of("nov", "nop"),
          List.of("des", "dec"));

  private DateTyping() {}

  /// The date that was meant; of two-digit years the latest that is not after today.
  static Optional<LocalDate> read(String typed, LocalDate today) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return Optional.of(
            LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
      }
      for (Pattern pattern : List.of(DIGITS, PARTS)) {
        Matcher parts = pattern.matcher(text);
        if (parts.matches()) {
          return Optional.of(
              dated(number(parts.group(1)), month(parts.group(2)), parts.group(3), today));
        }
      }
    } catch (DateTimeException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static LocalDate dated(int day, int month, String year, LocalDate today) {
    if (year.length() == 4) {
      return LocalDate.of(number(year), month, day);
    }
    int century = today.getYear() / 100 * 100;
    LocalDate date = LocalDate.of(century + number(year), month, day);
    return date.isAfter(today) ? LocalDate.of(century - 100 + number(year), month, day) : date;
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return number(text);
    }
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(text.substring(0, 3))) {
        return i + 1;
      }
    }
    throw new DateTimeException("no month: " + text);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
