package id.dampingan.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalValueTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT            | a\\r\\nb\\rc           | a\\nb\\nc",
        "TEXT            | \\u00a0 Bu\\u200b Ani\\ufeff | Bu Ani",
        "TEXT            | e\\u0301              | \\u00e9",
        "TEXT            | 007                   | 007",
        "INTEGER         | 007                   | 7",
        "INTEGER         | 3.0                   | 3",
        "INTEGER         | 1.2e3                 | 1200",
        "INTEGER         | -0                    | 0",
        "INTEGER         | 3316131205759001      | 3316131205759001",
        "DECIMAL         | 1.500                 | 1.5",
        "DECIMAL         | 1E-7                  | 0.0000001",
        "DECIMAL         | +36000000             | 36000000",
        "DATE            | 2026-02-28            | 2026-02-28",
        "DATE            | 2026-02-28T00:00:00   | 2026-02-28",
        "TIME            | 7:05                  | 07:05:00",
        "TIME            | 07:05:01.120+07:00    | 07:05:01.120+07:00",
        "DATETIME        | 2026-02-28T07:05:00.000+07:00 | 2026-02-28T07:05:00+07:00",
        "DATETIME        | 2026-02-28 07:05      | 2026-02-28T07:05:00",
        "SELECT_MULTIPLE | b  a\\tb 10 9         | 10 9 a b",
        "RANK            | b  a                  | b a",
        "ACKNOWLEDGE     | ok                    | OK",
        "GEOPOINT        | -7.10 111.4           | -7.1 111.4 0 0",
        "GEOPOINT        | -7.1 111.4 80.0 4.50  | -7.1 111.4 80 4.5",
        "GEOTRACE        | -7 111;-8 112 0 0;    | -7 111 0 0; -8 112 0 0",
      })
  void writesEachTypeInOneWay(FieldType type, String raw, String canonical) {
    CanonicalValue expected = new CanonicalValue(unescape(canonical), null);
    assertEquals(expected, CanonicalValue.of(type, unescape(raw)));
    assertEquals(expected, CanonicalValue.of(type, expected.text()));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 3.5, NOT_A_WHOLE_NUMBER",
    "INTEGER, tiga, NOT_A_NUMBER",
    "DECIMAL, 1e999999999, NOT_A_NUMBER",
    "DECIMAL, 0x10, NOT_A_NUMBER",
    "DECIMAL, NaN, NOT_A_NUMBER",
    "DATE, 2026-04-31, NOT_A_DATE",
    "DATE, 2026-02-28T07:05:00, NOT_A_DATE",
    "TIME, 25:00, NOT_A_TIME",
    "DATETIME, 2026-04-31T10:00:00, NOT_A_DATETIME",
    "ACKNOWLEDGE, ya, UNKNOWN_CHOICE",
    "GEOPOINT, -97 111, NOT_A_POINT",
    "GEOPOINT, Botoreco, NOT_A_POINT",
    "GEOSHAPE, ;, NOT_A_POINT",
  })
  void namesWhatCannotBeRead(FieldType type, String raw, ProblemCode code) {
    assertEquals(
        new CanonicalValue(raw, Problem.of(code, Map.of("value", raw))),
        CanonicalValue.of(type, raw));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE     | 13/9/21             | 2021-09-13",
        "DATE     | 25-11-26            | 1926-11-25",
        "DATE     | 24.11.2026          | 2026-11-24",
        "DATE     | 130921              | 2021-09-13",
        "DATE     | 13092021            | 2021-09-13",
        "DATE     | 13 September 2021   | 2021-09-13",
        "DATE     | 5 Agt 2021          | 2021-08-05",
        "DATE     | 2021/9/13           | 2021-09-13",
        "DATETIME | 13/9/2021 10.30     | 2021-09-13T10:30:00",
        "TIME     | 10.30               | 10:30:00",
        "DECIMAL  | 1.500,5             | 1500.5",
        "DECIMAL  | 7,25                | 7.25",
        "DECIMAL  | 7.25                | 7.25",
        "DECIMAL  | 1.234               | 1.234",
        "DECIMAL  | 36.000              | 36000",
        "DECIMAL  | Rp 36.000.000,-     | 36000000",
        "DECIMAL  | 1,500,000.5         | 1500000.5",
        "INTEGER  | 1.000               | 1000",
        "INTEGER  | 12 500              | 12500",
        "INTEGER  | 12,0                | 12",
        "GEOPOINT | -7.1, 111.4         | -7.1 111.4 0 0",
        "GEOPOINT | -7,1 111,4          | -7.1 111.4 0 0",
      })
  void readsWhatPeopleWrite(FieldType type, String raw, String canonical) {
    assertEquals(new CanonicalValue(canonical, null), TypedValue.of(type, raw, TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 31/04/2026, NOT_A_DATE",
    "DATE, 04/31/2026, NOT_A_DATE",
    "DATE, kemarin, NOT_A_DATE",
    "INTEGER, '1,5', NOT_A_WHOLE_NUMBER",
    "DECIMAL, '1,2,3', NOT_A_NUMBER",
    "TIME, 24.30, NOT_A_TIME",
  })
  void doesNotGuessWhatPeopleMeant(FieldType type, String raw, ProblemCode code) {
    CanonicalValue read = TypedValue.of(type, raw, TODAY);
    assertEquals(code, read.problem() == null ? null : read.problem().code());
  }

  @ParameterizedTest
  @CsvSource({
    "3316 1351 1172 9008, 3316135111729008",
    "'\"33.16.13''', 331613",
    "+62 812-3456-7890, 6281234567890",
    "tidak ada, tidak ada",
    "33161312O5759001, 33161312O5759001",
    "-, -",
  })
  void stripsOfficialNumbersWithoutLosingWords(String raw, String digits) {
    assertEquals(digits, CanonicalValue.digits(raw));
  }

  @Property
  void isItsOwnCanonicalValue(@ForAll FieldType type, @ForAll("answers") String raw) {
    CanonicalValue once = CanonicalValue.of(type, raw);
    CanonicalValue typed = TypedValue.of(type, raw, TODAY);
    assertEquals(once, CanonicalValue.of(type, once.text()));
    if (typed.isReadable()) {
      assertEquals(typed, CanonicalValue.of(type, typed.text()));
      assertEquals(typed, TypedValue.of(type, typed.text(), TODAY));
    }
    assertEquals(CanonicalValue.text(raw), CanonicalValue.text(CanonicalValue.text(raw)));
  }

  @Provide
  Arbitrary<String> answers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings()
            .withChars("0123456789.,-+eE:/TZ ; \u00a0\u200b\u0301a\r\n")
            .ofMaxLength(24),
        Arbitraries.bigDecimals().map(Object::toString),
        Arbitraries.doubles().map(Object::toString));
  }

  private static String unescape(String text) {
    String out = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < out.length(); i++) {
      if (out.startsWith("\\u", i)) {
        plain.append((char) Integer.parseInt(out.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        plain.append(out.charAt(i));
      }
    }
    return plain.toString();
  }
}
