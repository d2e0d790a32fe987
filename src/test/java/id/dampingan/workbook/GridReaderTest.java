package id.dampingan.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"uji.xlsx", "uji.xls"})
  void writesNumbersAndDatesAsAnXlsFormMeansThem(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("survey");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy-mm-dd"));
      Row row = sheet.createRow(2);
      row.createCell(0).setCellValue(1.0);
      row.createCell(1).setCellValue(0.25);
      row.createCell(2).setCellValue(true);
      row.createCell(3).setCellValue("a\u00a0b");
      row.createCell(4).setCellValue(LocalDateTime.of(2026, 1, 31, 0, 0));
      row.createCell(5).setCellValue(LocalDateTime.of(2026, 1, 31, 7, 30));
      row.createCell(7).setCellFormula("1+1");
      row.getCell(4).setCellStyle(date);
      row.getCell(5).setCellStyle(date);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    }
    assertEquals(
        List.of(
            new Grid(
                "survey",
                List.of(
                    new Grid.Row(
                        3,
                        List.of(
                            "1",
                            "0.25",
                            "TRUE",
                            "a b",
                            "2026-01-31",
                            "2026-01-31T07:30:00",
                            "",
                            "2"))))),
        GridReader.read(name, out.toByteArray()));
  }

  @Test
  void readsTablesOfMarkdownAndCsvAlike() throws IOException {
    String markdown = "# Judul\n| survey |\n| | type | a\\|b |\n|---|---|---|\n\n| | text | |\n";
    String csv = "\uFEFFsurvey,,\n,type,a|b\n,text,\n";
    List<Grid> expected =
        List.of(
            new Grid(
                "survey",
                List.of(
                    new Grid.Row(1, List.of("type", "a|b")),
                    new Grid.Row(2, List.of("text", "")))));
    assertEquals(expected, GridReader.read("uji.md", markdown.getBytes(StandardCharsets.UTF_8)));
    assertEquals(expected, GridReader.read("uji.csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesADamagedWorkbook() {
    assertThrows(
        IOException.class,
        () -> GridReader.read("uji.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 9, 9}));
  }
}
