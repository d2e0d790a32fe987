package id.dampingan.sheet;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.Localized;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A list of choices as people see it in a workbook: each code has one text that nobody shares.
final class ChoiceList {
  private static final int MOST_READINGS = 10_000;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String key;
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final Map<String, String> shown = new LinkedHashMap<>();

  /// What can be typed, folded, to the codes it may mean.
  private final Map<String, Set<String>> meanings = new HashMap<>();

  /// What was shown when the workbook was written, exactly, to its code.
  private final Map<String, String> exported;

  private final Form form;
  private final Field field;
  private final String language;

  /// The items that it was made of.
  private final List<Choice> items;

  /// What was asked, and answered: most rows ask the same.
  private final Map<String, Set<String>> asked = new HashMap<>();

  private final Map<String, Set<String>> askedNumbers = new HashMap<>();

  /// What cells were read as, for most rows have the same.
  private final Map<String, CellReading> readings = new HashMap<>();

  private ChoiceList(
      Form form, Field field, List<Choice> items, String language, Map<String, String> exported) {
    this.form = form;
    this.field = field;
    this.items = items;
    this.language = language;
    this.exported = exported;
    this.key = key(form, field);
  }

  /// The list's name in the sheet `_daftar`.
  static String key(Form form, Field field) {
    if (!field.listFromFile()) {
      return form.id() + "/" + field.list();
    }
    String value = field.parameters().getOrDefault("value", "name");
    String label = field.parameters().getOrDefault("label", "label");
    String key = field.list() + ".csv";
    return value.equals("name") && label.equals("label")
        ? key
        : key + "?value=" + value + "&label=" + label;
  }

  /// @param exported by shown text its code, from the workbook that is read; empty when writing
  static ChoiceList of(
      Form form, Field field, ChoiceLists lists, String language, Map<String, String> exported) {
    List<Choice> items = items(form, field, lists);
    ChoiceList list = new ChoiceList(form, field, items, language, exported);
    String value = field.parameters().getOrDefault("value", "name");
    String label = field.parameters().getOrDefault("label", "label");
    for (Choice item : items) {
      Choice choice = item;
      if (field.listFromFile()) {
        String code = value.equals("name") ? item.value() : item.properties().get(value);
        String text = item.properties().get(label);
        if (code == null) {
          continue;
        }
        choice =
            new Choice(
                code,
                label.equals("label") || text == null ? item.label() : Localized.of(text),
                item.properties());
      }
      if (!choice.value().isEmpty()) {
        list.choices.putIfAbsent(choice.value(), choice);
      }
    }
    list.show();
    return list;
  }

  private static List<Choice> items(Form form, Field field, ChoiceLists lists) {
    String name = String.valueOf(field.list());
    return field.listFromFile() ? lists.items(name) : form.choices().getOrDefault(name, List.of());
  }

  private void show() {
    Map<String, Integer> sharing = new HashMap<>();
    for (Choice choice : choices.values()) {
      sharing.merge(fold(choice.label().in(language)), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>();
    choices.forEach((code, choice) -> {
      String label =
          SPACES.matcher(CanonicalValue.text(choice.label().in(language))).replaceAll(" ");
      String text = label.isEmpty() ? code : label;
      if (sharing.getOrDefault(fold(text), 0) > 1) {
        text += " (" + (isUuid(code) ? code.substring(0, 8) : code) + ")";
      }
      if (text.length() > 200 || !taken.add(fold(text))) {
        text = (text.length() > 150 ? text.substring(0, 150) + "…" : text) + " [" + code + "]";
        taken.add(fold(text));
      }
      shown.put(code, text);
      mean(text, code);
      mean(code, code);
      choice.label().texts().values().forEach(other -> mean(other, code));
    });
  }

  private static boolean isUuid(String code) {
    try {
      return code.length() == 36 && UUID.fromString(code).toString().equals(code);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void mean(String text, String code) {
    String folded = fold(text);
    if (!folded.isEmpty()) {
      meanings.computeIfAbsent(folded, _ -> new HashSet<>(2)).add(code);
    }
  }

  /// Without regard to case and spaces.
  static String fold(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  String key() {
    return key;
  }

  boolean isEmpty() {
    return choices.isEmpty();
  }

  /// Codes in the list's order with their choices.
  Map<String, Choice> choices() {
    return choices;
  }

  /// The text that people see; the code itself if the list does not have it.
  String show(String code, boolean several) {
    if (!several) {
      return shown.getOrDefault(code, code);
    }
    StringBuilder text = new StringBuilder();
    for (String each : SPACES.split(code)) {
      text.append(text.isEmpty() ? "" : "; ").append(shown.getOrDefault(each, each));
    }
    return text.toString();
  }

  /// What a cell with this text is read as, found out once.
  CellReading reading(String text, Supplier<CellReading> reader) {
    CellReading known = readings.get(text);
    if (known == null) {
      known = reader.get();
      if (readings.size() < MOST_READINGS) {
        readings.put(text, known);
      }
    }
    return known;
  }

  /// The codes that a text may mean: none, one, or several.
  Set<String> codes(String text) {
    return asked.computeIfAbsent(text, this::find);
  }

  private Set<String> find(String text) {
    String exact = exported.get(text);
    if (exact != null) {
      return Set.of(exact);
    }
    if (choices.containsKey(text)) {
      return Set.of(text);
    }
    return meanings.getOrDefault(fold(text), Set.of());
  }

  /// The one code that is this number, whatever zeros stand before it; else none.
  Set<String> codesOfNumber(String digits) {
    return askedNumbers.computeIfAbsent(digits, this::findNumber);
  }

  private Set<String> findNumber(String digits) {
    Set<String> found = new HashSet<>();
    for (String code : choices.keySet()) {
      if (code.length() > digits.length()
          && code.endsWith(digits)
          && code.substring(0, code.length() - digits.length()).chars().allMatch(c -> c == '0')) {
        found.add(code);
      }
    }
    return found;
  }

  /// Whether all that was asked would be answered the same by these lists.
  boolean isStillTrue(ChoiceLists lists) {
    List<Choice> others = items(form, field, lists);
    if (others == items || others.equals(items)) {
      return true;
    }
    ChoiceList now = of(form, field, lists, language, exported);
    return asked.entrySet().stream()
            .allMatch(each -> now.find(each.getKey()).equals(each.getValue()))
        && askedNumbers.entrySet().stream()
            .allMatch(each -> now.findNumber(each.getKey()).equals(each.getValue()));
  }
}
