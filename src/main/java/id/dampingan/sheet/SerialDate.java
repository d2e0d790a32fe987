package id.dampingan.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Dates as Excel keeps them: days since 1900 with a leap day too many, or since 1904.
final class SerialDate {
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  /// 29 February 1900, which never was.
  private static final int NO_DAY = 60;

  private static final int LAST = 2_958_465;
  private static final int SECONDS = 86_400;

  private SerialDate() {}

  /// @param date whether the cell is shown as a date: a bare 2021 is a year, no day of 1905
  static Optional<String> date(BigDecimal serial, boolean date, boolean since1904) {
    if ((serial.scale() > 0 && serial.stripTrailingZeros().scale() > 0)
        || (!date && isYear(serial))) {
      return Optional.empty();
    }
    return day(serial, since1904).map(LocalDate::toString);
  }

  static Optional<String> dateTime(BigDecimal serial, boolean since1904) {
    BigDecimal[] rounded = split(serial);
    return day(rounded[0], since1904).map(day -> day + "T" + clock(rounded[1].intValueExact()));
  }

  static Optional<String> time(BigDecimal fraction) {
    if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0) {
      return Optional.empty();
    }
    BigDecimal[] rounded = split(fraction);
    return rounded[0].signum() > 0
        ? Optional.empty()
        : Optional.of(clock(rounded[1].intValueExact()));
  }

  /// The number of this day, empty if Excel has none.
  static Optional<BigDecimal> serial(LocalDate day) {
    long serial = day.toEpochDay() - DAY_0.toEpochDay();
    return serial > NO_DAY && serial <= LAST
        ? Optional.of(BigDecimal.valueOf(serial))
        : Optional.empty();
  }

  private static boolean isYear(BigDecimal serial) {
    return serial.compareTo(BigDecimal.valueOf(1800)) >= 0
        && serial.compareTo(BigDecimal.valueOf(2200)) <= 0;
  }

  /// Days and seconds.
  private static BigDecimal[] split(BigDecimal serial) {
    BigDecimal seconds =
        serial.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_EVEN);
    return seconds.divideAndRemainder(BigDecimal.valueOf(SECONDS));
  }

  private static Optional<LocalDate> day(BigDecimal serial, boolean since1904) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST)) > 0) {
      return Optional.empty();
    }
    int days = serial.intValue();
    if (since1904) {
      return Optional.of(DAY_0_OF_1904.plusDays(days));
    }
    if (days == NO_DAY || days == 0) {
      return Optional.empty();
    }
    return Optional.of(DAY_0.plusDays(days < NO_DAY ? days + 1 : days));
  }

  private static String clock(int seconds) {
    return LocalTime.ofSecondOfDay(seconds).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
  }
}
