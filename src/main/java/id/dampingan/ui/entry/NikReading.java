package id.dampingan.ui.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// What the digits of a NIK say: district, day of birth, sex.
///
/// @param district the first six digits
/// @param birth the latest date that is not after today
/// @param female 40 was added to the day
record NikReading(String district, LocalDate birth, boolean female) {
  static Optional<NikReading> of(String nik, LocalDate today) {
    if (!nik.matches("\\d{16}")) {
      return Optional.empty();
    }
    int day = Integer.parseInt(nik.substring(6, 8));
    int month = Integer.parseInt(nik.substring(8, 10));
    int year = Integer.parseInt(nik.substring(10, 12));
    boolean female = day > 40;
    int century = today.getYear() / 100 * 100;
    try {
      LocalDate birth = LocalDate.of(century + year, month, female ? day - 40 : day);
      return Optional.of(
          new NikReading(
              nik.substring(0, 6), birth.isAfter(today) ? birth.minusYears(100) : birth, female));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
