package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.submission.FieldType;
import java.time.LocalDate;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A date is the same day after the form engine had it, also before clocks kept zones.
class DatesTest {
  private static final LocalDate FIRST = LocalDate.of(1850, 1, 1);

  private static String through(String date) {
    return Answers.text(FieldType.DATE, Answers.of(FieldType.DATE, date));
  }

  @Property
  void keepsEveryDay(@ForAll @IntRange(max = 91_675) int days) {
    String date = FIRST.plusDays(days).toString();
    assertEquals(date, through(date));
  }

  @ParameterizedTest
  @CsvSource({
    "1899-12-31, Asia/Jakarta", "1899-12-30, Asia/Jakarta", "1900-01-01, Asia/Jakarta",
    "1923-12-31, Asia/Jakarta", "1924-01-01, Asia/Jakarta", "1942-03-23, Asia/Jakarta",
    "1899-12-31, Asia/Makassar", "1880-02-29, Asia/Jayapura", "1899-12-31, America/New_York"
  })
  void keepsTheDaysOnWhichClocksWereChanged(String date, String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      assertEquals(date, through(date));
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
