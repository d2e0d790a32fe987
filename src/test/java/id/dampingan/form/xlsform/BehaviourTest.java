package id.dampingan.form.xlsform;

import static id.dampingan.form.xlsform.Engine.answer;
import static id.dampingan.form.xlsform.Engine.convert;
import static id.dampingan.form.xlsform.Engine.relevant;
import static id.dampingan.form.xlsform.Engine.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.dampingan.form.Form;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.test.Scenario;
import org.junit.jupiter.api.Test;

/// Each clause of the language does in the engine what it says.
class BehaviourTest {
  @Test
  void asksOnlyWhatIsRelevant() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | relevant |
            | | select_one yn | punya | Punya? | |
            | | integer | jumlah | Berapa? | ${punya} = 'ya' |
            | choices |
            | | list_name | name | label |
            | | yn | ya | Ya |
            | | yn | tidak | Tidak |
            """);
    assertFalse(relevant(scenario, "/data/jumlah"));
    scenario.answer("/data/punya", "ya");
    assertTrue(relevant(scenario, "/data/jumlah"));
  }

  @Test
  void aGroupsRelevanceCoversItsQuestions() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | relevant |
            | | text | a | A | |
            | | begin_group | g | G | ${a} = 'x' |
            | | text | b | B | |
            | | end_group | | | |
            """);
    assertFalse(relevant(scenario, "/data/g/b"));
    scenario.answer("/data/a", "x");
    assertTrue(relevant(scenario, "/data/g/b"));
  }

  @Test
  void countsAndSumsOverTheRowsOfARepeat() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | calculation |
            | | begin_repeat | anggota | Anggota | |
            | | integer | usia | Usia | |
            | | calculate | dua | | ${usia} * 2 |
            | | end_repeat | | | |
            | | calculate | total | | sum(${dua}) |
            | | calculate | banyak | | count(${anggota}) |
            """);
    assertEquals(1, scenario.countRepeatInstancesOf("/data/anggota"), "a first row, as in ODK");
    scenario.answer("/data/anggota[1]/usia", 10);
    scenario.answer("/data/anggota[2]/usia", 5);
    assertEquals("20", answer(scenario, "/data/anggota[1]/dua"));
    assertEquals("30", answer(scenario, "/data/total"));
    assertEquals("2", answer(scenario, "/data/banyak"));
  }

  @Test
  void readsTheOwnRowInNestedRepeats() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | calculation |
            | | begin_repeat | kk | KK | |
            | | text | nama | Nama | |
            | | begin_repeat | anak | Anak | |
            | | text | panggilan | Panggilan | |
            | | calculate | lengkap | | concat(${panggilan}, ' bin ', ${nama}) |
            | | end_repeat | | | |
            | | calculate | semua | | count(${anak}) |
            | | end_repeat | | | |
            | | calculate | seluruh | | count(${panggilan}) |
            """);
    scenario.answer("/data/kk[1]/nama", "Parmin");
    scenario.answer("/data/kk[2]/nama", "Karjan");
    scenario.answer("/data/kk[1]/anak[1]/panggilan", "Tono");
    scenario.answer("/data/kk[2]/anak[1]/panggilan", "Tini");
    scenario.answer("/data/kk[2]/anak[2]/panggilan", "Tuti");
    assertEquals("Tuti bin Karjan", answer(scenario, "/data/kk[2]/anak[2]/lengkap"));
    assertEquals("1", answer(scenario, "/data/kk[1]/semua"));
    assertEquals("2", answer(scenario, "/data/kk[2]/semua"));
    assertEquals("3", answer(scenario, "/data/seluruh"));
  }

  @Test
  void repeatsAsOftenAsTheCountSays() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | repeat_count |
            | | integer | n | N | |
            | | begin_repeat | r | R | ${n} + 1 |
            | | text | a | A | |
            | | end_repeat | | | |
            """);
    scenario.answer("/data/n", 2);
    while (!scenario.atTheEndOfForm()) {
      scenario.next();
    }
    assertEquals(3, scenario.countRepeatInstancesOf("/data/r"));
    assertEquals(
        List.of("n"),
        convert(
                """
                | survey |
                | | type | name | label | repeat_count |
                | | integer | n | N | |
                | | begin_repeat | r | R | ${n} + 1 |
                | | text | a | A | |
                | | end_repeat | | | |
                """)
            .main()
            .fields()
            .stream()
            .map(field -> field.name())
            .toList(),
        "the generated count is no field");
  }

  @Test
  void repeatsInsideARepeatCountTheirOwn() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | repeat_count |
            | | begin_repeat | luar | Luar | |
            | | integer | n | N | |
            | | begin_repeat | dalam | Dalam | ${n} |
            | | text | a | A | |
            | | end_repeat | | | |
            | | end_repeat | | | |
            """);
    scenario.answer("/data/luar[1]/n", 2);
    scenario.answer("/data/luar[2]/n", 1);
    scenario.jumpToBeginningOfForm();
    int steps = 0;
    while (!scenario.atTheEndOfForm() && steps++ < 30) {
      scenario.next();
    }
    assertEquals(2, scenario.countRepeatInstancesOf("/data/luar[1]/dalam"));
    assertEquals(1, scenario.countRepeatInstancesOf("/data/luar[2]/dalam"));
  }

  @Test
  void startsWithItsDefaults() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | default |
            | | text | a | A | tetap |
            | | integer | b | B | 2 + 3 |
            | | text | c | C | concat(${a}, '!') |
            | | date | d | D | 2026-01-31 |
            | | text | e | E | 0812-3456 |
            | | begin_repeat | r | R | |
            | | integer | f | F | position(..) * 10 |
            | | text | g | G | awal |
            | | text | h | H | ${g} |
            | | end_repeat | | | |
            """);
    assertEquals("tetap", answer(scenario, "/data/a"));
    assertEquals("5", answer(scenario, "/data/b"));
    assertEquals("tetap!", answer(scenario, "/data/c"));
    assertEquals("0812-3456", answer(scenario, "/data/e"));
    scenario.createNewRepeat("/data/r");
    scenario.createNewRepeat("/data/r");
    assertEquals("10", answer(scenario, "/data/r[1]/f"));
    assertEquals("20", answer(scenario, "/data/r[2]/f"));
    assertEquals("awal", answer(scenario, "/data/r[2]/g"));
    assertEquals("awal", answer(scenario, "/data/r[2]/h"));
  }

  @Test
  void computesOnlyWhenTriggered() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | calculation | trigger |
            | | text | a | A | | |
            | | text | z | Z | | |
            | | calculate | b | | concat(${z}, '-', ${a}) | ${a} |
            | | begin_repeat | r | R | | |
            | | text | c | C | | |
            | | text | d | D | concat(${c}, '+') | ${c} |
            | | end_repeat | | | | |
            """);
    scenario.answer("/data/z", "1");
    assertEquals("", answer(scenario, "/data/b"));
    scenario.answer("/data/a", "x");
    assertEquals("1-x", answer(scenario, "/data/b"));
    scenario.answer("/data/z", "2");
    assertEquals("1-x", answer(scenario, "/data/b"));
    scenario.answer("/data/r[1]/c", "p");
    scenario.answer("/data/r[2]/c", "q");
    assertEquals("q+", answer(scenario, "/data/r[2]/d"));
    assertEquals("p+", answer(scenario, "/data/r[1]/d"));
  }

  @Test
  void narrowsChoicesByTheAnswers() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | choice_filter |
            | | begin_repeat | r | R | |
            | | select_one kec | k | Kecamatan | |
            | | select_one desa | d | Desa | kecamatan = ${k} |
            | | end_repeat | | | |
            | choices |
            | | list_name | name | label | kecamatan |
            | | kec | jati | Jati | |
            | | kec | kradenan | Kradenan | |
            | | desa | doplang | Doplang | jati |
            | | desa | gabusan | Gabusan | jati |
            | | desa | nginggil | Nginggil | kradenan |
            """);
    scenario.answer("/data/r[1]/k", "jati");
    scenario.answer("/data/r[2]/k", "kradenan");
    assertEquals(List.of("doplang", "gabusan"), choices(scenario, "/data/r[1]/d"));
    assertEquals(List.of("nginggil"), choices(scenario, "/data/r[2]/d"));
  }

  @Test
  void readsChoicesAndValuesFromFiles() {
    Form form =
        convert(
            """
            | survey |
            | | type | name | label | calculation | choice_filter | parameters |
            | | select_one_from_file opd.csv | opd | OPD | | jenis = 'dinas' | value=kode label=nama |
            | | csv-external | desa | | | | |
            | | calculate | kab | | instance('desa')/root/item[name = '33']/label | | |
            | | calculate | tarik | | pulldata('desa', 'label', 'name', concat('3', '3')) | | |
            """);
    Scenario scenario =
        start(
            form,
            Map.of(
                "opd", "kode,nama,jenis\nd1,Dinas Satu,dinas\nb1,Badan Satu,badan\n",
                "desa", "name,label\n33,Botoreco\n"));
    assertEquals(List.of("d1"), choices(scenario, "/data/opd"));
    assertEquals("Botoreco", answer(scenario, "/data/kab"));
    assertEquals("Botoreco", answer(scenario, "/data/tarik"));
    assertEquals(List.of("opd", "desa"), form.externalLists());
    assertEquals("opd", form.main().fields().getFirst().list());
    assertTrue(form.main().fields().getFirst().listFromFile());
  }

  @Test
  void pulldataReadsTheOwnRow() {
    Form form =
        convert(
            """
            | survey |
            | | type | name | label | calculation |
            | | begin_repeat | r | R | |
            | | text | kode | Kode | |
            | | calculate | nama | | pulldata('desa', 'label', 'name', ${kode}) |
            | | end_repeat | | | |
            """);
    Scenario scenario = start(form, Map.of("desa", "name,label\n1,Satu\n2,Dua\n"));
    scenario.answer("/data/r[1]/kode", "1");
    scenario.answer("/data/r[2]/kode", "2");
    assertEquals("Satu", answer(scenario, "/data/r[1]/nama"));
    assertEquals("Dua", answer(scenario, "/data/r[2]/nama"));
  }

  @Test
  void offersTheRowsOfARepeatAsChoices() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | choice_filter |
            | | begin_repeat | anggota | Anggota | |
            | | text | nama | Nama | |
            | | integer | usia | Usia | |
            | | end_repeat | | | |
            | | select_one ${nama} | kepala | Kepala | |
            | | select_one ${nama} | dewasa | Dewasa | ${usia} >= 18 |
            """);
    scenario.answer("/data/anggota[1]/nama", "Ani");
    scenario.answer("/data/anggota[1]/usia", 10);
    scenario.answer("/data/anggota[2]/nama", "Budi");
    scenario.answer("/data/anggota[2]/usia", 40);
    assertEquals(List.of("Ani", "Budi"), choices(scenario, "/data/kepala"));
    assertEquals(List.of("Budi"), choices(scenario, "/data/dewasa"));
  }

  @Test
  void asksForTheOtherWhenOtherIsChosen() {
    Form form =
        convert(
            """
            | survey |
            | | type | name | label |
            | | select_one l or_other | a | A |
            | choices |
            | | list_name | name | label |
            | | l | x | X |
            """);
    Scenario scenario = start(form, Map.of());
    assertEquals(List.of("x", "other"), choices(scenario, "/data/a"));
    assertFalse(relevant(scenario, "/data/a_other"));
    scenario.answer("/data/a", "other");
    assertTrue(relevant(scenario, "/data/a_other"));
    assertEquals(
        List.of("a", "a_other"), form.main().fields().stream().map(field -> field.name()).toList());
  }

  @Test
  void refusesWhatBreaksAConstraint() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | constraint | constraint_message::Indonesia (id) | constraint_message::English (en) | required |
            | | integer | a | A | . > 0 and . < ${b} | Harus di antara 0 dan ${b} | Must be between | yes |
            | | integer | b | B | | | | |
            """);
    scenario.answer("/data/b", 5);
    assertEquals(FormEntryController.ANSWER_CONSTRAINT_VIOLATED, entered(scenario, "/data/a", 7));
    scenario.setLanguage("Indonesia (id)");
    assertEquals(
        "Harus di antara 0 dan 5", scenario.getFormEntryPromptAtIndex().getConstraintText());
    assertEquals(FormEntryController.ANSWER_OK, entered(scenario, "/data/a", 3));
  }

  private static int entered(Scenario scenario, String path, int value) {
    scenario.answer(path, value);
    return scenario
        .getFormEntryController()
        .answerQuestion(
            scenario.getCurrentIndex(), new org.javarosa.core.model.data.IntegerData(value), true);
  }

  @Test
  void showsTextsInEachLanguageWithAnswersInside() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label::Indonesia (id) | label::English (en) | hint::Indonesia (id) | guidance_hint::Indonesia (id) |
            | | text | nama | Nama | Name | | |
            | | begin_repeat | r | Anggota ${nama} | Member | | |
            | | integer | n | N | N | | |
            | | note | salam | Halo ${nama} <${n}> | Hello ${nama} | Petunjuk | Panduan ${nama} |
            | | end_repeat | | | | | |
            """);
    scenario.answer("/data/nama", "Rini");
    scenario.answer("/data/r[1]/n", 1);
    scenario.answer("/data/r[2]/n", 2);
    scenario.next();
    scenario.setLanguage("Indonesia (id)");
    var prompt = scenario.getFormEntryPromptAtIndex();
    assertEquals("Halo Rini <2>", prompt.getQuestionText());
    assertEquals("Petunjuk", prompt.getHelpText());
    assertEquals(
        "Panduan Rini",
        prompt.getSpecialFormQuestionText(prompt.getQuestion().getHelpTextID(), "guidance"));
    scenario.setLanguage("English (en)");
    assertEquals("Hello Rini", scenario.getFormEntryPromptAtIndex().getQuestionText());
  }

  @Test
  void namesChoicesAndReadsOtherRows() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | calculation |
            | | begin_repeat | r | R | |
            | | select_one l | a | A | |
            | | calculate | nama | | jr:choice-name(${a}, '${a}') |
            | | calculate | lalu | | if(position(..) > 1, indexed-repeat(${a}, ${r}, position(..) - 1), '') |
            | | end_repeat | | | |
            | | calculate | pertama | | indexed-repeat(${a}, ${r}, 1) |
            | choices |
            | | list_name | name | label::Indonesia (id) |
            | | l | x | Iks |
            | | l | y | Ye |
            """);
    scenario.answer("/data/r[1]/a", "x");
    scenario.answer("/data/r[2]/a", "y");
    assertEquals("Iks", answer(scenario, "/data/r[1]/nama"));
    assertEquals("Ye", answer(scenario, "/data/r[2]/nama"));
    assertEquals("x", answer(scenario, "/data/r[2]/lalu"));
    assertEquals("x", answer(scenario, "/data/pertama"));
  }

  @Test
  void everyTypeStartsInTheEngine() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | trigger | parameters | calculation |
            | | start | mulai | | | | |
            | | end | akhir | | | | |
            | | today | hari | | | | |
            | | deviceid | alat | | | | |
            | | username | pemakai | | | | |
            | | email | surel | | | | |
            | | phonenumber | telepon | | | | |
            | | audit | | | | location-priority=balanced location-min-interval=60 location-max-age=120 | |
            | | start-geopoint | titik_awal | | | | |
            | | background-audio | rekam | | | quality=low | |
            | | text | a | A | | rows=5 | |
            | | integer | b | B | | | |
            | | decimal | c | C | | | |
            | | date | d | D | | | |
            | | time | e | E | | | |
            | | datetime | f | F | | | |
            | | barcode | g | G | | | |
            | | range | h | H | | start=0 end=1 step=0.5 | |
            | | note | i | I | | | |
            | | acknowledge | j | J | | | |
            | | rank l | k | K | | | |
            | | select_multiple l | m | M | | randomize=true seed=3 | |
            | | geopoint | n | N | | capture-accuracy=5 warning-accuracy=50 | |
            | | geotrace | o | O | | | |
            | | geoshape | p | P | | incremental=true | |
            | | image | q | Q | | max-pixels=1280 | |
            | | audio | r | R | | quality=voice-only | |
            | | video | s | S | | | |
            | | file | t | T | | | |
            | | hidden | u | | | | |
            | | background-geopoint | v | | ${a} | | |
            | | xml-external | w | | | | |
            | | select_one l | x | X | | | |
            | choices |
            | | list_name | name | label |
            | | l | x | X |
            | | l | y | Y |
            """);
    assertEquals("laptop", answer(scenario, "/data/alat"));
    assertEquals("rini", answer(scenario, "/data/pemakai"));
    assertEquals(List.of("x", "y"), choices(scenario, "/data/k"));
    assertEquals(2, choices(scenario, "/data/m").size());
    scenario.answer("/data/h", 0.5);
    scenario.answer("/data/a", "x");
    assertEquals("0.5", answer(scenario, "/data/h"));
  }

  @Test
  void fillsInTheEntityAndTheName() {
    Form form =
        convert(
            """
            | survey |
            | | type | name | label | save_to |
            | | select_one_from_file rt.csv | rt | RT | |
            | | text | nama | Nama | nama_kepala |
            | settings |
            | | form_id | instance_name |
            | | uji | concat('RT ', ${nama}) |
            | entities |
            | | list_name | label | entity_id | create_if | update_if |
            | | rt | concat(${nama}, '!') | ${rt} | ${rt} = '' | ${rt} != '' |
            """);
    Scenario scenario = start(form, Map.of("rt", "name,label,__version\nu1,Lama,4\n"));
    scenario.answer("/data/nama", "Parmin");
    assertEquals("Parmin!", answer(scenario, "/data/meta/entity/label"));
    assertEquals("RT Parmin", answer(scenario, "/data/meta/instanceName"));
    scenario.answer("/data/rt", "u1");
    assertEquals("nama_kepala", form.main().field("nama").orElseThrow().saveTo());
  }

  @Test
  void fillsInTheEntityOfEachRow() {
    Scenario scenario =
        start(
            """
            | survey |
            | | type | name | label | save_to |
            | | begin_repeat | anggota | Anggota | |
            | | text | nama | Nama | nama_anggota |
            | | end_repeat | | | |
            | entities |
            | | list_name | label | dampingan:nama |
            | | petugas | ${nama} | nama |
            """);
    scenario.answer("/data/anggota[1]/nama", "Ani");
    scenario.answer("/data/anggota[2]/nama", "Budi");
    assertEquals("Budi", answer(scenario, "/data/anggota[2]/meta/entity/label"));
  }

  @Test
  void aTableListShowsItsHeaderAndIsNoField() {
    Form form =
        convert(
            """
            | survey |
            | | type | name | label | appearance |
            | | begin_group | g | Judul | table-list |
            | | select_one l | a | A | |
            | | select_one l | b | B | |
            | | end_group | | | |
            | choices |
            | | list_name | name | label |
            | | l | x | X |
            """);
    start(form, Map.of());
    assertEquals(
        List.of("a", "b"), form.main().fields().stream().map(field -> field.name()).toList());
    assertTrue(form.xform().contains("appearance=\"list-nolabel\""));
  }

  static List<String> choices(Scenario scenario, String path) {
    return scenario.choicesOf(path).stream().map(SelectChoice::getValue).toList();
  }
}
