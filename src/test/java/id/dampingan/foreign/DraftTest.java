package id.dampingan.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.xlsform.XlsForms;
import id.dampingan.workbook.Keyring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mapping is what somebody made of it, step by step.
class DraftTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label |
      | | text | nama | Nama |
      | | date | lahir | Tanggal lahir |
      | | select_one jk | jk | Jenis kelamin |
      | | begin_repeat | anak | Anak |
      | | text | panggilan | Panggilan |
      | | end_repeat | | |
      | choices |
      | | list_name | name | label |
      | | jk | 1 | Laki-laki |
      | | jk | 2 | Perempuan |
      | settings |
      | | form_title | form_id | version |
      | | Warga | warga | 1 |
      """;

  @TempDir Path folder;
  private Form form;
  private ForeignSheet sheet;
  private Draft draft;

  @BeforeEach
  void begin() throws Exception {
    form = XlsForms.read("form.md", FORM.getBytes(StandardCharsets.UTF_8));
    Path file =
        Files.writeString(
            folder.resolve("t.csv"),
            "No KK,Depan,Belakang,Lahir,Sex,Tanda\n1,Ani,Sari,12-03-1970,LAKI-LAKI,K\n");
    try (ForeignBook book = ForeignBook.beginning(file, new Keyring(List.of(), false))) {
      sheet = book.sheets().getFirst();
      draft = new Draft(form, Suggestion.of(book, form, "t"), true);
    }
  }

  private id.dampingan.form.Field field(String name) {
    return form.main().field(name).orElseThrow();
  }

  private Mapping mapping(FieldMapping... fields) {
    return new Mapping("t", List.of(new Target("warga", "", null, "", "", List.of(fields))));
  }

  private void clear() {
    for (String name : List.of("nama", "lahir", "jk")) {
      draft.release("warga", name);
    }
  }

  @Test
  void bindsAColumnInTheWayThatSuitsItsQuestion() {
    clear();
    draft.assign(sheet, "warga", field("nama"), "Depan");
    draft.assign(sheet, "warga", field("lahir"), "Lahir");
    draft.assign(sheet, "warga", field("jk"), "Sex");

    assertEquals(
        mapping(
            FieldMapping.copy("nama", List.of("Depan")),
            new FieldMapping("lahir", How.DATE, List.of("Lahir"), "dmy", 0, Map.of()),
            FieldMapping.copy("jk", List.of("Sex"), Map.of("LAKI-LAKI", "1"))),
        draft.mapping("t"));
  }

  @Test
  void joinsColumnsChangesOrdersAndMeanings() {
    clear();
    draft.join(sheet, "warga", field("nama"), "Depan");
    draft.join(sheet, "warga", field("nama"), "Belakang");
    draft.join(sheet, "warga", field("nama"), "Depan");
    draft.assign(sheet, "warga", field("lahir"), "Lahir");
    draft.dateOrder(sheet, "warga", "lahir", "mdy");
    draft.assign(sheet, "warga", field("jk"), "Sex");
    draft.code(sheet, "warga", "jk", "laki-laki", "2");
    draft.code(sheet, "warga", "jk", "X", "");

    assertEquals(
        Map.of(
            "nama",
            new FieldMapping("nama", How.JOIN, List.of("Depan", "Belakang"), " ", 0, Map.of()),
            "lahir",
            new FieldMapping("lahir", How.DATE, List.of("Lahir"), "mdy", 0, Map.of()),
            "jk",
            FieldMapping.copy("jk", List.of("Sex"), Map.of("laki-laki", "2", "X", ""))),
        Map.of(
            "nama", draft.of(sheet, "warga", "nama").orElseThrow(),
            "lahir", draft.of(sheet, "warga", "lahir").orElseThrow(),
            "jk", draft.of(sheet, "warga", "jk").orElseThrow()));
  }

  @Test
  void givesOneAnswerToAllRowsAndTakesItBack() {
    clear();
    draft.constant("warga", "nama", " Ani ");
    assertEquals(mapping(FieldMapping.constant("nama", "Ani")), draft.mapping("t"));
    draft.constant("warga", "nama", "");
    assertEquals(mapping(), draft.mapping("t"));
    assertEquals(true, draft.isEmpty());
  }

  @Test
  void remembersWhichAnswersNobodyTouched() {
    assertEquals(true, draft.isGuess("warga", "lahir"));
    draft.assign(sheet, "warga", field("lahir"), "Lahir");
    draft.guess("warga", "lahir", "1970-01-01");
    draft.guess("warga", "nama", "Ani");

    assertEquals(
        List.of(false, true),
        List.of(draft.isGuess("warga", "lahir"), draft.isGuess("warga", "nama")));
    assertEquals(How.DATE, draft.of(sheet, "warga", "lahir").orElseThrow().how());
  }

  @Test
  void bindsRepeatsToTheirParentsByOneColumnAndChoosesTheParentsRows() {
    clear();
    FormTable child = form.tables().get(1);
    draft.assign(sheet, child.name(), child.field("panggilan").orElseThrow(), "Depan");
    draft.parent(child.name(), "No KK");
    draft.only("warga", "Tanda", Set.of("K"));
    draft.assign(sheet, "warga", field("nama"), "Belakang");

    assertEquals(
        new Mapping(
            "t",
            List.of(
                new Target(
                    "warga",
                    "",
                    new Target.Only("Tanda", Set.of("K")),
                    "No KK",
                    "",
                    List.of(FieldMapping.copy("nama", List.of("Belakang")))),
                new Target(
                    "warga/anak",
                    "",
                    null,
                    "",
                    "No KK",
                    List.of(FieldMapping.copy("panggilan", List.of("Depan")))))),
        draft.mapping("t"));
  }
}
