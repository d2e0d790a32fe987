package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.FormCount;
import id.dampingan.store.Role;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The status that the form computes where nobody said one.
class StatusTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | required | bind::dampingan:kunci |
      | | text | kode | Kode | yes | ya |
      | | text | nama | Nama | yes | |
      | | text | ket | Keterangan | | |
      | | begin repeat | anak | Anak | | |
      | | text | panggilan | Panggilan | yes | ya |
      | | integer | umur | Umur | yes | |
      | | end repeat | | | | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  private static final String PLAIN =
      """
      | survey |
      | | type | name | label | required |
      | | text | nama | Nama | yes |
      | | text | ket | Keterangan | |

      | settings |
      | | form_title | form_id | version |
      | | Lepas | lepas | 1 |
      """;

  @TempDir Path folder = Path.of(".");

  private Bureau bureau(String name, Role role) throws Exception {
    return Bureau.make(folder.resolve(name), role, name).withForm(FORM).withForm(PLAIN);
  }

  private static StoredRow row(Bureau bureau, UUID uuid) {
    return bureau.store().row(uuid).orElseThrow();
  }

  private static List<FormCount> counts(String form, int complete, int draft) {
    return List.of(new FormCount(form, "", "", complete, draft, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ket=x,                     draf,    0, 1",
    "nama=Ani,                  lengkap, 1, 0",
    "nama=Ani _status=draf,     draf,    0, 1",
    "ket=x _status=lengkap,     lengkap, 1, 0"
  })
  void isWhatSomebodySaidElseWhatTheFormJudges(
      String answers, String status, int complete, int draft) throws Exception {
    try (Bureau bureau = bureau("m", Role.MASTER)) {
      Map<String, String> values = new java.util.TreeMap<>();
      for (String answer : answers.split(" ")) {
        values.put(answer.substring(0, answer.indexOf('=')), answer.split("=")[1]);
      }
      UUID uuid = bureau.edit().create("lepas", null, values).uuid();
      assertEquals(status, row(bureau, uuid).status());
      assertEquals(counts("lepas", complete, draft), bureau.store().counts());
      Search.Kind kind = complete == 1 ? Search.Kind.COMPLETE : Search.Kind.DRAFT;
      assertEquals(1, bureau.store().search(Search.of("lepas").ofKind(kind)).total());
    }
  }

  @Test
  void followsTheRowsOfRepeatsWithoutAnyChangeOfTheRecord() throws Exception {
    try (Bureau bureau = bureau("m", Role.MASTER)) {
      UUID uuid = bureau.edit().create("coba", null, Map.of("kode", "1", "nama", "Ani")).uuid();
      Submission before = row(bureau, uuid).submission();
      UUID child = bureau.edit().create("coba/anak", uuid, Map.of("panggilan", "Budi")).uuid();
      assertEquals("draf", row(bureau, uuid).status());
      assertEquals(counts("coba", 0, 1), bureau.store().counts());
      bureau.edit().set(child, Map.of("umur", "7"));
      assertEquals("lengkap", row(bureau, uuid).status());
      bureau.edit().set(child, Map.of("umur", ""));
      assertEquals("draf", row(bureau, child).status());
      bureau.edit().delete(child);
      assertEquals("lengkap", row(bureau, uuid).status());
      assertEquals(counts("coba", 1, 0), bureau.store().counts());
      assertEquals(before, row(bureau, uuid).submission());
      assertEquals(List.of(), bureau.store().check());
    }
  }

  @Test
  void travelsInTheSheetWithoutBecomingAnEdit() throws Exception {
    try (Bureau officer = bureau("o", Role.OFFICER);
        Bureau master = bureau("m", Role.MASTER)) {
      UUID done = officer.edit().create("lepas", null, Map.of("nama", "Ani")).uuid();
      UUID open = officer.edit().create("lepas", null, Map.of("ket", "x")).uuid();
      Path file = officer.export(folder.resolve("o.xlsx"));
      assertEquals(Map.of(done, "Lengkap", open, "Draf"), statusCells(file));
      master.merge(file);
      assertEquals(officer.picture(), master.picture());
      assertEquals(counts("lepas", 1, 1), master.store().counts());
      assertEquals(
          FileResult.Kind.SAME, officer.merge(master.export(folder.resolve("m.xlsx"))).kind());
      Map<String, String> before = officer.picture();
      assertEquals(FileResult.Kind.SAME, officer.merge(file).kind());
      assertEquals(before, officer.picture());
    }
  }

  @Test
  void whatAHandMendsInExcelIsCompleteAndWhatItSaysWins() throws Exception {
    try (Bureau officer = bureau("o", Role.OFFICER);
        Bureau master = bureau("m", Role.MASTER)) {
      UUID mended = officer.edit().create("lepas", null, Map.of("ket", "x")).uuid();
      UUID said = officer.edit().create("lepas", null, Map.of("nama", "Ani")).uuid();
      Path file = officer.export(folder.resolve("o.xlsx"));
      edit(file, Map.of(mended, Map.of("nama", "Budi"), said, Map.of("_status", "Draf")));
      master.merge(file);
      assertEquals("lengkap", row(master, mended).status());
      assertEquals("", row(master, mended).submission().value(SystemField.STATUS));
      assertEquals("draf", row(master, said).status());
      assertEquals("draf", row(master, said).submission().value(SystemField.STATUS));
      officer.merge(master.export(folder.resolve("m.xlsx")));
      assertEquals(master.picture(), officer.picture());
    }
  }

  @Test
  void anUndoneEditGivesBackTheEarlierStatus() throws Exception {
    try (Bureau bureau = bureau("m", Role.MASTER)) {
      UUID uuid = bureau.edit().create("lepas", null, Map.of("ket", "x")).uuid();
      long batch = bureau.edit().set(uuid, Map.of("nama", "Ani")).batch();
      assertEquals(counts("lepas", 1, 0), bureau.store().counts());
      new UndoErrand(bureau.office()).undo(batch, false);
      assertEquals(counts("lepas", 0, 1), bureau.store().counts());
      assertEquals("draf", row(bureau, uuid).status());
    }
  }

  private static Sheet sheet(XSSFWorkbook book) {
    for (Sheet sheet : book) {
      if ("lepas".equals(PaperRow.table(sheet))) {
        return sheet;
      }
    }
    throw new AssertionError("no sheet");
  }

  private static Map<UUID, String> statusCells(Path file) throws Exception {
    Map<UUID, String> cells = new java.util.HashMap<>();
    for (PaperRow row : PaperRow.read(file)) {
      cells.put(UUID.fromString(row.cell("_uuid")), row.cell("_status"));
    }
    return cells;
  }

  private static void edit(Path file, Map<UUID, Map<String, String>> edits) throws Exception {
    XSSFWorkbook book;
    try (InputStream in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
    Sheet sheet = sheet(book);
    Map<String, Integer> columns = PaperRow.columns(sheet);
    for (Row row : sheet) {
      String uuid = PaperRow.text(row.getCell(columns.getOrDefault("_uuid", 0)));
      edits.forEach((of, values) -> {
        if (of.toString().equals(uuid)) {
          values.forEach(
              (field, value) -> row.createCell(columns.getOrDefault(field, 0)).setCellValue(value));
        }
      });
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    book.close();
  }
}
