package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSessionTest {
  private static final UUID ROOT = new UUID(0, 1);
  private static final UUID ROW_1 = new UUID(0, 2);
  private static final UUID ROW_2 = new UUID(0, 3);
  private static final UUID ROW_3 = new UUID(0, 4);
  private static final SessionSetting SETTING =
      new SessionSetting(
          Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneId.of("Asia/Jakarta")),
          "id",
          "petugas",
          "laptop-1");

  private static final HandmadeForm VISIT =
      new HandmadeForm("kunjungan")
          .list("kategori", "sehat", "sakit")
          .list("sakit", "flu/sakit", "batuk/sakit", "bugar/sehat")
          .ask("text", "petugas", "required", "true()", "default", "Contoh")
          .ask("date", "tanggal", "constraint", ". <= today()", "message", "Belum terjadi")
          .ask("text", "user", "preload", "property username")
          .begin("group", "kesehatan")
          .ask("select_one kategori", "kategori")
          .ask("select_one sakit", "penyakit", "filter", "atas = /kunjungan/kesehatan/kategori")
          .ask(
              "text",
              "obat",
              "relevant",
              "/kunjungan/kesehatan/kategori = 'sakit'",
              "required",
              "true()")
          .note("awas_flu", "relevant", "/kunjungan/kesehatan/penyakit = 'flu'")
          .end()
          .begin("repeat", "anggota")
          .ask("text", "nama", "required", "true()")
          .ask("text", "nik", "number", "nik", "constraint", "string-length(.) = 16")
          .ask("decimal", "uang", "default", "5")
          .begin("repeat", "sekolah")
          .ask("text", "kelas")
          .calculate("urut", "position(..)")
          .end()
          .calculate("jumlah_sekolah", "count(../sekolah)")
          .end()
          .ask("text", "catatan")
          .calculate("jumlah", "count(/kunjungan/anggota)")
          .calculate("uang_semua", "sum(/kunjungan/anggota/uang)");

  private static FormSession fresh() throws FormException {
    return FormSession.start(VISIT.form(), ChoiceLists.NONE, SETTING, null, ROOT);
  }

  private static Map<String, String> values(FormSession session, UUID row) {
    return session.filled().rows().stream()
        .filter(r -> r.uuid().equals(row))
        .findFirst()
        .map(FilledRow::values)
        .orElseThrow();
  }

  @Test
  void beginsWithDefaultsAndMetadata() throws FormException {
    FormSession session = fresh();
    assertEquals(
        new FilledForm(
            "kunjungan",
            "1",
            List.of(
                new FilledRow(
                    "kunjungan",
                    ROOT,
                    null,
                    1,
                    Map.of(
                        "petugas",
                        "Contoh",
                        "user",
                        "petugas",
                        "jumlah",
                        "0",
                        "uang_semua",
                        "0")))),
        session.filled());
  }

  @Test
  void cutsTheFormIntoSections() throws FormException {
    FormSession session = fresh();
    session.answer(ROOT, "kategori", "sakit");
    session.answer(ROOT, "tanggal", "1/1/2030");
    session.addRow("kunjungan/anggota", ROOT, ROW_1);
    Localized general = new Localized(Map.of("id", "Umum", "en", "General"));
    assertEquals(
        List.of(
            new Section("umum", general, null, 2, 2, 1, 0, 0, true),
            new Section("/kunjungan/kesehatan", both("Label kesehatan"), null, 3, 1, 0, 1, 0, true),
            new Section(
                "/kunjungan/anggota",
                both("Label anggota"),
                "kunjungan/anggota",
                3,
                1,
                0,
                1,
                0,
                true),
            new Section("umum4", general, null, 1, 0, 0, 0, 0, true)),
        session.sections());
  }

  private static Localized both(String text) {
    return new Localized(Map.of("id", text, "en", text + " (en)"));
  }

  @Test
  void showsWhatAnAnswerMakesRelevantAtOnce() throws FormException {
    FormSession session = fresh();
    assertEquals(
        List.of("kategori", "penyakit"), fields(session.questions("/kunjungan/kesehatan")));
    Answer answer = session.answer(ROOT, "kategori", "sakit");
    assertEquals(new Answer(true, "sakit", null, Set.of("/kunjungan/kesehatan")), answer);
    session.answer(ROOT, "penyakit", "flu");
    assertEquals(
        List.of("kategori", "penyakit", "obat", "awas_flu"),
        fields(session.questions("/kunjungan/kesehatan")));
    Question medicine = session.question(ROOT, "obat");
    assertEquals(true, medicine.required());
    assertEquals(ProblemCode.REQUIRED_EMPTY, Objects.requireNonNull(medicine.problem()).code());
    assertEquals(
        List.of("flu", "batuk"),
        session.question(ROOT, "penyakit").choices().stream().map(Choice::value).toList());
  }

  private static List<String> fields(List<Question> questions) {
    return questions.stream().map(Question::field).toList();
  }

  @Test
  void dropsNoAnswerThatIsNotAskedAnyMore() throws FormException {
    FormSession session = fresh();
    session.answer(ROOT, "kategori", "sakit");
    session.answer(ROOT, "obat", "jamu");
    session.answer(ROOT, "penyakit", "flu");
    session.answer(ROOT, "kategori", "sehat");
    session.questions("/kunjungan/kesehatan");
    assertEquals("jamu", values(session, ROOT).get("obat"));
    assertEquals("flu", values(session, ROOT).get("penyakit"));
    assertEquals(
        List.of("penyakit"),
        session.judge().findings().stream().map(Judgement.Finding::field).toList());
    session.answer(ROOT, "kategori", "sakit");
    assertEquals(List.of(), session.judge().findings());
  }

  @Test
  void keepsAnAnswerThatBreaksARuleAsADraft() throws FormException {
    FormSession session = fresh();
    Answer answer = session.answer(ROOT, "tanggal", "25/11/2026");
    assertEquals(
        new Answer(
            true,
            "2026-11-25",
            new Problem(
                ProblemCode.CONSTRAINT,
                both("Belum terjadi"),
                Map.of("value", "2026-11-25", "field", "tanggal")),
            Set.of("umum")),
        answer);
    assertEquals("2026-11-25", values(session, ROOT).get("tanggal"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanggal | 13/9/21             | 2021-09-13",
        "uang    | 1.500,5             | 1500.5",
        "uang    | ''                  | ''",
        "nik     | 3316 1351 1172 9008 | 3316135111729008",
      })
  void readsWhatPeopleType(String field, String typed, String canonical) throws FormException {
    FormSession session = fresh();
    UUID row = field.equals("tanggal") ? ROOT : ROW_1;
    session.addRow("kunjungan/anggota", ROOT, ROW_1);
    Answer answer = session.answer(row, field, typed);
    assertEquals(canonical, answer.value());
    assertEquals(canonical, session.question(row, field).value());
  }

  @Test
  void refusesWhatNobodyCanReadAndKeepsTheAnswerBefore() throws FormException {
    FormSession session = fresh();
    session.answer(ROOT, "tanggal", "2026-11-01");
    Answer answer = session.answer(ROOT, "tanggal", "31/04/2026");
    assertEquals(
        new Answer(
            false,
            "2026-11-01",
            Problem.of(ProblemCode.NOT_A_DATE, Map.of("value", "31/04/2026")),
            Set.of()),
        answer);
    assertEquals("2026-11-01", values(session, ROOT).get("tanggal"));
  }

  @Test
  void addsAndRemovesRowsAlsoWithinRows() throws FormException {
    FormSession session = fresh();
    session.addRow("kunjungan/anggota", ROOT, ROW_1);
    session.addRow("kunjungan/anggota", ROOT, ROW_2);
    session.addRow("kunjungan/anggota/sekolah", ROW_2, ROW_3);
    assertEquals(Map.of("uang", "5", "jumlah_sekolah", "0"), values(session, ROW_1));
    assertEquals(Map.of("uang", "5", "jumlah_sekolah", "1"), values(session, ROW_2));
    assertEquals(Map.of("urut", "1"), values(session, ROW_3));
    assertEquals("10", values(session, ROOT).get("uang_semua"));
    session.answer(ROW_2, "nama", "Siti");
    session.removeRow(ROW_1);
    assertEquals(List.of(ROW_2), session.rows("kunjungan/anggota", ROOT));
    assertEquals(List.of(ROW_3), session.rows("kunjungan/anggota/sekolah", ROW_2));
    assertEquals("1", values(session, ROOT).get("jumlah"));
    session.answer(ROW_2, "uang", "7");
    assertEquals("7", values(session, ROOT).get("uang_semua"));
    assertEquals("Siti", values(session, ROW_2).get("nama"));
    session.removeRow(ROW_2);
    assertEquals(1, session.filled().rows().size());
  }

  @Test
  void opensWhatWasFilledBeforeWithItsOddities() throws FormException {
    FilledForm odd =
        new FilledForm(
            "kunjungan",
            "1",
            List.of(
                new FilledRow("kunjungan", ROOT, null, 1, Map.of("tanggal", "kemarin")),
                new FilledRow(
                    "kunjungan/anggota", ROW_2, ROOT, 2, Map.of("nama", "B", "uang", "banyak")),
                new FilledRow("kunjungan/anggota", ROW_1, ROOT, 1, Map.of("nama", "A")),
                new FilledRow(
                    "kunjungan/anggota/sekolah", ROW_3, ROW_2, 1, Map.of("kelas", "VI"))));
    FormSession session =
        FormSession.start(VISIT.form(), ChoiceLists.NONE, SETTING, odd, UUID.randomUUID());
    assertEquals(ROOT, session.root());
    assertEquals(List.of(ROW_1, ROW_2), session.rows("kunjungan/anggota", ROOT));
    assertEquals(
        Map.of("tanggal", "kemarin", "jumlah", "2", "uang_semua", "0"), values(session, ROOT));
    assertEquals(
        Map.of("nama", "B", "uang", "banyak", "jumlah_sekolah", "1"), values(session, ROW_2));
    assertEquals(
        List.of("petugas", "tanggal", "uang"),
        session.judge().findings().stream().map(Judgement.Finding::field).toList());
    session.answer(ROW_2, "uang", "3");
    assertEquals("3", values(session, ROOT).get("uang_semua"));
  }

  @Test
  void judgesAsTheEngineJudgesWhatItGives() throws FormException {
    FormSession session = fresh();
    session.answer(ROOT, "kategori", "sakit");
    session.answer(ROOT, "penyakit", "bugar");
    session.addRow("kunjungan/anggota", ROOT, ROW_1);
    session.answer(ROW_1, "nik", "123");
    Judgement byEngine =
        FormEngine.of(VISIT.form(), ChoiceLists.NONE)
            .judge(session.filled(), JudgeSetting.on(LocalDate.of(2026, 11, 24)));
    assertEquals(byEngine, session.judge());
    assertEquals(4, byEngine.findings().size());
  }

  @Test
  void followsTheNumberOfRowsThatTheFormPrescribes() throws FormException {
    Form form =
        new HandmadeForm("f")
            .ask("integer", "banyak")
            .begin("repeat", "baris", "count", "/f/banyak")
            .ask("text", "isi")
            .end()
            .form();
    FormSession session = FormSession.start(form, ChoiceLists.NONE, SETTING, null, ROOT);
    session.answer(ROOT, "banyak", "3");
    List<UUID> rows = new ArrayList<>(session.rows("f/baris", ROOT));
    assertEquals(3, rows.size());
    session.answer(rows.get(1), "isi", "x");
    session.answer(ROOT, "banyak", "0");
    assertEquals(rows.subList(0, 2), session.rows("f/baris", ROOT));
  }
}
