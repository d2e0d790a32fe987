package id.dampingan.ui.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people type into dates, numbers and coordinates.
class TypingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 3);

  @ParameterizedTest
  @CsvSource({
    "130921, 2021-09-13",
    "13/9/2021, 2021-09-13",
    "13-09-21, 2021-09-13",
    "13 Sep 2021, 2021-09-13",
    "1 agustus 64, 1964-08-01",
    "2021-09-13, 2021-09-13",
    "01071964, 1964-07-01",
    "040926, 1926-09-04",
    "030926, 2026-09-03"
  })
  void readsDatesAsPeopleWriteThem(String typed, LocalDate meant) {
    assertEquals(Optional.of(meant), DateTyping.read(typed, TODAY));
  }

  @ParameterizedTest
  @CsvSource({"31/04/2026", "1309", "besok", "13/13/2021", "''"})
  void readsNoDateWhereThereIsNone(String typed) {
    assertEquals(Optional.empty(), DateTyping.read(typed, TODAY));
  }

  @Test
  void readsTheDigitsOfANik() {
    assertEquals(
        Optional.of(new NikReading("331613", LocalDate.of(1964, 7, 1), false)),
        NikReading.of("3316130107640003", TODAY));
    assertEquals(
        Optional.of(new NikReading("331613", LocalDate.of(2009, 2, 22), true)),
        NikReading.of("3316136202090001", TODAY));
    assertEquals(Optional.empty(), NikReading.of("331613010764000", TODAY));
    assertEquals(Optional.empty(), NikReading.of("3316139913640003", TODAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-7.0511, 111.4202|-7.0511 111.4202 0 0",
        "-7.0511 111.4202|-7.0511 111.4202 0 0",
        "rumah pak lurah|rumah pak lurah"
      })
  void readsCoordinates(String typed, String canonical) {
    assertEquals(canonical, PointAnswer.canonical(typed));
  }

  @Test
  void saysWhenAPointIsOutsideTheRegency() {
    assertEquals(false, PointAnswer.isOutside("-7.05 111.42 0 0"));
    assertEquals(true, PointAnswer.isOutside("-6.2 106.8 0 0"));
  }
}
