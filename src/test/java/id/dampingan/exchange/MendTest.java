package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.store.Role;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What mending in place does, and that it is the same change as the sender's own mend.
class MendTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | constraint | bind::dampingan:kunci |
      | | text | kode | Kode | yes | | ya |
      | | integer | a | A | | . <= 100 | |
      | | integer | b | B | | . <= 100 | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  @SuppressWarnings("NullAway.Init") // made before each test
  private Bureau officer;

  @SuppressWarnings("NullAway.Init")
  private Bureau master;

  @SuppressWarnings("NullAway.Init")
  private UUID record;

  @SuppressWarnings("NullAway.Init")
  private Path sheet;

  private int files;

  @BeforeEach
  void aRecordThatBothKnow() throws Exception {
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "o").withForm(FORM);
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "m").withForm(FORM);
    record = officer.edit().create("coba", null, Map.of("kode", "1", "a", "1", "b", "1")).uuid();
    sheet = officer.export(folder.resolve("o.xlsx"));
    master.merge(sheet);
  }

  @AfterEach
  void close() {
    officer.close();
    master.close();
  }

  @Test
  void aMendedCellIsTakenAndWaitsNoMore() throws Exception {
    master.merge(edited(Map.of("a", "500")));
    MendErrand.Mended mended = new MendErrand(master.office()).mend(hold().id(), Map.of("a", "50"));
    assertEquals(List.of(), mended.still());
    assertEquals(List.of(), master.store().held(null));
    assertEquals("50", value("a"));
  }

  @Test
  void theSendersEqualMendIsTheSameChange() throws Exception {
    master.merge(edited(Map.of("a", "500")));
    new MendErrand(master.office()).mend(hold().id(), Map.of("a", "50"));
    Map<String, String> picture = master.picture();
    assertEquals(FileResult.Kind.SAME, master.merge(edited(Map.of("a", "50"))).kind());
    assertEquals(picture, master.picture());
  }

  @Test
  void saysWhichOtherCellOfTheRowStillWaits() throws Exception {
    master.merge(edited(Map.of("a", "500", "b", "600")));
    MendErrand.Mended mended = new MendErrand(master.office()).mend(hold().id(), Map.of("a", "50"));
    assertEquals(
        List.of("b=600"),
        mended.still().stream().map(line -> line.field() + "=" + line.value()).toList());
    assertEquals("50", value("a"));
    assertEquals(
        Set.of("b"), Set.copyOf(hold().row().cells().stream().map(cell -> cell.field()).toList()));
    new MendErrand(master.office()).mend(hold().id(), Map.of("b", "60"));
    assertEquals(List.of(), master.store().held(null));
    assertEquals("60", value("b"));
  }

  @Test
  void anAnswerThatBreaksTheRuleChangesNothing() throws Exception {
    master.merge(edited(Map.of("a", "500")));
    Map<String, String> picture = master.picture();
    MendErrand errand = new MendErrand(master.office());
    long id = hold().id();
    assertEquals(
        ProblemCode.CONSTRAINT,
        assertThrows(Refused.class, () -> errand.mend(id, Map.of("a", "501"))).problem().code());
    assertEquals(
        ProblemCode.NOT_A_NUMBER,
        assertThrows(Refused.class, () -> errand.mend(id, Map.of("a", "lima"))).problem().code());
    assertEquals(picture, master.picture());
    assertEquals(id, hold().id());
  }

  @Test
  void aTypedRowHeldWholeComesInWhole() throws Exception {
    master.merge(typed("2", "500", "7"));
    assertEquals("500", hold().row().cells().getFirst().value());
    new MendErrand(master.office()).mend(hold().id(), Map.of("a", "50"));
    assertEquals(List.of(), master.store().held(null));
    assertEquals(
        List.of("1/1/1", "2/50/7"),
        master.store().search(id.dampingan.store.Search.of("coba")).rows().stream()
            .map(row -> row.value("kode") + "/" + row.value("a") + "/" + row.value("b"))
            .sorted()
            .toList());
    Map<String, String> picture = master.picture();
    assertEquals(FileResult.Kind.SAME, master.merge(typed("2", "50", "7")).kind());
    assertEquals(picture, master.picture());
  }

  @Test
  void onlyChosenRowsGoBack() throws Exception {
    master.merge(edited(Map.of("a", "500")));
    StoredHold first = hold();
    master.merge(typed("2", "500", "7"));
    assertEquals(2, master.store().held(null).size());
    Path out = folder.resolve("balik.xlsx");
    assertEquals(1, new ReturnErrand(master.office()).giveBackChosen(out, List.of(first)));
    try (HandEdits back = HandEdits.of(out)) {
      assertEquals("500", HandEdits.text(back.cell("coba", record, "a")));
    }
  }

  private StoredHold hold() {
    List<StoredHold> held = master.store().held(null);
    assertEquals(1, held.size());
    return held.getFirst();
  }

  private String value(String field) {
    return master.store().submission(record).orElseThrow().value(field);
  }

  private Path edited(Map<String, String> cells) throws Exception {
    try (HandEdits hand = HandEdits.of(sheet)) {
      cells.forEach((field, value) -> hand.put("coba", record, field, value));
      return hand.save(folder.resolve("tangan-" + ++files + ".xlsx"));
    }
  }

  private Path typed(String kode, String a, String b) throws Exception {
    try (HandEdits hand = HandEdits.of(sheet)) {
      return hand.type("coba", Map.of("kode", kode, "a", a, "b", b))
          .save(folder.resolve("ketik-" + ++files + ".xlsx"));
    }
  }
}
