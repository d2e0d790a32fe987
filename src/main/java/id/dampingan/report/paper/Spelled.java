package id.dampingan.report.paper;

import java.time.LocalDate;
import java.util.List;

/// Numbers in Indonesian words, as official letters want dates.
final class Spelled {
  private static final List<String> SMALL =
      List.of(
          "nol",
          "satu",
          "dua",
          "tiga",
          "empat",
          "lima",
          "enam",
          "tujuh",
          "delapan",
          "sembilan",
          "sepuluh",
          "sebelas");

  private Spelled() {}

  /// @param number from 0 to 999,999
  static String number(int number) {
    if (number < SMALL.size()) {
      return SMALL.get(number);
    }
    if (number < 20) {
      return SMALL.get(number - 10) + " belas";
    }
    if (number < 100) {
      return SMALL.get(number / 10) + " puluh" + rest(number % 10);
    }
    if (number < 200) {
      return "seratus" + rest(number - 100);
    }
    if (number < 1000) {
      return SMALL.get(number / 100) + " ratus" + rest(number % 100);
    }
    if (number < 2000) {
      return "seribu" + rest(number - 1000);
    }
    return number(number / 1000) + " ribu" + rest(number % 1000);
  }

  private static String rest(int number) {
    return number == 0 ? "" : " " + number(number);
  }

  /// `tanggal sepuluh bulan Juli tahun dua ribu dua puluh enam`.
  static String date(LocalDate day, String month) {
    return "tanggal "
        + number(day.getDayOfMonth())
        + " bulan "
        + month
        + " tahun "
        + number(day.getYear());
  }
}
