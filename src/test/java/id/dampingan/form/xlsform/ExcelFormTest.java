package id.dampingan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Forms as Excel, LibreOffice and Google Sheets save them.
class ExcelFormTest {
  private static void row(Sheet sheet, Object... values) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (int column = 0; column < values.length; column++) {
      Cell cell = row.createCell(column);
      switch (values[column]) {
        case String text -> cell.setCellValue(text);
        case Boolean truth -> cell.setCellValue(truth);
        case Double number -> cell.setCellValue(number);
        case LocalDate date -> {
          CellStyle style = sheet.getWorkbook().createCellStyle();
          style.setDataFormat((short) 14);
          cell.setCellStyle(style);
          cell.setCellValue(date);
        }
        case XSSFRichTextString rich -> cell.setCellValue(rich);
        default -> throw new IllegalArgumentException("" + values[column]);
      }
    }
  }

  private static XSSFWorkbook book() {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet survey = book.createSheet("survey");
    XSSFRichTextString rich = new XSSFRichTextString("Nama lengkap");
    XSSFFont bold = book.createFont();
    bold.setBold(true);
    rich.applyFont(0, 4, bold);
    row(survey, "type", "name", "label", "required", "default", "relevant");
    row(survey, "text", "nama", rich, true, "", "");
    row(survey, "select_one pilihan", "pilih", "\u201cPilih\u201d\u00a0satu", false, 1.0, "");
    row(survey, "date", "tanggal", "Tanggal", "TRUE", LocalDate.of(2026, 1, 2), "");
    row(survey, "decimal", "berat", "Berat", "no", 2.5, "${nama} = \u2018x\u2019");
    for (int blank = 0; blank < 30; blank++) {
      row(survey, "", " ", "", "", "", "");
    }
    Sheet choices = book.createSheet("Choices");
    row(choices, "list_name", "name", "label");
    row(choices, "pilihan", 1.0, "Satu");
    row(choices, "pilihan", 1.5, "Setengah");
    row(choices, "pilihan", true, "Benar");
    return book;
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  /// Packed again as a stream: sizes come after each part, in 64 bits.
  private static byte[] streamed(byte[] content, int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream oneWay = new FilterOutputStream(bytes);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(oneWay)) {
      out.setUseZip64(Zip64Mode.Always);
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        byte[] unpacked = in.readAllBytes();
        ZipArchiveEntry entry = new ZipArchiveEntry(part.getName());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 checksum = new CRC32();
          checksum.update(unpacked);
          entry.setCrc(checksum.getValue());
          entry.setSize(unpacked.length);
        }
        out.putArchiveEntry(entry);
        out.write(unpacked);
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static Stream<byte[]> packings() throws IOException {
    byte[] plain = bytes(book());
    return Stream.of(plain, streamed(plain, ZipEntry.DEFLATED), streamed(plain, ZipEntry.STORED));
  }

  @ParameterizedTest
  @MethodSource("packings")
  void readsCellsAsTheyAreMeant(byte[] content) throws IOException, FormException {
    Form form = XlsForms.read("uji.xlsx", content);
    assertEquals(
        List.of("1", "1.5", "TRUE"),
        form.choices().getOrDefault("pilihan", List.of()).stream().map(Choice::value).toList());
    assertEquals(
        List.of("Nama lengkap", "\"Pilih\" satu", "Tanggal", "Berat"),
        form.main().fields().stream().map(field -> field.label().in("")).toList());
    assertEquals(
        List.of(true, false, true, false),
        form.main().fields().stream().map(Field::required).toList());
    assertEquals("${nama} = 'x'", form.main().fields().getLast().relevant());
    String xform = form.xform();
    for (String piece :
        List.of("<pilih>1</pilih>", "<tanggal>2026-01-02</tanggal>", "<berat>2.5</berat>")) {
      assertEquals(true, xform.contains(piece), piece + " in " + xform);
    }
  }

  @Test
  void aLoneSheetIsTheSurvey() throws IOException, FormException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("Sheet1");
      row(sheet, "type", "name", "label");
      row(sheet, "text", "nama", "Nama");
      Form form = XlsForms.read("uji.xlsx", bytes(book));
      assertEquals(List.of("nama"), form.main().fields().stream().map(Field::name).toList());
    }
  }

  @Test
  void aStrayCellFarBelowIsNoQuestion() throws IOException, FormException {
    try (XSSFWorkbook book = book()) {
      book.getSheet("survey").createRow(500).createCell(1).setCellValue("catatan");
      assertEquals(4, XlsForms.read("uji.xlsx", bytes(book)).main().fields().size());
    }
  }
}
