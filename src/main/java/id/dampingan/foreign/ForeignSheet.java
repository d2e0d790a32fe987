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

  Titles header() {
    return new Titles(titles, lastHeaderRow);
  }
}
