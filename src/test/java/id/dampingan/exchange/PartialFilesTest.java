package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.store.Role;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that bring a family in pieces, in any order, or values that were replaced long ago.
@NullUnmarked
class PartialFilesTest {
  private static final String FORM =
      """
      | survey |
      | | type | name | label | constraint | calculation | bind::dampingan:kunci |
      | | text | kode | Kode | | | ya |
      | | integer | a | Nilai A | | | |
      | | calculate | dua | | | ${a} * 2 | |
      | | begin repeat | anak | Anak | | | |
      | | text | panggilan | Panggilan | | | ya |
      | | integer | umur | Umur | . < 150 | | |
      | | calculate | bulan | | | ${umur} * 12 | |
      | | end repeat | | | | | |
      | | calculate | tahun | | | sum(${umur}) | |

      | settings |
      | | form_title | form_id | version | namespaces |
      | | Coba | coba | 1 | dampingan="http://dampingan.id/xforms" |
      """;

  @TempDir Path folder = Path.of(".");

  private Bureau bureau(String name) throws Exception {
    return Bureau.make(folder.resolve(name), Role.MASTER, name).withForm(FORM);
  }

  private Path edited(Path file, String name, Consumer<XSSFWorkbook> edit) throws Exception {
    Path out = folder.resolve(name);
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      edit.accept(book);
      try (OutputStream stream = Files.newOutputStream(out)) {
        book.write(stream);
      }
    }
    return out;
  }

  private static Sheet sheet(XSSFWorkbook book, String table) {
    for (Sheet sheet : book) {
      if (table.equals(PaperRow.table(sheet))) {
        return sheet;
      }
    }
    throw new AssertionError(table);
  }

  private static Row row(Sheet sheet, UUID uuid) {
    for (Row row : sheet) {
      if (PaperRow.text(row.getCell(0)).equals(uuid.toString())) {
        return row;
      }
    }
    throw new AssertionError(uuid);
  }

  private static void remove(XSSFWorkbook book, String table, UUID uuid) {
    Sheet sheet = sheet(book, table);
    sheet.removeRow(row(sheet, uuid));
  }

  @Test
  void sumsAreTrueThoughTheRowsOfARepeatComeInPieces() throws Exception {
    try (Bureau officer = bureau("o");
        Bureau master = bureau("m")) {
      UUID root = officer.edit().create("coba", null, Map.of("kode", "1", "a", "4")).uuid();
      UUID ani = officer.edit().create("coba/anak", root, Map.of("umur", "7")).uuid();
      UUID budi = officer.edit().create("coba/anak", root, Map.of("umur", "5")).uuid();
      Path whole = officer.export(folder.resolve("o.xlsx"));
      master.merge(
          edited(
              whole,
              "1.xlsx",
              book -> {
                remove(book, "coba", root);
                remove(book, "coba/anak", ani);
              }));
      assertEquals("60", master.store().row(budi).orElseThrow().value("bulan"));
      master.merge(edited(whole, "2.xlsx", book -> remove(book, "coba/anak", ani)));
      assertEquals("5", master.store().row(root).orElseThrow().value("tahun"));
      master.merge(whole);
      assertEquals(officer.picture(), master.picture());
    }
  }

  @Test
  void aCalculationIsMadeAnewWhereAColumnThatItReadsWasCut() throws Exception {
    try (Bureau officer = bureau("o");
        Bureau master = bureau("m")) {
      UUID root = officer.edit().create("coba", null, Map.of("kode", "1", "a", "4")).uuid();
      Path whole = officer.export(folder.resolve("o.xlsx"));
      Path cut =
          edited(
              whole,
              "cut.xlsx",
              book -> {
                Sheet sheet = sheet(book, "coba");
                int column = PaperRow.columns(sheet).get("a");
                sheet.forEach(row -> {
                  if (row.getCell(column) != null) {
                    row.removeCell(row.getCell(column));
                  }
                });
              });
      master.merge(cut);
      assertEquals("", master.store().row(root).orElseThrow().value("dua"));
      master.merge(whole);
      assertEquals("8", master.store().row(root).orElseThrow().value("dua"));
    }
  }

  @Test
  void aRowTypedUnderOneThatAHandDeletedIsJudgedAllTheSame() throws Exception {
    try (Bureau officer = bureau("o");
        Bureau master = bureau("m")) {
      UUID root = officer.edit().create("coba", null, Map.of("kode", "1")).uuid();
      Path file =
          edited(
              officer.export(folder.resolve("o.xlsx")),
              "hand.xlsx",
              book -> {
                Sheet main = sheet(book, "coba");
                row(main, root)
                    .createCell(PaperRow.columns(main).get("_hapus"))
                    .setCellValue("hapus");
                Sheet children = sheet(book, "coba/anak");
                Row typed = children.createRow(2);
                Map<String, Integer> columns = PaperRow.columns(children);
                typed.createCell(columns.get("_induk:kode")).setCellValue("1");
                typed.createCell(columns.get("panggilan")).setCellValue("Ani");
                typed.createCell(columns.get("umur")).setCellValue(200);
              });
      FileResult result = master.merge(file);
      assertEquals(
          List.of("umur"), result.held().stream().map(FileResult.HeldLine::field).toList());
      assertEquals(true, master.store().submission(root).orElseThrow().isDeleted());
    }
  }

  @Test
  void aDeletedRowKeepsWhatItsOwnAnswersGive() throws Exception {
    try (Bureau officer = bureau("o")) {
      UUID root = officer.edit().create("coba", null, Map.of("kode", "1")).uuid();
      UUID child = officer.edit().create("coba/anak", root, Map.of("umur", "5")).uuid();
      officer.edit().delete(child);
      assertEquals("60", officer.store().row(child).orElseThrow().value("bulan"));
      assertEquals("0", officer.store().row(root).orElseThrow().value("tahun"));
    }
  }

  @Test
  void aValueThatCameLateStaysReadableThoughTheFileBroughtNothingElse() throws Exception {
    try (Bureau officer = bureau("o");
        Bureau master = bureau("m")) {
      UUID root = officer.edit().create("coba", null, Map.of("kode", "1", "a", "4")).uuid();
      Path old = officer.export(folder.resolve("old.xlsx"));
      var first = officer.store().submission(root).orElseThrow().register("a").live().firstKey();
      officer.edit().set(root, Map.of("a", "5"));
      master.merge(officer.export(folder.resolve("new.xlsx")));
      assertEquals(FileResult.Kind.SAME, master.merge(old).kind());
      assertEquals("4", master.store().history().value(root, first, "a"));
      int batches = master.store().batches().size();
      master.merge(old);
      assertEquals(batches, master.store().batches().size());
    }
  }
}
