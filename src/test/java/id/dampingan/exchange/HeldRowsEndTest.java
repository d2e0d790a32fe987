package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.Role;
import id.dampingan.store.StoredHold;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a held row waits no longer, in whatever order its answers come.
class HeldRowsEndTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | constraint | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | yes | | | ya |
      | | integer | a | A | | . <= 100 | | |
      | | integer | b | B | | . <= 100 | | |
      | | calculate | jumlah | | | | ${a} + ${b} | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String LOOSE =
      """
      | survey |
      | | type | name | label | constraint |
      | | text | uraian | Uraian | |
      | | integer | nilai | Nilai | . <= 100 |

      | settings |
      | | form_title | form_id | version |
      | | Lepas | lepas | 1 |
      """;

  @TempDir Path folder = Path.of(".");
  private final List<Bureau> open = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made before each test
  private Bureau officer;

  @SuppressWarnings("NullAway.Init")
  private Bureau master;

  @SuppressWarnings("NullAway.Init")
  private UUID record;

  @SuppressWarnings("NullAway.Init")
  private Path sheet;

  private int files;

  private Bureau bureau(Path at, Role role) throws Exception {
    Bureau bureau =
        Bureau.make(at, role, String.valueOf(at.getFileName())).withForm(FORM).withForm(LOOSE);
    open.add(bureau);
    return bureau;
  }

  @BeforeEach
  void aRecordThatBothKnowAndItsSheet() throws Exception {
    officer = bureau(folder.resolve("o"), Role.OFFICER);
    master = bureau(folder.resolve("m"), Role.MASTER);
    record = officer.edit().create("coba", null, Map.of("kode", "1", "a", "1", "b", "1")).uuid();
    sheet = officer.export(folder.resolve("o.xlsx"));
    master.merge(sheet);
  }

  @AfterEach
  void close() {
    open.forEach(Bureau::close);
  }

  @Test
  void waitsUntilTheReturnedWorkbookComesHomeMended() throws Exception {
    Path bad = edited(sheet, Map.of("a", "500"));
    master.merge(bad);
    assertEquals(Set.of("a=500"), held(master));
    Path home = edited(returned(), Map.of("a", "50"));
    master.merge(home);
    assertEquals(Set.of(), held(master));
    assertEquals("50", value("a"));
    master.merge(bad);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, home);
  }

  @Test
  void waitsNoMoreWhereTheReturnedWorkbookTakesTheMistakeBack() throws Exception {
    Path bad = edited(sheet, Map.of("a", "500"));
    master.merge(bad);
    Path same = returned();
    master.merge(same);
    assertEquals(Set.of("a=500"), held(master));
    Path home = edited(same, Map.of("a", "1"));
    master.merge(home);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, same, home);
  }

  @Test
  void keepsWaitingForTheCellThatIsStillWrongAndAsksForItOnce() throws Exception {
    Path bad = edited(sheet, Map.of("a", "500", "b", "600"));
    master.merge(bad);
    Path home = edited(returned(), Map.of("a", "50"));
    master.merge(home);
    assertEquals(Set.of("b=600"), held(master));
    inAnyOrder(sheet, bad, home);
  }

  @Test
  void aCalculatedCellIsAnsweredByItsWorkbookToo() throws Exception {
    Path bad = edited(sheet, Map.of("jumlah", "9"));
    master.merge(bad);
    assertEquals(Set.of("jumlah=9"), held(master));
    Path home = edited(returned(), Map.of("jumlah", "2"));
    master.merge(home);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, home);
  }

  @Test
  void aTypedRowWithoutKeyIsAnsweredThoughItBecomesAnother() throws Exception {
    Path bad = typed(sheet, "lepas", Map.of("uraian", "x", "nilai", "500"));
    master.merge(bad);
    assertEquals(Set.of("nilai=500"), held(master));
    Path home = edited(returned(), Map.of("nilai", "50"));
    master.merge(home);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, home);
  }

  @Test
  void aTypedRowWithKeyIsAnsweredByTheSameRowMended() throws Exception {
    Path bad = typed(sheet, "coba", Map.of("kode", "2", "a", "500", "b", "3"));
    Path good = typed(sheet, "coba", Map.of("kode", "2", "a", "50", "b", "3"));
    Path other = typed(sheet, "coba", Map.of("kode", "2", "a", "50", "b", "4"));
    master.merge(bad);
    master.merge(other);
    assertEquals(Set.of("a=500"), held(master));
    master.merge(good);
    assertEquals(Set.of(), held(master));
    inAnyOrder(bad, other, good);
  }

  @Test
  void theSheetSentAgainWithAGoodValueAnswers() throws Exception {
    Path bad = edited(sheet, Map.of("a", "500"));
    Path good = edited(sheet, Map.of("a", "50"));
    master.merge(bad);
    master.merge(good);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, good);
  }

  @Test
  void whatItsSenderChangesLaterAnswersAndWhatOthersChangedDoesNot() throws Exception {
    Bureau other = bureau(folder.resolve("p"), Role.OFFICER);
    other.merge(sheet);
    other.edit().set(record, Map.of("a", "7"));
    Path unseen = other.export(folder.resolve("p.xlsx"));
    Path bad = edited(sheet, Map.of("a", "500"));
    master.merge(bad);
    master.merge(unseen);
    assertEquals(Set.of("a=500"), held(master));
    officer.edit().set(record, Map.of("a", "8"));
    Path later = officer.export(folder.resolve("o2.xlsx"));
    master.merge(later);
    assertEquals(Set.of(), held(master));
    inAnyOrder(sheet, bad, unseen, later);
  }

  @Test
  void whatSomebodyHereEditsOrDecidesAfterwardsAnswers() throws Exception {
    master.edit().set(record, Map.of("a", "2"));
    Path bad = edited(sheet, Map.of("a", "500"));
    master.merge(bad);
    assertEquals(Set.of("a=500"), held(master));
    master.edit().set(record, Map.of("b", "3"));
    assertEquals(Set.of("a=500"), held(master));
    master.edit().decide(record, "a", "3");
    assertEquals(Set.of(), held(master));
    assertEquals(0, master.store().counts().stream().mapToInt(count -> count.held()).sum());
    master.merge(bad);
    assertEquals(Set.of(), held(master));
  }

  @Test
  void aRowThatWaitsForItsFormIsTakenWhenItComesAgainAfterTheForm() throws Exception {
    String newer = LOOSE.replace("| lepas | 1 |", "| lepas | 2 |");
    officer.withForm(newer).edit().create("lepas", null, Map.of("uraian", "x"));
    Path file = officer.export(folder.resolve("newer.xlsx"));
    master.merge(file);
    assertEquals(1, master.store().held(null).size());
    master.withForm(newer).merge(file);
    assertEquals(List.of(), master.store().held(null));
    assertEquals(officer.picture(), master.picture());
  }

  @Test
  void waitsAgainWhenTheAnswerIsWithdrawn() throws Exception {
    Path bad = edited(sheet, Map.of("a", "500"));
    master.merge(bad);
    Path home = edited(returned(), Map.of("a", "50"));
    Long batch = master.merge(home).batch();
    assertEquals(Set.of(), held(master));
    new UndoErrand(master.office()).undo(batch == null ? 0 : batch, false);
    assertEquals(Set.of("a=500"), held(master));
    assertEquals(1, master.store().counts().stream().mapToInt(count -> count.held()).sum());
  }

  private String value(String field) {
    return master.store().row(record).orElseThrow().value(field);
  }

  private static Set<String> held(Bureau bureau) {
    Set<String> held = new TreeSet<>();
    for (StoredHold hold : bureau.store().held(null)) {
      hold.row().cells().forEach(cell -> held.add(cell.field() + "=" + cell.value()));
    }
    return held;
  }

  private Path returned() throws Exception {
    Path out = folder.resolve("return-" + ++files + ".xlsx");
    new ReturnErrand(master.office()).giveBack(out, null);
    return out;
  }

  /// Other orders of the files end in the same held rows.
  private void inAnyOrder(Path... paths) throws Exception {
    Set<Set<String>> ends = new java.util.HashSet<>();
    List<Path> order = new ArrayList<>(List.of(paths));
    for (int i = 0; i < 2; i++) {
      Bureau fresh = bureau(folder.resolve("fresh" + ++files), Role.MASTER);
      Collections.reverse(order);
      Collections.rotate(order, i);
      order.forEach(fresh::merge);
      ends.add(held(fresh));
    }
    assertEquals(Set.of(held(master)), ends);
  }

  /// The file with these cells of its first row, whatever table it is of.
  private Path edited(Path file, Map<String, String> cells) throws Exception {
    return changed(
        file,
        book -> {
          for (Sheet each : book) {
            Row row = PaperRow.table(each) == null ? null : each.getRow(2);
            if (row != null) {
              set(row, PaperRow.columns(each), cells);
            }
          }
        });
  }

  private Path typed(Path file, String table, Map<String, String> cells) throws Exception {
    return changed(
        file,
        book -> {
          for (Sheet each : book) {
            if (table.equals(PaperRow.table(each))) {
              Row row = each.createRow(Math.max(1, each.getLastRowNum()) + 1);
              set(row, PaperRow.columns(each), cells);
            }
          }
        });
  }

  private Path changed(Path file, java.util.function.Consumer<XSSFWorkbook> change)
      throws Exception {
    Path out = folder.resolve("changed-" + ++files + ".xlsx");
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream to = Files.newOutputStream(out)) {
      change.accept(book);
      book.write(to);
    }
    return out;
  }

  private static void set(Row row, Map<String, Integer> columns, Map<String, String> cells) {
    cells.forEach((field, value) -> {
      Integer column = columns.get(field);
      if (column != null) {
        Cell cell = row.createCell(column);
        if (value.matches("[0-9]+")) {
          cell.setCellValue(Double.parseDouble(value));
        } else {
          cell.setCellValue(value);
        }
      }
    });
  }
}
