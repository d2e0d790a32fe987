package id.dampingan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Judgement.Cell;
import id.dampingan.form.Judgement.Finding;
import id.dampingan.form.Judgement.Warning;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormEngineTest {
  private static final UUID ROOT = new UUID(0, 1);
  private static final UUID CHILD_1 = new UUID(0, 2);
  private static final UUID CHILD_2 = new UUID(0, 3);
  private static final JudgeSetting SETTING = JudgeSetting.on(LocalDate.of(2026, 11, 24));

  private static final ChoiceLists LISTS =
      list ->
          list.equals("desa")
              ? List.of(
                  new Choice(
                      "u1",
                      Localized.of("Botoreco"),
                      Map.of("kode", "33.16.13.2001", "kecamatan", "Kunduran")),
                  new Choice(
                      "u2",
                      Localized.of("Gabusan"),
                      Map.of("kode", "33.16.01.2008", "kecamatan", "Jati")))
              : List.of();

  private static HandmadeForm household() {
    return new HandmadeForm("rt")
        .list("ya", "1", "0")
        .list("kategori", "sehat", "sakit")
        .list("sakit", "flu/sakit", "batuk/sakit", "bugar/sehat")
        .ask("select_one_from_file desa.csv", "desa", "required", "true()", "value", "kode")
        .ask(
            "date",
            "tanggal",
            "constraint",
            ". <= today()",
            "message",
            "Tidak boleh sesudah hari ini")
        .ask("select_one kategori", "kategori")
        .ask("select_one sakit", "penyakit", "filter", "atas = /rt/kategori")
        .begin("group", "rinci", "relevant", "/rt/kategori = 'sakit'")
        .ask("text", "obat", "required", "/rt/jumlah > 0")
        .ask("integer", "umur", "constraint", ". >= 0 and . <= 120")
        .end()
        .begin("repeat", "anggota")
        .ask("text", "nama", "required", "true()")
        .ask("integer", "usia", "constraint", ". >= 0 and . <= /rt/tertua", "message", "Melebihi")
        .calculate("dewasa", "if(../usia >= 17, 1, 0)")
        .end()
        .ask("integer", "tertua")
        .calculate("jumlah", "count(/rt/anggota)")
        .calculate("jumlah_dewasa", "sum(/rt/anggota/dewasa)")
        .note("awas_dewasa", "relevant", "/rt/jumlah > 0 and /rt/jumlah_dewasa = 0")
        .note("biasa", "relevant", "/rt/jumlah > 0")
        .instanceName("concat(/rt/desa, ' - ', /rt/jumlah)");
  }

  private static FilledForm filled(Map<String, String> values, FilledRow... rows) {
    List<FilledRow> all = new ArrayList<>();
    all.add(new FilledRow("rt", ROOT, null, 1, values));
    all.addAll(List.of(rows));
    return new FilledForm("rt", "1", all);
  }

  private static FilledRow member(UUID uuid, int order, Map<String, String> values) {
    return new FilledRow("rt/anggota", uuid, ROOT, order, values);
  }

  private static Judgement judge(FilledForm filled) throws FormException {
    return FormEngine.of(household().form(), LISTS).judge(filled, SETTING);
  }

  private static Localized both(String text) {
    return new Localized(Map.of("id", text, "en", text + " (en)"));
  }

  @Test
  void findsNothingWrongWithARightAnswer() throws FormException {
    Judgement judgement =
        judge(
            filled(
                Map.of("desa", "33.16.13.2001", "tanggal", "2026-11-24", "tertua", "90"),
                member(CHILD_1, 1, Map.of("nama", "Parmin", "usia", "60")),
                member(CHILD_2, 2, Map.of("nama", "Siti", "usia", "16"))));
    assertEquals(
        new Judgement(
            List.of(),
            List.of(),
            Map.of(
                ROOT, Map.of("jumlah", "2", "jumlah_dewasa", "1"),
                CHILD_1, Map.of("dewasa", "1"),
                CHILD_2, Map.of("dewasa", "0")),
            Map.of(ROOT, Set.of("obat", "umur"), CHILD_1, Set.of(), CHILD_2, Set.of()),
            "33.16.13.2001 - 2"),
        judgement);
  }

  @Test
  void namesTheCellsThatAConstraintReads() throws FormException {
    Judgement judgement =
        judge(
            filled(
                Map.of("desa", "33.16.13.2001", "tertua", "50", "tanggal", "2026-11-25"),
                member(CHILD_1, 1, Map.of("nama", "Parmin", "usia", "60"))));
    assertEquals(
        List.of(
            new Finding(
                ROOT,
                "tanggal",
                new Problem(
                    ProblemCode.CONSTRAINT,
                    both("Tidak boleh sesudah hari ini"),
                    Map.of("value", "2026-11-25", "field", "tanggal")),
                Set.of(new Cell(ROOT, "tanggal"))),
            new Finding(
                CHILD_1,
                "usia",
                new Problem(
                    ProblemCode.CONSTRAINT,
                    both("Melebihi"),
                    Map.of("value", "60", "field", "usia")),
                Set.of(new Cell(CHILD_1, "usia"), new Cell(ROOT, "tertua")))),
        judgement.findings());
  }

  @Test
  void judgesByTheDayOfTheWorkbookNotOfTheComputer() throws FormException {
    FormEngine engine = FormEngine.of(household().form(), LISTS);
    FilledForm filled = filled(Map.of("desa", "33.16.13.2001", "tanggal", "2031-05-01"));
    assertEquals(
        List.of("tanggal"),
        engine.judge(filled, SETTING).findings().stream().map(Finding::field).toList());
    assertEquals(
        List.of(), engine.judge(filled, JudgeSetting.on(LocalDate.of(2031, 5, 1))).findings());
  }

  @Test
  void asksForARequiredAnswerWithAllThatDecideIt() throws FormException {
    Judgement judgement =
        judge(
            filled(
                Map.of("kategori", "sakit"),
                member(CHILD_1, 1, Map.of("nama", "Parmin")),
                member(CHILD_2, 2, Map.of())));
    Map<String, Set<Cell>> reads =
        judgement.findings().stream().collect(Collectors.toMap(Finding::field, Finding::reads));
    assertEquals(
        Map.of(
            "desa", Set.of(new Cell(ROOT, "desa")),
            "obat", Set.of(new Cell(ROOT, "obat"), new Cell(ROOT, "kategori")),
            "nama", Set.of(new Cell(CHILD_2, "nama"))),
        reads);
    assertEquals(
        Set.of(ProblemCode.REQUIRED_EMPTY),
        judgement.findings().stream().map(f -> f.problem().code()).collect(Collectors.toSet()));
  }

  @Test
  void keepsWhatIsNotAskedOutOfTheRules() throws FormException {
    Judgement judgement =
        judge(filled(Map.of("desa", "33.16.13.2001", "kategori", "sehat", "umur", "999")));
    assertEquals(List.of(), judgement.findings());
    assertEquals(Set.of("obat", "umur"), judgement.irrelevant().get(ROOT));
  }

  @Test
  void tellsUnknownFromFilteredChoices() throws FormException {
    Judgement judgement =
        judge(filled(Map.of("desa", "33.16.99.9999", "kategori", "sehat", "penyakit", "flu")));
    assertEquals(
        List.of(
            new Finding(
                ROOT,
                "desa",
                Problem.of(
                    ProblemCode.UNKNOWN_CHOICE,
                    Map.of("value", "33.16.99.9999", "field", "desa", "list", "desa")),
                Set.of(new Cell(ROOT, "desa"))),
            new Finding(
                ROOT,
                "penyakit",
                Problem.of(
                    ProblemCode.UNKNOWN_CHOICE,
                    Map.of(
                        "value", "flu", "field", "penyakit", "list", "sakit", "filtered", "true")),
                Set.of(new Cell(ROOT, "penyakit"), new Cell(ROOT, "kategori")))),
        judgement.findings());
  }

  @Test
  void warnsByNotesThatAreRelevant() throws FormException {
    Judgement judgement =
        judge(
            filled(
                Map.of("desa", "33.16.13.2001"),
                member(CHILD_1, 1, Map.of("nama", "Siti", "usia", "9"))));
    assertEquals(
        List.of(new Warning(ROOT, "awas_dewasa", both("Label awas_dewasa"))), judgement.warnings());
  }

  @Test
  void namesAnUnreadableValueAndGoesOn() throws FormException {
    Judgement judgement =
        judge(
            filled(
                Map.of("desa", "33.16.13.2001", "tanggal", "kemarin", "tertua", "2147483648"),
                member(CHILD_1, 1, Map.of("nama", "Parmin", "usia", "tua"))));
    assertEquals(
        List.of(ProblemCode.NOT_A_DATE, ProblemCode.NOT_A_NUMBER),
        judgement.findings().stream().map(f -> f.problem().code()).toList());
    assertEquals(Map.of("jumlah", "1", "jumlah_dewasa", "0"), judgement.derived().get(ROOT));
  }

  @Test
  void calculatesBeyondJavaRosasIntegers() throws FormException {
    Form form =
        new HandmadeForm("rt")
            .ask("integer", "a")
            .ask("integer", "b")
            .ask("int", "c", "calculate", "/rt/a * /rt/b")
            .calculate("d", "0.1 + 0.2")
            .calculate("e", "/rt/a div 3")
            .calculate("f", "/rt/a = 3000000000")
            .form();
    Judgement judgement =
        FormEngine.of(form, LISTS).judge(filled(Map.of("a", "3000000000", "b", "2")), SETTING);
    assertEquals(
        Map.of("c", "6000000000", "d", "0.3", "e", "1000000000", "f", "1"),
        judgement.derived().get(ROOT));
  }

  @Test
  void judgesTheSameRowAlikeAgainAndAgain() throws FormException {
    FormEngine engine = FormEngine.of(household().form(), LISTS);
    FilledForm full =
        filled(
            Map.of("desa", "33.16.13.2001", "kategori", "sakit", "tertua", "90"),
            member(CHILD_1, 1, Map.of("nama", "Parmin", "usia", "60")));
    FilledForm empty = filled(Map.of());
    Judgement first = engine.judge(full, SETTING);
    Judgement none = engine.judge(empty, SETTING);
    assertEquals(first, engine.judge(full, SETTING));
    assertEquals(none, engine.judge(empty, SETTING));
    assertEquals(Map.of("jumlah", "0", "jumlah_dewasa", "0"), none.derived().get(ROOT));
  }

  @Test
  void givesTheSameChanceToTheSameRowEverywhere() throws FormException {
    Form form =
        new HandmadeForm("rt")
            .calculate("acak", "random()")
            .calculate("kode", "uuid()")
            .calculate("kode_2", "uuid()")
            .form();
    Map<UUID, Map<String, String>> once =
        FormEngine.of(form, LISTS).judge(filled(Map.of()), SETTING).derived();
    Map<UUID, Map<String, String>> again =
        FormEngine.of(form, LISTS).judge(filled(Map.of()), SETTING).derived();
    assertEquals(once, again);
    assertEquals(3, Set.copyOf(once.getOrDefault(ROOT, Map.of()).values()).size());
  }

  @Test
  void looksChoicesUpInListsFromOutside() throws FormException {
    Form form =
        new HandmadeForm("rt")
            .ask("select_one_from_file desa.csv", "desa", "value", "kode")
            .ask("select_one_from_file kosong.csv", "kosong")
            .calculate("kecamatan", "instance('desa')/root/item[kode = /rt/desa]/kecamatan")
            .calculate("nama", "jr:choice-name(/rt/desa, '/rt/desa')")
            .calculate("banyak", "count(instance('kosong')/root/item)")
            .form();
    Judgement judgement =
        FormEngine.of(form, LISTS)
            .judge(filled(Map.of("desa", "33.16.01.2008", "kosong", "x")), SETTING);
    assertEquals(
        Map.of("kecamatan", "Jati", "nama", "Gabusan", "banyak", "0"),
        judgement.derived().get(ROOT));
    assertEquals(List.of("kosong"), judgement.findings().stream().map(Finding::field).toList());
  }

  @Test
  void answersTheFunctionsThatJavaRosaLacks() throws FormException {
    Form form =
        new HandmadeForm("rt")
            .ask("text", "batas", "constraint", "not(intersects(.))")
            .calculate("siapa", "property('username')")
            .form();
    Judgement judgement =
        FormEngine.of(form, LISTS)
            .judge(
                filled(Map.of("batas", "0 0; 1 1; 0 1; 1 0")),
                new JudgeSetting(LocalDate.of(2026, 11, 24), "", "ani", "laptop"));
    assertEquals(Map.of("siapa", "ani"), judgement.derived().get(ROOT));
    assertEquals(List.of("batas"), judgement.findings().stream().map(Finding::field).toList());
  }

  @Test
  void refusesExpressionsThatNobodyCanRead() {
    Form broken = new HandmadeForm("rt").calculate("a", "1 +").form();
    Form unknown = new HandmadeForm("rt").calculate("a", "pulldata('f', 'a', 'b', 'c')").form();
    Form cycle = new HandmadeForm("rt").calculate("a", "/rt/b").calculate("b", "/rt/a").form();
    for (Form form : List.of(broken, unknown, cycle)) {
      FormException refused = assertThrows(FormException.class, () -> FormEngine.of(form, LISTS));
      assertEquals(1, refused.errors().size());
    }
  }

  @Test
  void goesOnWhenACalculationFails() throws FormException {
    Form form =
        new HandmadeForm("rt")
            .ask("text", "teks")
            .calculate("hari", "format-date(date(/rt/teks), '%d')")
            .calculate("panjang", "string-length(/rt/teks)")
            .calculate("dua", "concat(/rt/hari, '-', /rt/panjang)")
            .form();
    FormEngine engine = FormEngine.of(form, LISTS);
    assertEquals(
        Map.of("hari", "05", "panjang", "10", "dua", "05-10"),
        engine.judge(filled(Map.of("teks", "2026-11-05")), SETTING).derived().get(ROOT));
    assertEquals(
        Map.of("hari", "", "panjang", "7", "dua", "-7"),
        engine.judge(filled(Map.of("teks", "kemarin")), SETTING).derived().get(ROOT));
  }

  @Test
  void judgesOnSeveralThreadsAsOnOne() throws Exception {
    Form form = household().form();
    Map<Integer, Judgement> expected = new HashMap<>();
    FormEngine engine = FormEngine.of(form, LISTS);
    for (int i = 0; i < 20; i++) {
      expected.put(i, engine.judge(sample(i), SETTING));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        tasks.add(() -> {
          FormEngine own = FormEngine.of(form, LISTS);
          for (int i = 0; i < 200; i++) {
            assertEquals(expected.get(i % 20), own.judge(sample(i % 20), SETTING));
          }
          return true;
        });
      }
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertTrue(done.get());
      }
    }
  }

  private static FilledForm sample(int i) {
    List<FilledRow> members = new ArrayList<>();
    for (int m = 0; m < i % 4; m++) {
      members.add(
          member(
              new UUID(1, m),
              m,
              m % 2 == 0
                  ? Map.of("nama", "Contoh " + m, "usia", Integer.toString(i * m))
                  : Map.of("usia", "x")));
    }
    return filled(
        Map.of(
            "desa",
            i % 3 == 0 ? "33.16.13.2001" : "lain",
            "kategori",
            i % 2 == 0 ? "sakit" : "sehat",
            "penyakit",
            "flu",
            "tertua",
            Integer.toString(i),
            "tanggal",
            "2026-11-" + (10 + i)),
        members.toArray(FilledRow[]::new));
  }
}
