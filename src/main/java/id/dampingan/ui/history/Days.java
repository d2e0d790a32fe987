package id.dampingan.ui.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as people type them: `1/3/2026`, `01.03.26`, `1-3`, `2026-03-01`.
final class Days {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})(?:[/.\\- ](\\d{4}|\\d{2}))?");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final int CENTURY = 2000;

  private Days() {}

  /// @param today a day without its year is the last one up to today
  /// @return null if it is no day
  static @Nullable LocalDate read(String text, LocalDate today) {
    String typed = text.strip();
    try {
      Matcher yearFirst = YEAR_FIRST.matcher(typed);
      if (yearFirst.matches()) {
        return LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
      }
      Matcher dayFirst = DAY_FIRST.matcher(typed);
      if (!dayFirst.matches()) {
        return null;
      }
      if (dayFirst.group(3) == null) {
        LocalDate here = LocalDate.of(today.getYear(), number(dayFirst, 2), number(dayFirst, 1));
        return here.isAfter(today) ? here.minusYears(1) : here;
      }
      int year = number(dayFirst, 3);
      return LocalDate.of(
          year < 100 ? CENTURY + year : year, number(dayFirst, 2), number(dayFirst, 1));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
