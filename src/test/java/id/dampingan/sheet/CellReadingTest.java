package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.submission.FieldType;
import id.dampingan.workbook.RawCell;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReadingTest {
  private static final Form FORM = SampleForm.all();

  /// Value, and after an exclamation mark the problem.
  @ParameterizedTest(name = "{0} {1} {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # dates
          DATE | TEXT | 31/04/2026 | 31/04/2026 !NOT_A_DATE
          DATE | TEXT | 13/09/2021 | 2021-09-13
          DATE | TEXT | 3-9-2021 | 2021-09-03
          DATE | TEXT | 2021-09-13 | 2021-09-13
          DATE | TEXT | 2021-09-13T00:00:00 | 2021-09-13
          DATE | TEXT | 13 September 2021 | 2021-09-13
          DATE | TEXT | Senin, 13 Agustus 2021 | 2021-08-13
          DATE | TEXT | 13 Mei 2021 | 2021-05-13
          DATE | TEXT | 9/13/2021 | 9/13/2021 !NOT_A_DATE
          DATE | TEXT | '13/09/2021 | 2021-09-13
          DATE | TEXT | besok | besok !NOT_A_DATE
          DATE | DATE | 44452 | 2021-09-13
          DATE | NUMBER | 44452 | 2021-09-13
          DATE | DATE | 44452.5 | 44452.5 !NOT_A_DATE
          DATE | NUMBER | 2021 | 2021 !NOT_A_DATE
          DATE | NUMBER | 13092021 | 13092021 !NOT_A_DATE
          DATE | DATE | 60 | 60 !NOT_A_DATE
          DATE | DATE | 59 | 1900-02-28
          DATE | DATE | 61 | 1900-03-01
          DATE | NUMBER | -1 | -1 !NOT_A_DATE
          TIME | TEXT | 08.30 | 08:30:00
          TIME | DATE | 0.354166666666667 | 08:30:00
          TIME | NUMBER | 1.5 | 1.5 !NOT_A_TIME
          DATETIME | DATE | 44452.354166666664 | 2021-09-13T08:30:00
          DATETIME | TEXT | 13/09/2021 08:30 | 2021-09-13T08:30:00
          # numbers
          INTEGER | NUMBER | 12 | 12
          INTEGER | NUMBER | 12.0 | 12
          INTEGER | NUMBER | 1.2E1 | 12
          INTEGER | NUMBER | 12.5 | 12.5 !NOT_A_WHOLE_NUMBER
          INTEGER | TEXT | 1.234 | 1234
          INTEGER | TEXT | 1,000 | 1,000 !NOT_A_NUMBER
          INTEGER | TEXT | Rp 1.234.567 | 1234567
          INTEGER | TEXT | dua | dua !NOT_A_NUMBER
          INTEGER | NUMBER | 1234567890123456 | 1234567890123456 !DIGITS_LOST
          INTEGER | BOOLEAN | TRUE | TRUE !NOT_A_NUMBER
          DECIMAL | NUMBER | 4.5999999999999996 | 4.6
          DECIMAL | NUMBER | 0.30000000000000004 | 0.3
          DECIMAL | NUMBER | 1E-3 | 0.001
          DECIMAL | TEXT | 1.234,5 | 1234.5
          DECIMAL | TEXT | 1,234.5 | 1234.5
          DECIMAL | TEXT | 1.234 | 1.234 !NOT_A_NUMBER
          DECIMAL | TEXT | 1,234 | 1,234 !NOT_A_NUMBER
          DECIMAL | TEXT | 0,125 | 0.125
          DECIMAL | TEXT | 36,5 | 36.5
          # texts
          TEXT | TEXT | ' a  ' | a
          TEXT | NUMBER | 4 | 4
          TEXT | NUMBER | 4.50 | 4.5
          TEXT | NUMBER | 3316120101010000 | 3316120101010000 !DIGITS_LOST
          TEXT | BOOLEAN | TRUE | TRUE
          nik | TEXT | 3316 1201 0101 0001 | 3316120101010001
          nik | TEXT | '3316120101010001 | 3316120101010001
          nik | TEXT | 3,31612E+15 | 3,31612E+15 !DIGITS_LOST
          nik | NUMBER | 3.31612010101E+15 | 3316120101010000 !DIGITS_LOST
          nik | TEXT | belum ada | belum ada
          # choices
          SELECT_ONE | TEXT | Merah | 01
          SELECT_ONE | TEXT | RED | 01
          SELECT_ONE | TEXT | ' light   green ' | 02
          SELECT_ONE | TEXT | 02 | 02
          SELECT_ONE | NUMBER | 2 | 02
          SELECT_ONE | NUMBER | 9 | 9 !UNKNOWN_CHOICE
          SELECT_ONE | TEXT | Old | Old !AMBIGUOUS_CHOICE
          SELECT_ONE | TEXT | Ungu | Ungu !UNKNOWN_CHOICE
          SELECT_ONE | TEXT | Merah; Biru | Merah; Biru !UNKNOWN_CHOICE
          SELECT_MULTIPLE | TEXT | Biru; Hijau; muda; 01 | 01 02 03
          SELECT_MULTIPLE | TEXT | 03 01 | 01 03
          SELECT_MULTIPLE | TEXT | Biru;Ungu | Biru;Ungu !UNKNOWN_CHOICE
          SELECT_MULTIPLE | TEXT | Merah, Biru | 01 03
          RANK | TEXT | Biru; Merah | 03 01
          ACKNOWLEDGE | TEXT | ya | OK
          ACKNOWLEDGE | BOOLEAN | TRUE | OK
          ACKNOWLEDGE | TEXT | mungkin | mungkin !UNKNOWN_CHOICE
          # other
          GEOPOINT | TEXT | -6.97, 111.41 | -6.97 111.41 0 0
          GEOPOINT | TEXT | sini | sini !NOT_A_POINT
          TEXT | ERROR | #REF! | #REF! !CELL_ERROR
          INTEGER | FORMULA_WITHOUT_VALUE | =A1 | =A1 !FORMULA_WITHOUT_VALUE
          """,
      quoteCharacter = '"')
  void readsWhatPeopleAndProgramsWrite(String type, String kind, String text, String expected) {
    CellReading reading =
        read(
            type, kind, text.startsWith("' ") ? text.substring(1, text.length() - 1) : text, false);

    String problem = reading.problem() == null ? "" : " !" + reading.problem().code();
    assertEquals(expected, reading.value() + problem);
  }

  @org.junit.jupiter.api.Test
  void countsDaysSince1904IfTheFileSaysSo() {
    assertEquals("2021-09-13", read("DATE", "DATE", "42990", true).value());
  }

  @org.junit.jupiter.api.Test
  void keepsEveryTextThatANumberMayHaveBeen() {
    CellReading reading = read("TEXT", "NUMBER", "4", false);
    assertEquals("04", reading.first("04"::equals));
    assertEquals("0000000000000004", reading.first("0000000000000004"::equals));
    assertEquals(null, reading.first("5"::equals));
  }

  private static CellReading read(String type, String kind, String text, boolean since1904) {
    RawCell cell =
        kind.equals("DATE")
            ? new RawCell(RawCell.Kind.NUMBER, text, true)
            : new RawCell(RawCell.Kind.valueOf(kind), text, false);
    FieldType fieldType = type.equals("nik") ? FieldType.TEXT : FieldType.valueOf(type);
    Field field =
        FORM.main()
            .field(type.equals("nik") ? "nik" : "f_" + type.toLowerCase(Locale.ROOT))
            .orElseThrow();
    ChoiceList list =
        field.list() == null ? null : ChoiceList.of(FORM, field, SampleForm.LISTS, "id", Map.of());
    return CellReading.read(
        cell, fieldType, field.number(), list, since1904, LocalDate.of(2026, 3, 2));
  }
}
