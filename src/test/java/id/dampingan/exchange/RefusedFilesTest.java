package id.dampingan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.dampingan.merge.Outcome;
import id.dampingan.store.Role;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that cannot be taken at all: each is refused with one sentence, and nothing changes.
class RefusedFilesTest {
  @TempDir static Path folder = Path.of(".");

  private static Samples samples;
  private static Bureau master;

  @BeforeAll
  static void open() throws Exception {
    samples = Samples.in(folder);
    master = Samples.office(folder.resolve("m"), Role.MASTER);
  }

  @AfterAll
  static void close() {
    master.close();
  }

  /// Makes a bad file.
  private interface Maker {
    Path make(Path to) throws Exception;
  }

  enum Bad {
    LETTER(ProblemCode.NOT_A_WORKBOOK, to -> Files.writeString(to, "Yth. Bapak Kepala Dinas")),
    EMPTY(ProblemCode.NOT_A_WORKBOOK, to -> Files.write(to, new byte[0])),
    DIRECTORY(ProblemCode.NOT_A_WORKBOOK, Files::createDirectory),
    MISSING(ProblemCode.FILE_MISSING, to -> to),
    OLD_EXCEL(ProblemCode.NOT_A_WORKBOOK, Bad::oldExcel),
    ZIP_WITHOUT_WORKBOOK(ProblemCode.NOT_A_WORKBOOK, to -> zip(to, "baca.txt", "halo".getBytes())),
    DOCUMENT(ProblemCode.WORKBOOK_DAMAGED, to -> zip(to, "[Content_Types].xml", "<a/>".getBytes())),
    HALF(ProblemCode.WORKBOOK_DAMAGED, to -> cut(to, 0.5)),
    NEARLY_WHOLE(ProblemCode.WORKBOOK_DAMAGED, to -> cut(to, 0.99)),
    FIRST_BYTES(ProblemCode.WORKBOOK_DAMAGED, to -> cut(to, 0.001)),
    SHEET_CUT(ProblemCode.WORKBOOK_DAMAGED, Bad::sheetCut),
    BOMB(ProblemCode.WORKBOOK_TOO_LARGE, to -> bomb(to, "xl/worksheets/sheet1.xml")),
    BOMB_OF_TEXTS(ProblemCode.WORKBOOK_TOO_LARGE, to -> bomb(to, "xl/sharedStrings.xml")),
    BOMB_OF_STYLES(ProblemCode.WORKBOOK_TOO_LARGE, to -> bomb(to, "xl/styles.xml")),
    BOMB_IN_A_PACKAGE(ProblemCode.WORKBOOK_TOO_LARGE, Bad::packed),
    ENTITIES(ProblemCode.WORKBOOK_DAMAGED, Bad::entities),
    FAR_CELL(ProblemCode.WORKBOOK_DAMAGED, Bad::farCell),
    LOCKED(ProblemCode.PASSWORD_MISSING, to -> Files.copy(samples.sealed(), to)),
    LOCKED_CUT(ProblemCode.WORKBOOK_DAMAGED, Bad::lockedCut),
    OTHER_PROGRAMME(ProblemCode.OTHER_PROGRAMME, to -> meta(to, "programme", "posyandu")),
    NEWER(ProblemCode.NEWER_FORMAT, to -> meta(to, "format", "2")),
    MUCH_NEWER(ProblemCode.NEWER_FORMAT, to -> meta(to, "format", "besok")),
    NO_FORM(ProblemCode.NO_FORM_SHEET, Bad::plain);

    private final ProblemCode code;
    private final Maker maker;

    Bad(ProblemCode code, Maker maker) {
      this.code = code;
      this.maker = maker;
    }

    Path file() throws Exception {
      Path to = Files.createTempDirectory(folder, "f").resolve(name().toLowerCase() + ".xlsx");
      return maker.make(to);
    }

    private static Path oldExcel(Path to) throws IOException {
      try (HSSFWorkbook book = new HSSFWorkbook();
          OutputStream out = Files.newOutputStream(to)) {
        book.createSheet("warga").createRow(0).createCell(0).setCellValue("kode");
        book.write(out);
      }
      return to;
    }

    private static Path zip(Path to, String part, byte[] content) throws IOException {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(content);
        zip.closeEntry();
      }
      return to;
    }

    private static Path cut(Path to, double part) throws IOException {
      byte[] whole = Files.readAllBytes(samples.file());
      return Files.write(to, Arrays.copyOf(whole, (int) Math.max(20, whole.length * part)));
    }

    private static Path lockedCut(Path to) throws IOException {
      byte[] whole = Files.readAllBytes(samples.sealed());
      return Files.write(to, Arrays.copyOf(whole, whole.length / 2));
    }

