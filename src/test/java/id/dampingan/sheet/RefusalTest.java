package id.dampingan.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.dampingan.form.Form;
import id.dampingan.submission.ProblemCode;
import id.dampingan.workbook.WorkbookRefused;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are refused as a whole.
class RefusalTest {
  private static final Form FORM = SampleForm.all();

  @TempDir Path folder;

  private Path good(@org.jspecify.annotations.Nullable String password) throws Exception {
    return Rows.write(
        folder.resolve("a.xlsx"),
        List.of(
            Rows.content(
                FORM,
                "contoh",
                List.of(
                    new ExportRow.Stored(
                        Rows.submission(
                            "contoh",
                            "0b2f6b3e-6f5c-4f0e-9a55-000000000001",
                            Map.of("f_text", "a")))))),
        SampleForm.LISTS,
        password);
  }

  private static ProblemCode refusal(Path file, String programme, String... passwords) {
    return assertThrows(
            WorkbookRefused.class,
            () -> {
              try (WorkbookReader reader =
                  WorkbookReader.open(
                      file,
                      programme,
                      List.of(passwords),
                      FormSource.of(List.of(FORM)),
                      SampleForm.LISTS)) {
                reader.rows(_ -> {});
              }
            })
        .problem()
        .code();
  }

  @Test
  void refusesWhatIsNoWorkbook() throws Exception {
    Path text = folder.resolve("x.xlsx");
    Files.writeString(text, "halo");
    assertEquals(ProblemCode.NOT_A_WORKBOOK, refusal(text, "blora"));
    Files.write(text, new byte[0]);
    assertEquals(ProblemCode.NOT_A_WORKBOOK, refusal(text, "blora"));
    assertEquals(ProblemCode.NOT_A_WORKBOOK, refusal(folder.resolve("none.xlsx"), "blora"));
    try (HSSFWorkbook old = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(text)) {
      old.createSheet("a");
      old.write(out);
    }
    assertEquals(ProblemCode.NOT_A_WORKBOOK, refusal(text, "blora"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(text))) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(1);
    }
    assertEquals(ProblemCode.NOT_A_WORKBOOK, refusal(text, "blora"));
  }

  @Test
  void refusesATruncatedFileWhereverItWasCut() throws Exception {
    byte[] whole = Files.readAllBytes(good(null));
    Path cut = folder.resolve("cut.xlsx");
    for (int i = 1; i < 8; i++) {
      Files.write(cut, Arrays.copyOf(whole, whole.length * i / 8));
      assertEquals(ProblemCode.WORKBOOK_DAMAGED, refusal(cut, "blora"), "cut at " + i + "/8");
    }
  }

  @Test
  void refusesAZipBomb() throws Exception {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    assertEquals(ProblemCode.WORKBOOK_TOO_LARGE, refusal(bomb, "blora"));
  }

  @Test
  void opensAnEncryptedFileOnlyWithItsPassword() throws Exception {
    Path file = good("rahasia");
    assertEquals(ProblemCode.PASSWORD_MISSING, refusal(file, "blora"));
    assertEquals(ProblemCode.PASSWORD_WRONG, refusal(file, "blora", "salah"));
    try (WorkbookReader reader =
        WorkbookReader.open(
            file,
            "blora",
            List.of("salah", "rahasia"),
            FormSource.of(List.of(FORM)),
            SampleForm.LISTS)) {
      int[] rows = {0};
      reader.rows(_ -> rows[0]++);
      assertEquals(1, rows[0]);
      assertEquals("Siti (Dinas Kesehatan)", reader.meta().senderName());
    }
  }

  @Test
  void refusesOtherProgrammesAndNewerFormats() throws Exception {
    Path file = good(null);
    assertEquals(ProblemCode.OTHER_PROGRAMME, refusal(file, "pati"));
    Path newer =
        Spreadsheet.edit(
            file, book -> Spreadsheet.fresh(book.getSheet("_meta").getRow(1), 1).setCellValue("2"));
    assertEquals(ProblemCode.NEWER_FORMAT, refusal(newer, "blora"));
    Path foreign =
        Spreadsheet.edit(
            file,
            book -> {
              while (book.getNumberOfSheets() > 0) {
                book.removeSheetAt(0);
              }
              book.createSheet("Harga").createRow(0).createCell(0).setCellValue("Beras");
            });
    assertEquals(ProblemCode.NO_FORM_SHEET, refusal(foreign, "blora"));
  }

  @Test
  void tellsWhoFilledItInExcel() throws Exception {
    Path file =
        Spreadsheet.edit(
            good(null),
            book ->
                Spreadsheet.fresh(book.getSheet("Petunjuk").getRow(5), 1).setCellValue("Pak Budi"));
    try (WorkbookReader reader =
        WorkbookReader.open(
            file, "blora", List.of(), FormSource.of(List.of(FORM)), SampleForm.LISTS)) {
      assertEquals(
          new WorkbookMeta(
              1,
              "wb-1",
              "blora",
              "L7k3q9ab",
              "Siti (Dinas Kesehatan)",
              "dinkes",
              "Pak Budi",
              Rows.HEADER.sentAt(),
              Map.of("contoh", "2026.1")),
          reader.meta());
    }
  }
}
