package id.dampingan.foreign;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.workbook.RawCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The titles of a sheet's columns, wherever they stand in its first rows.
///
/// Above them may stand a letterhead; titles may have two rows, the upper one merged over groups.
///
/// @param names by column, each once; empty where the sheet has no title
/// @param lastRow the row below which the table begins
record Titles(List<String> names, int lastRow) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s_/:.*()-]+");

  /// A row of the sheet's beginning.
  record Row(int number, List<@Nullable RawCell> cells) {
    String text(int column) {
      RawCell cell = column < cells.size() ? cells.get(column) : null;
      return cell == null ? "" : CanonicalValue.text(cell.text());
    }

    boolean isTitle(int column) {
      RawCell cell = column < cells.size() ? cells.get(column) : null;
      return cell != null
          && cell.kind() == RawCell.Kind.TEXT
          && cell.text().chars().anyMatch(Character::isLetter);
    }

    int titles() {
      int count = 0;
      for (int i = 0; i < cells.size(); i++) {
        count += isTitle(i) ? 1 : 0;
      }
      return count;
    }
  }

  Titles {
    names = List.copyOf(names);
  }

  /// Without case, and without what programmes put between words.
  static String fold(String title) {
    return BETWEEN
        .matcher(CanonicalValue.text(title).toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }

  /// @param wanted folded titles that a mapping looks for; empty: nobody knows
  static Titles find(List<Row> head, Set<String> wanted) {
    Titles best = null;
    int most = 0;
    for (int i = 0; i < head.size() && !wanted.isEmpty(); i++) {
      for (Titles candidate : candidates(head, i)) {
        int found = candidate.count(wanted);
        if (found > most) {
          most = found;
          best = candidate;
        }
      }
    }
    return best == null ? guess(head) : best;
  }

  private static List<Titles> candidates(List<Row> head, int index) {
    Titles one = one(head.get(index));
    return isTwo(head, index)
        ? List.of(two(head.get(index), head.get(index + 1)), one)
        : List.of(one);
  }

  /// The first row that is about as full of words as the fullest.
  private static Titles guess(List<Row> head) {
    int most = head.stream().mapToInt(Row::titles).max().orElse(0);
    for (int i = 0; i < head.size(); i++) {
      if (head.get(i).titles() > 0 && head.get(i).titles() * 5 >= most * 3) {
        return candidates(head, i).getFirst();
      }
    }
    return new Titles(List.of(), 0);
  }

  /// Whether the row below goes on: it has words only where the upper row is empty or begins a
  /// group.
  private static boolean isTwo(List<Row> head, int index) {
    if (index + 1 >= head.size()) {
      return false;
    }
    Row upper = head.get(index);
    Row lower = head.get(index + 1);
    if (lower.number() != upper.number() + 1) {
      return false;
    }
    int below = 0;
    for (int i = 0; i < lower.cells().size(); i++) {
      if (lower.text(i).isEmpty()) {
        continue;
      }
      boolean begins = upper.text(i + 1).isEmpty() && !lower.text(i + 1).isEmpty();
      if (!lower.isTitle(i) || (!upper.text(i).isEmpty() && !begins)) {
        return false;
      }
      below += upper.text(i).isEmpty() ? 1 : 0;
    }
    return below > 0;
  }

  private static Titles one(Row row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      names.add(row.text(i));
    }
    return new Titles(distinct(names), row.number());
  }

  private static Titles two(Row upper, Row lower) {
    List<String> names = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      group = upper.text(i).isEmpty() ? group : upper.text(i);
      String below = lower.text(i);
      if (below.isEmpty()) {
        names.add(upper.text(i));
      } else {
        names.add(group.isEmpty() ? below : group + " " + below);
      }
    }
    return new Titles(distinct(names), lower.number());
  }

  private static List<String> distinct(List<String> names) {
    Map<String, Integer> met = new HashMap<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      int times = name.isEmpty() ? 1 : met.merge(fold(name), 1, Integer::sum);
      distinct.add(times == 1 ? name : name + " (" + times + ")");
    }
    return distinct;
  }

  private int count(Set<String> wanted) {
    return (int) names.stream().map(Titles::fold).distinct().filter(wanted::contains).count();
  }

  /// The place of the first of these columns that the sheet has, -1 if it has none.
  int indexOf(List<String> alternatives) {
    for (String each : alternatives) {
      String folded = fold(each);
      for (int i = 0; i < names.size() && !folded.isEmpty(); i++) {
        if (fold(names.get(i)).equals(folded)) {
          return i;
        }
      }
    }
    return -1;
  }
}
