package id.dampingan.ui.mapping;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.RowChange;
import id.dampingan.submission.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What would become of the first rows.
///
/// @param problem why none of them could be read, null: they were
record Glance(@Nullable Problem problem, List<Line> lines) {
  /// A row of the file.
  ///
  /// @param taken what it makes, by table
  /// @param held what of it waits
  record Line(
      String sheet, int row, Map<String, RowChange> taken, List<FileResult.HeldLine> held) {}

  Glance {
    lines = List.copyOf(lines);
  }

  static Glance of(FileResult result) {
    Map<String, TreeMap<Integer, Line>> sheets = new LinkedHashMap<>();
    for (RowChange change : result.changes()) {
      Line line = line(sheets, change.source().sheet(), change.source().row());
      line.taken().put(change.table(), change);
    }
    for (FileResult.HeldLine held : result.held()) {
      // What is said of a column is said of no row.
      if (held.row() > 0) {
        line(sheets, held.sheet(), held.row()).held().add(held);
      }
    }
    List<Line> lines = new ArrayList<>();
    sheets.values().forEach(rows -> lines.addAll(rows.values()));
    return new Glance(result.error(), lines);
  }

  private static Line line(Map<String, TreeMap<Integer, Line>> sheets, String sheet, int row) {
    return sheets
        .computeIfAbsent(sheet, _ -> new TreeMap<>())
        .computeIfAbsent(row, _ -> new Line(sheet, row, new LinkedHashMap<>(), new ArrayList<>()));
  }

  int heldRows() {
    return (int) lines.stream().filter(line -> !line.held().isEmpty()).count();
  }
}
