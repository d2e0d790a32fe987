package id.dampingan.foreign;

import java.util.ArrayList;
import java.util.List;

/// A sheet of another programme's table, as far as its first rows tell.
///
/// @param index its place in the file
/// @param titles of its columns, empty where there is none
/// @param lastHeaderRow the table begins below it
/// @param samples the first rows' cells as texts
public record ForeignSheet(
    int index, String name, List<String> titles, int lastHeaderRow, List<List<String>> samples) {
  public ForeignSheet {
    titles = List.copyOf(titles);
    samples = List.copyOf(samples);
  }

  /// The filled ones of the first rows' cells in this column.
  public List<String> samples(int column) {
    List<String> filled = new ArrayList<>();
    for (List<String> row : samples) {
      if (column < row.size() && !row.get(column).isEmpty()) {
        filled.add(row.get(column));
      }
    }
    return filled;
  }

  /// How many columns have a title.
  public int titled() {
    return (int) titles.stream().filter(title -> !title.isEmpty()).count();
  }

  /// The titles of the columns that the mapping reads here, the shown one first; empty where it has
  /// none of its columns.
  public List<String> columns(FieldMapping mapping) {
    Cells cells = Fit.cells(mapping, header());
    return cells == null ? List.of() : cells.places().stream().map(titles::get).toList();
  }

  /// The title of the first of these columns that it has, or the empty text.
  ///
  /// @param alternatives with `|` between
  public String column(String alternatives) {
    int place = header().indexOf(Fit.alternatives(alternatives));
    return place < 0 ? "" : titles.get(place);
  }

  /// What the columns with this title say in the first rows, each once, in the order they come.
  public List<String> contents(String title) {
    int column = titles.indexOf(title);
    return column < 0 ? List.of() : samples(column).stream().distinct().toList();
  }

  Titles header() {
    return new Titles(titles, lastHeaderRow);
  }
}
