package id.dampingan.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a small .csv whole, row 1 naming the columns.
public final class CsvTable {
  private CsvTable() {}

  /// The rows as texts by column, in the columns' order; an empty cell is the empty text.
  ///
  /// @throws IOException if it is no proper .csv
  public static List<Map<String, String>> read(Reader reader) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser = format.parse(reader)) {
      List<String> header = parser.getHeaderNames();
      for (CSVRecord line : parser) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), i < line.size() ? line.get(i) : "");
        }
        rows.add(row);
      }
    } catch (java.io.UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
      throw new IOException("not a proper .csv: " + e.getMessage(), e);
    }
    return rows;
  }
}
