package id.dampingan.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.submission.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which round is open.
class RoundTest {
  @ParameterizedTest
  @CsvSource({
    // The calendar opens the quarter that has begun, no package needed.
    "2026-1:dibuka 2026-2:rencana,             2026-02-10, 2026-1",
    "2026-1:dibuka 2026-2:rencana,             2026-04-01, 2026-2",
    "2026-1:dibuka 2026-2:rencana,             2026-03-31, 2026-1",
    // What Bappeda opened early counts; what it closed does not.
    "2026-2:dibuka 2026-3:dibuka,              2026-06-01, 2026-3",
    "2026-1:dibuka 2026-2:ditutup,             2026-05-01, 2026-1",
    // A quarter that is not on the register cannot be chosen in a form.
    "2026-1:dibuka,                            2030-05-01, 2026-1",
    "2026-1:rencana,                           2025-12-31, ''"
  })
  void isTheNewestThatBappedaOrTheCalendarOpened(String register, LocalDate today, String open) {
    List<Choice> rounds = new ArrayList<>();
    for (String each : register.split(" ")) {
      String code = each.substring(0, 6);
      rounds.add(
          new Choice(code, Localized.of(code), Map.of("kode", code, "status", each.substring(7))));
    }
    assertEquals(open, Round.open(_ -> rounds, today));
  }
}
