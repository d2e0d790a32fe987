package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// An `.xlsx` whose rows are read as a stream, in little memory.
final class ExcelFile implements CellFile {
  private static final Set<String> ERRORS =
      Set.of(
          "#DIV/0!",
          "#N/A",
          "#NAME?",
          "#NULL!",
          "#NUM!",
          "#REF!",
          "#VALUE!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");

  /// Texts in quotes, colours and conditions say nothing of dates.
  private static final Pattern NO_DATE_PART =
      Pattern.compile("\"[^\"]*\"|\\[(?!h|m|s)[^\\]]*]|\\\\.", Pattern.CASE_INSENSITIVE);

  private final ReadableWorkbook book;
  private final List<Sheet> sheets;
  private final Map<String, Boolean> dateFormats = new HashMap<>();

  private ExcelFile(ReadableWorkbook book) {
    this.book = book;
    this.sheets = book.getSheets().toList();
  }

  static ExcelFile open(Path file) throws IOException {
    try {
      return new ExcelFile(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
    } catch (RuntimeException e) {
      throw new IOException("no readable workbook: " + e, e);
    }
  }

  static ExcelFile open(InputStream content) throws IOException {
    try {
      return new ExcelFile(new ReadableWorkbook(content, new ReadingOptions(true, true)));
    } catch (RuntimeException e) {
      throw new IOException("no readable workbook: " + e, e);
    }
  }

  @Override
  public List<String> sheets() {
    return sheets.stream().map(Sheet::getName).toList();
  }

  @Override
  public boolean since1904() {
    return book.isDate1904();
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) throws WorkbookRefused {
    Iterator<Row> rows;
    try (Stream<Row> stream = sheets.get(sheet).openStream()) {
      rows = stream.iterator();
      List<@Nullable RawCell> cells = new ArrayList<>();
      while (next(rows, sheet)) {
        Row row = rows.next();
        cells.clear();
        boolean filled = false;
        for (Cell cell : row) {
          RawCell raw = cell == null ? null : raw(cell);
          cells.add(raw);
          filled |= raw != null;
        }
        if (filled && !visitor.row(row.getRowNum(), cells)) {
          return;
        }
      }
    } catch (IOException | ExcelReaderException e) {
      throw damaged(sheet, e);
    }
  }

  /// The reader throws whatever it stumbles over; only what it throws is a damaged file.
  private boolean next(Iterator<Row> rows, int sheet) throws WorkbookRefused {
    try {
      return rows.hasNext();
    } catch (RuntimeException e) {
      throw damaged(sheet, e);
    }
  }

  private WorkbookRefused damaged(int sheet, Exception cause) {
    return new WorkbookRefused(
        Problem.of(ProblemCode.WORKBOOK_DAMAGED, Map.of("value", sheets.get(sheet).getName())),
        cause);
  }

  private @Nullable RawCell raw(Cell cell) {
    String raw = cell.getRawValue();
    boolean empty = raw == null || raw.isEmpty();
    return switch (cell.getType()) {
      case EMPTY -> null;
      case STRING -> empty ? null : RawCell.text(XmlEscapes.decode(raw));
      case NUMBER -> empty ? null : number(cell, raw);
      case BOOLEAN -> new RawCell(RawCell.Kind.BOOLEAN, bool(raw), false);
      case ERROR -> new RawCell(RawCell.Kind.ERROR, empty ? "#ERROR" : raw, false);
      case FORMULA -> formula(cell, raw);
    };
  }

  private @Nullable RawCell formula(Cell cell, @Nullable String raw) {
    Object value = cell.getValue();
    if (raw == null) {
      // A text without formula may be marked so too (t="str").
      return cell.getFormula() == null
          ? null
          : new RawCell(RawCell.Kind.FORMULA_WITHOUT_VALUE, "=" + cell.getFormula(), false);
    }
    if (value instanceof Boolean) {
      return new RawCell(RawCell.Kind.BOOLEAN, bool(raw), false);
    }
    if (value instanceof Number) {
      return number(cell, raw);
    }
    if (raw.isEmpty()) {
      return null;
    }
    return ERRORS.contains(raw) || raw.startsWith("Err:")
        ? new RawCell(RawCell.Kind.ERROR, raw, false)
        : RawCell.text(XmlEscapes.decode(raw));
  }

  private RawCell number(Cell cell, String raw) {
    return new RawCell(
        RawCell.Kind.NUMBER,
        raw.strip(),
        isDate(cell.getDataFormatId(), cell.getDataFormatString()));
  }

  private static String bool(@Nullable String raw) {
    return "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
  }

  private boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null
        && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47))) {
      return true;
    }
    return format != null && dateFormats.computeIfAbsent(format, ExcelFile::isDateFormat);
  }

  private static boolean isDateFormat(String format) {
    String bare = NO_DATE_PART.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return !bare.contains("general") && bare.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
