package id.dampingan.workbook;

import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A `.csv` as one sheet of texts; comma, semicolon or tab, UTF-8 or what old Excel writes.
final class CsvFile implements CellFile {
  private final String name;
  private final String content;
  private final char separator;

  private CsvFile(String name, String content) {
    this.name = name;
    this.content = content;
    this.separator = separator(content);
  }

  static CsvFile open(Path file) throws IOException {
    return of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }

  /// @param name the file's name
  static CsvFile of(String name, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    int dot = name.lastIndexOf('.');
    return new CsvFile(
        dot < 0 ? name : name.substring(0, dot),
        text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  /// The one that stands equally often in most of the first lines, for a title may stand above the
  /// header; of equal ones the one that stands most often in the first line.
  private static char separator(String content) {
    List<String> lines = content.lines().limit(20).filter(line -> !line.isBlank()).toList();
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      Map<Long, Integer> alike = new HashMap<>();
      for (String line : lines) {
        long count = count(line, candidate);
        if (count > 0) {
          alike.merge(count, 1, Integer::sum);
        }
      }
      long lines1000 = alike.values().stream().mapToInt(Integer::intValue).max().orElse(0) * 1000L;
      long score =
          lines1000 + (lines.isEmpty() ? 0 : Math.min(999, count(lines.getFirst(), candidate)));
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  /// How often it stands outside quotes.
  private static long count(String line, char separator) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      count += c == separator && !quoted ? 1 : 0;
    }
    return count;
  }

  @Override
  public List<String> sheets() {
    return List.of(name);
  }

  @Override
  public boolean since1904() {
    return false;
  }

  @Override
  public void rows(int sheet, RowVisitor visitor) throws WorkbookRefused {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    try (Reader reader = new StringReader(content);
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      int row = 0;
      for (CSVRecord line : parser) {
        row++;
        List<@Nullable RawCell> cells = new ArrayList<>(line.size());
        boolean filled = false;
        for (String text : line) {
          cells.add(text.isEmpty() ? null : RawCell.text(text));
          filled |= !text.isEmpty();
        }
        if (filled && !visitor.row(row, cells)) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new WorkbookRefused(Problem.of(ProblemCode.WORKBOOK_DAMAGED, Map.of("value", name)), e);
    }
  }

  @Override
  public void close() {}
}
