package id.dampingan.sheet;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.RowAddress;
import id.dampingan.workbook.RawCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The columns of a sheet that nobody knows, or that occur twice, with what stood in them.
final class StrangerColumns {
  /// So many values are kept; beyond it a column is only counted.
  private static final int MOST_KEPT = 200_000;

  private final Map<Integer, Stranger> strangers = new TreeMap<>();
  private int kept;

  /// A column's filled cells and a sample.
  private static final class Stranger {
    private final Map<String, String> values = new TreeMap<>();
    private final String sample;
    private int count;

    Stranger(String sample) {
      this.sample = sample;
    }
  }

  /// @param row the row's uuid, of a typed row its number
  void add(int column, String row, RawCell cell) {
    Stranger stranger = strangers.computeIfAbsent(column, _ -> new Stranger(sample(cell)));
    stranger.count++;
    if (kept++ < MOST_KEPT) {
      stranger.values.put(row, sample(cell));
    }
  }

  private static String sample(RawCell cell) {
    String number =
        cell.kind() == RawCell.Kind.NUMBER ? CanonicalValue.plainNumber(cell.text()) : null;
    return number == null ? cell.text() : number;
  }

  /// One problem a column.
  List<SheetProblem> problems(ReadSheet sheet) {
    List<SheetProblem> problems = new ArrayList<>();
    strangers.forEach((index, stranger) -> {
      SheetHeader header = sheet.header();
      String title = index < header.titles().size() ? header.titles().get(index) : "";
      ProblemCode code =
          header.twice().contains(index) ? ProblemCode.COLUMN_TWICE : ProblemCode.UNKNOWN_COLUMN;
      problems.add(
          new SheetProblem(
              sheet.name(),
              sheet.table() == null ? "" : sheet.table().name(),
              header.lastHeaderRow(),
              RowAddress.columnName(index) + header.lastHeaderRow(),
              Problem.of(
                  code,
                  Map.of(
                      "column",
                      title.isEmpty() ? RowAddress.columnName(index) : title,
                      "value",
                      stranger.sample,
                      "count",
                      Integer.toString(stranger.count))),
              stranger.values));
    });
    return problems;
  }
}
