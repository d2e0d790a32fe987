package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the entry screen asks of a session: cells, rows, many answers, long lists, old dates.
class EntrySessionTest {
  private static final UUID ROOT = new UUID(0, 1);
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | relevant | constraint | calculation |
      | | date | tanggal | Tanggal | | | | |
      | | text | desa | Desa | | | | |
      | | begin_repeat | anggota | Anggota | | | | |
      | | text | nama | Nama | yes | | | |
      | | date | lahir | Lahir | yes | | . <= ${tanggal} | |
      | | calculate | hari | | | | | format-date(${lahir}, '%Y%m%d') |
      | | integer | umur | Umur | yes | ${lahir} = '' | . >= 0 | |
      | | note | awas_tua | Tua | | ${umur} > 100 | | |
      | | begin_repeat | usaha | Usaha | | ${nama} != 'Bayi' | | |
      | | text | jenis | Jenis | yes | | | |
      | | end_repeat | | | | | | |
      | | end_repeat | | | | | | |
      | settings |
      | | form_title | form_id | version |
      | | Uji | uji | 1 |
      """;

  private static Form form(String markdown) throws Exception {
    return XlsForms.read("uji.md", markdown.getBytes(StandardCharsets.UTF_8));
  }

  private static FormSession session() throws Exception {
    return FormSession.start(
        form(FORM),
        ChoiceLists.NONE,
        SessionSetting.of(
            Clock.fixed(Instant.parse("2026-07-10T03:00:00Z"), ZoneId.of("Asia/Jakarta"))),
        null,
        ROOT);
  }

  private static UUID row(FormSession session, int number) {
    return session.addRow("uji/anggota", ROOT, new UUID(7, number));
  }

  @Test
  void tellsOfACellWhatATableShows() throws Exception {
    FormSession session = session();
    UUID row = row(session, 1);
    session.answer(ROOT, "tanggal", "2026-07-10");

    assertEquals(
        new CellState("", true, false, true, ProblemCode.REQUIRED_EMPTY),
        session.cell(row, "umur"));
    session.answer(row, "umur", "-1");
    assertEquals(
        new CellState("-1", true, false, true, ProblemCode.CONSTRAINT), session.cell(row, "umur"));
    session.answer(row, "lahir", "2026-07-10");
    assertEquals(new CellState("-1", false, false, false, null), session.cell(row, "umur"));
  }

  @Test
  void noticesThatAnotherAnswerMakesACellWrong() throws Exception {
    FormSession session = session();
    UUID row = row(session, 1);
    session.answer(ROOT, "tanggal", "2026-07-10");
    session.answer(row, "lahir", "2026-07-01");
    assertNull(session.cell(row, "lahir").problem());

    session.answer(ROOT, "tanggal", "2026-06-01");

    assertEquals(ProblemCode.CONSTRAINT, session.cell(row, "lahir").problem());
  }

  @Test
  void countsARowWithTheRowsBelowIt() throws Exception {
    FormSession session = session();
    UUID row = row(session, 1);
    session.keepAll(row, Map.of("nama", "Karjan", "umur", "101"));
    session.addRow("uji/usaha", row, new UUID(8, 1));

    assertEquals(new RowState(4, 2, 0, 2, 1), session.rowState(row));
    assertEquals(List.of("awas_tua"), session.warnings().stream().map(w -> w.name()).toList());
  }

  @Test
  void asksARepeatOnlyWhereItIsRelevant() throws Exception {
    FormSession session = session();
    UUID adult = row(session, 1);
    UUID baby = row(session, 2);
    session.answer(adult, "nama", "Karjan");
    session.answer(baby, "nama", "Bayi");
    session.addRow("uji/usaha", adult, new UUID(8, 1));
    session.addRow("uji/usaha", baby, new UUID(8, 2));

    assertEquals(
        List.of(true, false),
        List.of(session.isAsked("uji/usaha", adult), session.isAsked("uji/usaha", baby)));
  }

  @Test
  void keepsWhatCannotBeReadAndCallsItWrong() throws Exception {
    FormSession session = session();
    UUID row = row(session, 1);
    session.keepAll(row, Map.of("nama", "Karjan", "umur", "banyak"));

    assertEquals("banyak", session.cell(row, "umur").value());
    assertEquals(ProblemCode.NOT_A_NUMBER, session.cell(row, "umur").problem());
    assertEquals(false, session.judge().isClean());
  }

  @Test
  void bringsRowsBackWhereTheyWere() throws Exception {
    FormSession session = session();
    UUID first = row(session, 1);
    UUID second = row(session, 2);
    session.keepAll(first, Map.of("nama", "Karjan", "lahir", "1964-07-01"));
    session.answer(second, "nama", "Darsih");
    FilledForm before = session.filled();
    session.removeRow(first);

    FormSession again = session.refilled(before);

    assertEquals(List.of(first, second), again.rows("uji/anggota", ROOT));
    assertEquals(before, again.filled());
    again.answer(first, "nama", "Karjan Lama");
    assertEquals("Karjan Lama", again.cell(first, "nama").value());
  }

  @ParameterizedTest
  @CsvSource({
    "1900-03-01",
    "1923-12-31",
    "1932-10-31",
    "1942-03-22",
    "1943-12-01",
    "1945-09-22",
    "1948-04-30",
    "1950-05-01",
    "1963-12-31",
    "1969-12-31",
    "1970-01-01"
  })
  void computesWithDatesThatAreOlderThanComputers(String date) throws Exception {
    FormSession session = session();
    UUID row = row(session, 1);
    session.answer(row, "lahir", date);

    assertEquals(date.replace("-", ""), session.cell(row, "hari").value());
    FilledRow filled = session.filled().rows().get(1);
    assertEquals(date, filled.value("lahir"));
  }

  @Test
  void answersALongListWithoutTheEngineAsItAnswersAShortOne() throws Exception {
    String markdown =
        """
        | survey |
        | | type | name | label | choice_filter |
        | | text | kabupaten | Kabupaten | |
        | | select_one_from_file desa.csv | asal | Asal | kabupaten = ${kabupaten} and jenis = 'desa' |
        | settings |
        | | form_title | form_id | version |
        | | Uji | uji | 1 |
        """;
    List<List<String>> answers = new ArrayList<>();
    for (int count : List.of(600, LargeLists.LARGEST_INSIDE + 600)) {
      List<Choice> villages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        villages.add(
            new Choice(
                "d" + i,
                Localized.of("Desa " + i),
                Map.of(
                    "name",
                    "d" + i,
                    "label",
                    "Desa " + i,
                    "kabupaten",
                    i < 600 ? "k" + i % 100 : "lain",
                    "jenis",
                    i % 2 == 0 ? "desa" : "kelurahan")));
      }
      FormSession session =
          FormSession.start(
              form(markdown),
              list -> list.equals("desa") ? villages : List.of(),
              SessionSetting.of(Clock.systemUTC()),
              null,
              ROOT);
      session.answer(ROOT, "kabupaten", "k4");
      answers.add(session.question(ROOT, "asal").choices().stream().map(Choice::value).toList());
      session.answer(ROOT, "asal", "d4");
      assertNull(session.cell(ROOT, "asal").problem());
      session.answer(ROOT, "kabupaten", "k5");
      assertEquals(ProblemCode.UNKNOWN_CHOICE, session.cell(ROOT, "asal").problem());
    }

    assertEquals(List.of("d4", "d104", "d204", "d304", "d404", "d504"), answers.get(0));
    assertEquals(answers.get(0), answers.get(1));
  }
}
