package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.Role;
import id.dampingan.submission.Dot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the values of conflicts came from, what rules make of them, and one batch for many.
class DecideErrandTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | | ya |
      | | integer | a | A | | |
      | | text | b | B | | |
      | | calculate | dua | | ${a} * 2 | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");
  private final List<Bureau> open = new ArrayList<>();
  private final List<UUID> records = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made before each test
  private Bureau master;

  @SuppressWarnings("NullAway.Init")
  private Bureau ani;

  @SuppressWarnings("NullAway.Init")
  private Bureau budi;

  private Bureau bureau(String name, Role role) throws Exception {
    Bureau bureau = Bureau.make(folder.resolve(name), role, name).withForm(FORM);
    open.add(bureau);
    return bureau;
  }

  /// Of three records, ani and budi answer differently; budi's answers come last.
  @BeforeEach
  void twoOfficersWhoDisagree() throws Exception {
    master = bureau("induk", Role.MASTER);
    ani = bureau("ani", Role.OFFICER);
    budi = bureau("budi", Role.OFFICER);
    for (int i = 1; i <= 3; i++) {
      records.add(
          master
              .edit()
              .create("coba", null, Map.of("kode", "k" + i, "a", "1", "b", "awal"))
              .uuid());
    }
    Path start = master.export(folder.resolve("awal.xlsx"));
    for (Bureau officer : List.of(ani, budi)) {
      officer.merge(start);
      for (UUID record : records) {
        officer.edit().set(record, Map.of("a", officer == ani ? "20" : "30"));
      }
    }
    ani.edit().set(records.getFirst(), Map.of("b", ""));
    budi.edit().set(records.getFirst(), Map.of("b", "isi"));
    master.merge(ani.export(folder.resolve("ani.xlsx")));
    master.merge(budi.export(folder.resolve("budi.xlsx")));
  }

  @AfterEach
  void close() {
    open.forEach(Bureau::close);
  }

  private List<OpenConflict> conflicts() {
    return new DecideErrand(master.office()).conflicts(master.store().conflicts(null, Set.of()));
  }

  private DecideErrand.Decided decide(DecisionRule rule) {
    List<DecideErrand.Decision> decisions = new ArrayList<>();
    for (OpenConflict conflict : conflicts()) {
      rule.choose(conflict.sides())
          .ifPresent(side -> decisions.add(decision(conflict, side.candidate().strongest())));
    }
    return new DecideErrand(master.office()).decideAll(decisions);
  }

  private static DecideErrand.Decision decision(OpenConflict conflict, Dot dot) {
    return new DecideErrand.Decision(
        "coba", conflict.row().submission().uuid(), conflict.field(), dot);
  }

  private List<String> values() {
    return records.stream()
        .map(uuid -> master.store().row(uuid).orElseThrow())
        .map(row -> row.value("a") + " " + row.value("b") + " " + row.value("dua"))
        .toList();
  }

  @Test
  void tellsWhoSaidWhatInWhichFileAndWhatBothHadSeen() {
    assertEquals(4, conflicts().size());
    for (OpenConflict conflict : conflicts()) {
      assertEquals(
          Set.of("ani ani.xlsx", "budi budi.xlsx"),
          Set.copyOf(
              conflict.sides().stream()
                  .map(side -> side.who() + " " + (side.line() == null ? "" : side.line().file()))
                  .toList()));
      assertEquals(conflict.field().equals("a") ? "1" : "awal", conflict.before());
      assertEquals(Optional.empty(), conflict.proposed());
    }
  }

  @Test
  void theNewestIsWhatCameLast() {
    assertEquals(4, decide(new DecisionRule.Newest()).decided());
    assertEquals(List.of("30 isi 60", "30 awal 60", "30 awal 60"), values());
    assertEquals(List.of(), conflicts());
  }

  @Test
  void aSendersValuesWinByHisName() {
    assertEquals(4, decide(new DecisionRule.From("ani")).decided());
    assertEquals(List.of("20  40", "20 awal 40", "20 awal 40"), values());
    assertEquals(0, decide(new DecisionRule.From("cici")).decided());
  }

  @Test
  void theFilledOneWinsOnlyWhereTheOtherIsEmpty() {
    assertEquals(1, decide(new DecisionRule.Filled()).decided());
    assertEquals(3, conflicts().size());
    assertEquals("isi", master.store().row(records.getFirst()).orElseThrow().value("b"));
  }

  @Test
  void oneUndoOpensAllOfThemAgain() throws Exception {
    List<String> before = values();
    long batch = decide(new DecisionRule.From("ani")).batch();
    new UndoErrand(master.office()).undo(batch, true);
    assertEquals(4, conflicts().size());
    assertEquals(before, values());
  }

  @Test
  void aDecisionThatIsLateIsLeftAndSaidSo() {
    OpenConflict first = conflicts().getFirst();
    DecideErrand.Decision late = decision(first, first.sides().getFirst().candidate().strongest());
    decide(new DecisionRule.Newest());
    assertEquals(
        new DecideErrand.Decided(0, 0, List.of(late)),
        new DecideErrand(master.office()).decideAll(List.of(late)));
  }

  @Test
  void decidedOnceItNeverComesBack() throws Exception {
    decide(new DecisionRule.From("ani"));
    master.merge(folder.resolve("budi.xlsx"));
    assertEquals(List.of(), conflicts());
    budi.merge(master.export(folder.resolve("putusan.xlsx")));
    assertEquals(List.of(), budi.store().conflicts(null, Set.of()));
    assertEquals(master.picture(), budi.picture());
  }

  @Test
  void ofOneWorkbookSentTwiceTheLaterFileIsProposed() throws Exception {
    Path sheet = ani.export(folder.resolve("kerja.xlsx"));
    for (String value : List.of("7", "8")) {
      try (HandEdits hand = HandEdits.of(sheet)) {
        hand.type("coba", Map.of("kode", "baru", "a", value));
        master.merge(hand.save(folder.resolve("kerja-" + value + ".xlsx")));
      }
    }
    assertEquals(
        List.of("8"),
        conflicts().stream()
            .map(OpenConflict::proposed)
            .flatMap(Optional::stream)
            .map(side -> side.candidate().value())
            .toList());
  }
}
