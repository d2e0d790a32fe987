package id.dampingan.sheet;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.SystemField;
import id.dampingan.workbook.RawCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of a read sheet is what: by the machine names of row 1, else by the labels.
///
/// @param columns from column A on; null where the column is unknown or empty
/// @param titles what stands above each column, for people
/// @param twice columns whose name stood further left already
/// @param lastHeaderRow the rows below it are submissions
/// @param score how many of the form's fields were found
record SheetHeader(
    List<@Nullable SheetColumn> columns,
    List<String> titles,
    Set<Integer> twice,
    int lastHeaderRow,
    int score) {

  /// A row of the sheet's beginning.
  record Row(int number, List<@Nullable RawCell> cells) {
    String text(int column) {
      RawCell cell = column < cells.size() ? cells.get(column) : null;
      return cell == null ? "" : cell.text().strip();
    }
  }

  /// Finds the header of a table in the first rows of a sheet; null if there is none.
  static @Nullable SheetHeader find(List<Row> rows, Form form, FormTable table) {
    Map<String, SheetColumn> byName = new HashMap<>();
    for (SheetColumn column : SheetColumn.of(form, table)) {
      byName.put(column.name().toLowerCase(Locale.ROOT), column);
    }
    Map<String, SheetColumn> byLabel = labels(form, table, byName);
    int best = -1;
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      int names = count(rows.get(i), byName);
      if (names > most) {
        most = names;
        best = i;
      }
    }
    if (most >= 2 || (most == 1 && single(rows.get(best)))) {
      Row labels = best + 1 < rows.size() ? rows.get(best + 1) : null;
      boolean labelled = labels != null && isLabels(labels, rows.get(best), byName, byLabel);
      return map(rows.get(best), labelled ? labels : null, byName, byLabel);
    }
    for (Row row : rows) {
      if (count(row, byLabel) >= 2) {
        return map(row, null, byLabel, byLabel);
      }
    }
    return null;
  }

  /// The header of a sheet whose form is unknown: every column is taken as it is called.
  static SheetHeader unknown(List<Row> rows) {
    Row names = rows.getFirst();
    List<@Nullable SheetColumn> columns = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    int last = names.number();
    for (int i = 0; i < names.cells().size(); i++) {
      String name = names.text(i);
      columns.add(name.isEmpty() ? null : new SheetColumn(name, kind(name), null));
      titles.add(name);
      if (name.equals(WorkbookFormat.UUID) && rows.size() > 1 && rows.get(1).text(i).equals(name)) {
        last = rows.get(1).number();
      }
    }
    return new SheetHeader(columns, titles, Set.of(), last, 0);
  }

  private static SheetColumn.Kind kind(String name) {
    if (name.startsWith(WorkbookFormat.MARKER)) {
      return SheetColumn.Kind.MARKER;
    }
    if (name.startsWith(WorkbookFormat.PARENT_KEY)) {
      return SheetColumn.Kind.PARENT_KEY;
    }
    return switch (name) {
      case WorkbookFormat.UUID,
          WorkbookFormat.VERSION_VECTOR,
          WorkbookFormat.DOTS,
          WorkbookFormat.CONFLICTS,
          WorkbookFormat.SEAL ->
          SheetColumn.Kind.HIDDEN_TEXT;
      case WorkbookFormat.ROW_NUMBER -> SheetColumn.Kind.ROW_NUMBER;
      default -> SystemField.is(name) ? SheetColumn.Kind.SYSTEM : SheetColumn.Kind.FIELD;
    };
  }

  private static Map<String, SheetColumn> labels(
      Form form, FormTable table, Map<String, SheetColumn> byName) {
    Map<String, SheetColumn> byLabel = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Field field : table.fields()) {
      SheetColumn column = byName.get(field.name().toLowerCase(Locale.ROOT));
      Set<String> labels = new HashSet<>();
      field.label().texts().values().forEach(label -> labels.add(fold(label)));
      labels.forEach(label -> put(byLabel, ambiguous, label, column));
    }
    FormTable parent = SheetColumn.parent(form, table);
    for (String language : Words.LANGUAGES) {
      Words words = Words.in(language);
      byName.forEach((name, column) -> {
        if (column.kind() == SheetColumn.Kind.HIDDEN_TEXT) {
          byLabel.put(name, column);
        } else if (column.kind() == SheetColumn.Kind.SYSTEM
            || column.kind() == SheetColumn.Kind.ROW_NUMBER) {
          put(byLabel, ambiguous, fold(words.system(column.name())), column);
        }
      });
      if (parent != null) {
        for (Field key : parent.keys()) {
          for (String label : key.label().texts().values()) {
            SheetColumn column =
                byName.get((WorkbookFormat.PARENT_KEY + key.name()).toLowerCase(Locale.ROOT));
            put(byLabel, ambiguous, fold(words.get("parent", label)), column);
          }
        }
      }
    }
    ambiguous.forEach(byLabel::remove);
    byLabel.remove("");
    return byLabel;
  }

  private static void put(
      Map<String, SheetColumn> byLabel,
      Set<String> ambiguous,
      String label,
      @Nullable SheetColumn column) {
    if (column == null) {
      return;
    }
    SheetColumn other = byLabel.putIfAbsent(label, column);
    if (other != null && !other.equals(column)) {
      ambiguous.add(label);
    }
  }

  /// Without case, spaces and the star of required questions.
  private static String fold(String label) {
    String folded = ChoiceList.fold(id.dampingan.submission.CanonicalValue.text(label));
    return folded.endsWith("*") ? folded.substring(0, folded.length() - 1).strip() : folded;
  }

  private static int count(Row row, Map<String, SheetColumn> known) {
    int count = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      if (known.containsKey(fold(row.text(i)))) {
        count++;
      }
    }
    return count;
  }

  private static boolean single(Row row) {
    return row.cells().stream().filter(cell -> cell != null).count() == 1;
  }

  /// Whether a row below the names holds labels, and no submission.
  private static boolean isLabels(
      Row row, Row names, Map<String, SheetColumn> byName, Map<String, SheetColumn> byLabel) {
    int labels = 0;
    int filled = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      String text = fold(row.text(i));
      if (!text.isEmpty() && byName.containsKey(fold(names.text(i)))) {
        filled++;
        SheetColumn column = byName.get(fold(names.text(i)));
        labels += column != null && column.equals(byLabel.get(text)) ? 1 : 0;
        labels += text.startsWith("_") && text.equals(fold(names.text(i))) ? 1 : 0;
      }
    }
    return labels > 0 && labels * 2 >= filled;
  }

  private static SheetHeader map(
      Row header,
      @Nullable Row labels,
      Map<String, SheetColumn> known,
      Map<String, SheetColumn> byLabel) {
    int width = Math.max(header.cells().size(), labels == null ? 0 : labels.cells().size());
    List<@Nullable SheetColumn> columns = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < width; i++) {
      SheetColumn column = known.get(fold(header.text(i)));
      if (column != null) {
        named.add(column.name());
      }
    }
    Set<Integer> twice = new HashSet<>();
    int score = 0;
    for (int i = 0; i < width; i++) {
      String text = fold(header.text(i));
      SheetColumn column =
          text.startsWith(WorkbookFormat.MARKER) ? marker(header.text(i)) : known.get(text);
      if (column == null) {
        // Of a row of names that a hand has touched, or that is gone, the labels are left; some are
        // spelt like names. A column that bears its own name comes first.
        SheetColumn meant =
            byLabel.get(text.isEmpty() && labels != null ? fold(labels.text(i)) : text);
        column = meant == null || named.contains(meant.name()) ? null : meant;
      }
      if (column != null && !taken.add(column.name())) {
        twice.add(i);
        column = null;
      }
      if (column != null && column.field() != null) {
        score++;
      }
      columns.add(column);
      titles.add(!text.isEmpty() || labels == null ? header.text(i) : labels.text(i));
    }
    return new SheetHeader(
        columns, titles, twice, labels == null ? header.number() : labels.number(), score);
  }

  private static SheetColumn marker(String text) {
    return new SheetColumn(text, SheetColumn.Kind.MARKER, null);
  }

  /// Whether it has a column that nobody but us writes; other programmes know a `_uuid`, too.
  boolean isOurs() {
    return columns.stream()
        .anyMatch(column ->
            column != null
                && switch (column.kind()) {
                  case MARKER, PARENT_KEY, ROW_NUMBER -> true;
                  case HIDDEN_TEXT -> !column.name().equals(WorkbookFormat.UUID);
                  case SYSTEM, FIELD, DERIVED -> false;
                });
  }

  /// How many columns the form knows, those that occur twice included.
  int known() {
    return (int) columns.stream().filter(column -> column != null && column.field() != null).count()
        + twice.size();
  }

  /// How many columns have a title.
  int titled() {
    return (int) titles.stream().filter(title -> !title.isBlank()).count();
  }

  /// The place of a column, -1 if the sheet has none such.
  int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      if (column != null && column.name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
