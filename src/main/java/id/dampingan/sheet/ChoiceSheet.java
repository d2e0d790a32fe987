package id.dampingan.sheet;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sheet `_daftar`: every list of the workbook, once, where the dropdowns take them from.
final class ChoiceSheet {
  private static final Pattern CASCADE =
      Pattern.compile(
          "\\s*(?:(?<p1>[\\w.-]+)\\s*=\\s*(?<f1>\\$\\{[\\w.-]+}|[\\w/.-]*/[\\w.-]+)"
              + "|(?<f2>\\$\\{[\\w.-]+})\\s*=\\s*(?<p2>[\\w.-]+))\\s*");

  private final ChoiceLists lists;
  private final String language;
  private final Map<String, ChoiceList> byKey = new LinkedHashMap<>();
  private final Map<String, Set<String>> questions = new LinkedHashMap<>();
  private final Map<String, int[]> ranges = new HashMap<>();

  /// List, code, shown text, what it hangs on.
  private final List<List<String>> rows = new ArrayList<>();

  ChoiceSheet(ChoiceLists lists, String language) {
    this.lists = lists;
    this.language = language;
  }

  /// The list of a field, added to the sheet when it is met first.
  ChoiceList list(Form form, Field field) {
    String key = ChoiceList.key(form, field);
    ChoiceList list = byKey.get(key);
    if (list == null) {
      list = ChoiceList.of(form, field, lists, language, Map.of());
      byKey.put(key, list);
      int first = rows.size();
      for (String code : list.choices().keySet()) {
        rows.add(List.of(key, code, list.show(code, false), ""));
      }
      ranges.put(key, new int[] {first, rows.size() - 1});
    }
    questions
        .computeIfAbsent(key, _ -> new LinkedHashSet<>())
        .add(form.title().in(language) + ": " + field.label().in(language));
    return list;
  }

  /// The formula of a field's dropdown, null if its list is empty.
  ///
  /// @param columnOf the sheet's column letters of a field of the same table
  /// @param row the first row that the dropdown is for, as Excel counts
  @Nullable String formula(
      Form form, FormTable table, Field field, Map<String, String> columnOf, int row) {
    ChoiceList list = list(form, field);
    if (list.isEmpty()) {
      return null;
    }
    String cascade = cascade(form, table, field, list, columnOf, row);
    return cascade != null ? cascade : range("C", ranges.get(list.key()));
  }

  private @Nullable String cascade(
      Form form,
      FormTable table,
      Field field,
      ChoiceList list,
      Map<String, String> columnOf,
      int row) {
    Matcher filter = CASCADE.matcher(field.choiceFilter());
    if (field.choiceFilter().isEmpty() || !filter.matches()) {
      return null;
    }
    String property = filter.group("p1") != null ? filter.group("p1") : filter.group("p2");
    String other =
        ExcelRule.name(filter.group("f1") != null ? filter.group("f1") : filter.group("f2"));
    Field above = table.field(other).orElse(null);
    String column = columnOf.get(other);
    if (above == null || column == null || above.list() == null || property == null) {
      return null;
    }
    ChoiceList aboveList = list(form, above);
    String key = list.key() + "~" + property + "=" + aboveList.key();
    int[] range =
        ranges.computeIfAbsent(
            key,
            _ -> {
              int first = rows.size();
              list.choices().values().stream()
                  .map(choice -> row(key, choice, list, aboveList, property))
                  .filter(line -> !line.get(3).isEmpty())
                  .sorted(Comparator.comparing(line -> line.get(3)))
                  .forEach(rows::add);
              return new int[] {first, rows.size() - 1};
            });
    if (range[1] < range[0]) {
      return null;
    }
    String cell = "$" + column + row;
    String hangsOn = range("D", range);
    return "OFFSET("
        + range("C", new int[] {range[0], range[0]})
        + ",MATCH("
        + cell
        + ","
        + hangsOn
        + ",0)-1,0,COUNTIF("
        + hangsOn
        + ","
        + cell
        + "),1)";
  }

  private static List<String> row(
      String key, Choice choice, ChoiceList list, ChoiceList above, String property) {
    String hangsOn = choice.properties().getOrDefault(property, "");
    return List.of(
        key,
        choice.value(),
        list.show(choice.value(), false),
        hangsOn.isEmpty() ? "" : above.show(hangsOn, false));
  }

  /// Row 1 is the header.
  private static String range(String column, int @Nullable [] rows) {
    if (rows == null) {
      throw new IllegalStateException("a list without range");
    }
    String first = "$" + column + "$" + (rows[0] + 2);
    return WorkbookFormat.CHOICES
        + "!"
        + (rows[0] == rows[1] ? first : first + ":$" + column + "$" + (rows[1] + 2));
  }

  List<List<String>> rows() {
    return rows;
  }

  Map<String, ChoiceList> lists() {
    return byKey;
  }

  /// The questions that use a list.
  Set<String> questions(String key) {
    return questions.getOrDefault(key, Set.of());
  }
}
