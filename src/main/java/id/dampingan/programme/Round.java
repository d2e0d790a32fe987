package id.dampingan.programme;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.store.Search;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// A quarter in which the villages are looked at (FORMS 2).
///
/// @param code such as `2026-3`
/// @param end its last day
/// @param deadline until when workbooks are taken: 14 days after the end unless Bappeda says so
/// @param confirmed whether Bappeda opened it; else it opened by the calendar alone
public record Round(String code, LocalDate end, LocalDate deadline, boolean confirmed) {
  private static final int DAYS_TO_SEND = 14;
  private static final String OPEN = "dibuka";
  private static final String CLOSED = "ditutup";

  /// The quarter of a day, as a round's code.
  public static String quarter(LocalDate day) {
    return day.getYear() + "-" + ((day.getMonthValue() + 2) / 3);
  }

  /// The code of the round that is open, or the empty text: the newest that Bappeda opened or that
  /// the calendar has reached, unless Bappeda closed it.
  public static String open(ChoiceLists lists, LocalDate today) {
    String quarter = quarter(today);
    String open = "";
    for (Choice round : lists.items("putaran")) {
      String code = round.properties().getOrDefault("kode", round.value());
      String status = round.properties().getOrDefault("status", "");
      boolean isOpen = status.equals(OPEN) || (code.equals(quarter) && !status.equals(CLOSED));
      if (isOpen && code.compareTo(open) > 0) {
        open = code;
      }
    }
    return open;
  }

  /// What the register says of a round, else what the calendar does.
  public static Round of(Store store, String code) {
    LocalDate end = lastDay(code);
    if (store.form("putaran").isPresent()) {
      for (StoredRow row : store.search(Search.of("putaran").page(0, 1000)).rows()) {
        if (row.value("kode").equals(code)) {
          LocalDate last = day(row.value("selesai"), end);
          return new Round(
              code,
              last,
              day(row.value("batas_kirim"), last.plusDays(DAYS_TO_SEND)),
              row.value("status").equals(OPEN));
        }
      }
    }
    return new Round(code, end, end.plusDays(DAYS_TO_SEND), false);
  }

  private static LocalDate lastDay(String code) {
    if (!code.matches("[0-9]{4}-[1-4]")) {
      return LocalDate.MAX.minusDays(DAYS_TO_SEND);
    }
    int month = 3 * (code.charAt(5) - '0');
    return LocalDate.of(Integer.parseInt(code.substring(0, 4)), month, 1)
        .plusMonths(1)
        .minusDays(1);
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      return otherwise;
    }
  }
}