    private static Path sheetCut(Path to) throws IOException {
      return HandEdits.rewrite(
          samples.file(),
          to,
          (name, bytes) ->
              name.startsWith("xl/worksheets/sheet") && text(bytes).contains("_lembar=warga@")
                  ? Arrays.copyOf(bytes, text(bytes).lastIndexOf("</row>"))
                  : bytes);
    }

    /// 400 MB that pack to 400 kB.
    private static Path bomb(Path to, String part) throws IOException {
      byte[] block = "<row></row>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(part));
        for (int i = 0; i < 400; i++) {
          zip.write(block);
        }
        zip.closeEntry();
      }
      return to;
    }

    private static Path packed(Path to) throws IOException {
      Path inner = bomb(to.resolveSibling("inner"), "xl/worksheets/sheet1.xml");
      return zip(to.resolveSibling("paket.zip"), "isi.xlsx", Files.readAllBytes(inner));
    }

    private static Path entities(Path to) throws IOException {
      StringBuilder declarations = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaa\">");
      for (int i = 1; i < 12; i++) {
        declarations.append("<!ENTITY e").append(i).append(" \"");
        declarations.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
      }
      return sheets(
          to,
          text ->
              text.replaceFirst("(<worksheet)", declarations.append("]>") + "$1")
                  .replaceFirst("<v>|<t>", "$0&e11;"));
    }

    private static Path farCell(Path to) throws IOException {
      return sheets(to, text -> text.replaceAll("r=\"[A-Z]+4\"", "r=\"ZZZZZZ4\""));
    }

    private static Path sheets(Path to, java.util.function.UnaryOperator<String> change)
        throws IOException {
      return HandEdits.rewrite(
          samples.file(),
          to,
          (name, bytes) ->
              name.startsWith("xl/worksheets/sheet") && text(bytes).contains("_lembar=warga@")
                  ? change.apply(text(bytes)).getBytes(StandardCharsets.UTF_8)
                  : bytes);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Path meta(Path to, String key, String value) throws IOException {
      try (HandEdits edits = HandEdits.of(samples.file())) {
        Sheet meta = edits.book().getSheet("_meta");
        for (Row row : meta) {
          Cell first = row.getCell(0);
          if (first != null && HandEdits.text(first).equals(key)) {
            HandEdits.write(row.getCell(1), value);
            return edits.save(to);
          }
        }
      }
      throw new AssertionError("no " + key + " in _meta");
    }

    private static Path plain(Path to) throws IOException {
      try (XSSFWorkbook book = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(to)) {
        Row row = book.createSheet("Belanja").createRow(0);
        row.createCell(0).setCellValue("Barang");
        row.createCell(1).setCellValue("Harga");
        book.write(out);
      }
      return to;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedWithOneSentenceAndNothingChanges(Bad bad) throws Exception {
    Path file = bad.file();
    Map<String, String> before = master.picture();
    int batches = master.store().batches().size();
    FileResult result = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> master.merge(file));
    assertEquals(FileResult.Kind.REFUSED, result.kind());
    Problem error = Objects.requireNonNull(result.error());
    assertEquals(bad.code, error.code(), error.toString());
    for (String language : List.of("id", "en")) {
      String sentence = Sentences.in(language).reason(error);
      assertFalse(sentence.isBlank() || sentence.contains("…"), sentence);
    }
    assertEquals(before, master.picture());
    assertEquals(batches, master.store().batches().size());
    assertEquals(List.of(), master.store().held(null));
  }

  @Test
  void theGoodFileBesideThemArrives() throws Exception {
    try (Bureau other = Samples.office(folder.resolve("beside"), Role.MASTER)) {
      assertEquals(FileResult.Kind.REFUSED, other.merge(Bad.HALF.file()).kind());
      FileResult good = other.merge(samples.file());
      assertEquals(FileResult.Kind.REFUSED, other.merge(Bad.LETTER.file()).kind());
      assertEquals(samples.rows(), good.counts().of(Outcome.NEW));
      assertEquals(List.of(), good.held());
      assertEquals(samples.rows(), other.picture().size());
      assertEquals(List.of(), other.store().check());
    }
  }

  @Test
  void aLockedFileOpensWithOneOfItsPasswordsOnly() throws Exception {
    try (Bureau other = Samples.office(folder.resolve("locked"), Role.MASTER)) {
      Problem wrong =
          new ImportErrand(other.office(), List.of("salah"))
              .merge(samples.sealed(), Progress.SILENT)
              .error();
      assertEquals(ProblemCode.PASSWORD_WRONG, wrong == null ? null : wrong.code());
      FileResult right =
          new ImportErrand(other.office(), List.of("salah", Samples.PASSWORD))
              .merge(samples.sealed(), Progress.SILENT);
      assertEquals(samples.rows(), right.counts().of(Outcome.NEW));
    }
  }
}
