package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.Register;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A value that won carries who decided it; the comment is read by people only.
@NullUnmarked
class DecidedCommentTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | bind::dampingan:kunci |
      | | text | kode | Kode | ya |
      | | select_one ya | a | A | |

      | choices |
      | | list_name | name | label |
      | | ya | 1 | Sudah |
      | | ya | 2 | Belum |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder;
  private Bureau master;
  private Bureau officer;
  private UUID uuid;

  @BeforeEach
  void aConflictIsDecided() throws Exception {
    master = Bureau.make(folder.resolve("m"), Role.MASTER, "Wening").withForm(FORM);
    officer = Bureau.make(folder.resolve("o"), Role.OFFICER, "Budi").withForm(FORM);
    uuid = master.edit().create("coba", null, Map.of("kode", "K1")).uuid();
    officer.merge(master.export(folder.resolve("m1.xlsx")));
    master.edit().set(uuid, Map.of("a", "1"));
    officer.edit().set(uuid, Map.of("a", "2"));
    master.merge(officer.export(folder.resolve("o1.xlsx")));
    master.edit().decide(uuid, "a", "1");
  }

  @AfterEach
  void close() {
    master.close();
    officer.close();
  }

  @Test
  void theValueCarriesWhoDecidedAndWhatWasSetAside() throws Exception {
    Map<String, String> comments = comments(master.export(folder.resolve("m2.xlsx")));
    assertEquals(List.of("a"), List.copyOf(comments.keySet()));
    String today = id.dampingan.text.Texts.of("id").shortDate(java.time.LocalDate.now());
    assertEquals(
        "Diputuskan oleh Wening, " + today + ". Nilai yang kalah: Belum", comments.get("a"));
  }

  @Test
  void theCommentIsNoChangeAlsoWhenAPersonChangesIt() throws Exception {
    Path file = master.export(folder.resolve("m2.xlsx"));
    Path changed = folder.resolve("m3.xlsx");
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(changed)) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (row.getRowNum() > 1 && cell.getCellComment() != null) {
              cell.getCellComment()
                  .setString(book.getCreationHelper().createRichTextString("Sudah saya tanyakan"));
            }
          }
        }
      }
      book.write(out);
    }
    Map<String, String> before = master.picture();
    for (Path each : List.of(file, changed)) {
      FileResult result = master.merge(each);
      assertEquals(result.counts().read(), result.counts().of(Outcome.SAME), each.toString());
      assertEquals(before, master.picture());
    }
    officer.merge(changed);
    assertEquals("1", officer.store().submission(uuid).orElseThrow().value("a"));
    assertEquals(Map.of(), comments(officer.export(folder.resolve("o2.xlsx"))));
  }

  @Test
  void aLaterAnswerIsNotTheDecidedOneAnyMore() throws Exception {
    master.edit().set(uuid, Map.of("a", "2"));
    assertEquals(Map.of(), comments(master.export(folder.resolve("m2.xlsx"))));
  }

  @Test
  void aDecisionThatWasUndoneIsNotTold() throws Exception {
    new UndoErrand(master.office()).undo(master.store().batches().getFirst().id(), true);
    Register register = master.store().submission(uuid).orElseThrow().register("a");
    assertEquals(2, register.candidates("a").size());
    assertEquals(Map.of(), comments(master.export(folder.resolve("m2.xlsx"))));
  }

  private static Map<String, String> comments(Path file) throws Exception {
    Map<String, String> comments = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        Row names = sheet.getRow(0);
        for (int i = 2; i <= sheet.getLastRowNum(); i++) {
          for (Cell cell : sheet.getRow(i) == null ? List.<Cell>of() : sheet.getRow(i)) {
            if (PaperRow.table(sheet) != null && cell.getCellComment() != null) {
              comments.put(
                  names.getCell(cell.getColumnIndex()).getStringCellValue(),
                  cell.getCellComment().getString().getString());
            }
          }
        }
      }
    }
    return comments;
  }
}
