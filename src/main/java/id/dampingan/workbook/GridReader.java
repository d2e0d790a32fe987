package id.dampingan.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/// Reads a small workbook whole: .xlsx, .xlsm, .xls, .csv and Markdown tables.
///
/// For XLSForms, which are small and come in all these clothes; the exchanged workbooks are read as
/// a stream elsewhere. In .csv and Markdown the first column names the sheet where a new one begins.
public final class GridReader {
  private static final Pattern MD_ROW = Pattern.compile("^\\s*\\|(.*)\\|\\s*$");
  private static final Pattern MD_RULE = Pattern.compile("^[\\s|:-]*-[\\s|:-]*$");
  private static final Pattern MD_BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private GridReader() {}

  /// All sheets of the file, in order.
  ///
  /// @throws IOException if it cannot be read; the message says why
  public static List<Grid> read(String fileName, byte[] content) throws IOException {
    String lower = fileName.toLowerCase(Locale.ROOT);
    if (isExcel(content)) {
      return excel(content);
    }
    if (lower.endsWith(".csv")) {
      return csv(text(content));
    }
    if (lower.endsWith(".md") || lower.endsWith(".txt") || text(content).strip().startsWith("|")) {
      return markdown(text(content));
    }
    throw new IOException(
        "The file "
            + fileName
            + " is no workbook: only .xlsx, .xlsm, .xls, .csv and .md are read.");
  }

  private static boolean isExcel(byte[] content) {
    return content.length > 4
        && ((content[0] == 'P' && content[1] == 'K')
            || ((content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf));
  }

  private static String text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Grid> markdown(String text) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      var matcher = MD_ROW.matcher(line);
      if (!matcher.matches() || MD_RULE.matcher(line).matches()) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      for (String cell : MD_BAR.split(matcher.group(1), -1)) {
        cells.add(cell.strip().replace("\\|", "|"));
      }
      lines.add(cells);
    }
    return sheets(lines);
  }

  private static List<Grid> csv(String text) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
      for (CSVRecord line : parser) {
        List<String> cells = new ArrayList<>();
        line.forEach(cell -> cells.add(cell.replace('\u00a0', ' ')));
        lines.add(cells);
      }
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw new IOException("The file is no proper .csv: " + e.getMessage(), e);
    }
    return sheets(lines);
  }

  private static List<Grid> sheets(List<List<String>> lines) {
    Map<String, List<Grid.Row>> sheets = new LinkedHashMap<>();
    List<Grid.Row> current = null;
    int number = 0;
    for (List<String> line : lines) {
      if (line.isEmpty()) {
        continue;
      }
      if (!line.getFirst().isBlank()) {
        current = sheets.computeIfAbsent(line.getFirst().strip(), _ -> new ArrayList<>());
        number = 0;
      }
      Grid.Row row = new Grid.Row(number + 1, line.subList(1, line.size()));
      if (current == null || (row.isBlank() && number == 0)) {
        continue;
      }
      number++;
      if (!row.isBlank()) {
        current.add(row);
      }
    }
    List<Grid> grids = new ArrayList<>();
    sheets.forEach((name, rows) -> grids.add(new Grid(name, rows)));
    return grids;
  }

  private static List<Grid> excel(byte[] content) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content))) {
      List<Grid> grids = new ArrayList<>();
      for (Sheet sheet : workbook) {
        List<Grid.Row> rows = new ArrayList<>();
        for (Row row : sheet) {
          List<String> cells = new ArrayList<>();
          for (int column = 0; column < row.getLastCellNum(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? "" : value(cell));
          }
          Grid.Row read = new Grid.Row(row.getRowNum() + 1, cells);
          if (!read.isBlank()) {
            rows.add(read);
          }
        }
        grids.add(new Grid(sheet.getSheetName(), rows));
      }
      return grids;
    } catch (EncryptedDocumentException e) {
      throw new IOException("The workbook is sealed with a password; open and save it without.", e);
    } catch (RuntimeException e) {
      throw new IOException("The workbook is damaged: " + e.getMessage(), e);
    }
  }

  private static String value(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString().replace('\u00a0', ' ');
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? date(cell.getNumericCellValue(), cell.getLocalDateTimeCellValue())
              : number(cell.getNumericCellValue());
      default -> "";
    };
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String date(double serial, LocalDateTime moment) {
    if (serial < 1) {
      return moment.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.format(SECONDS);
  }
}
