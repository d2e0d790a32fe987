package id.dampingan.ui;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Sensitivity;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Missing;
import id.dampingan.text.Masking;
import id.dampingan.text.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Canonical values as people read them: labels for codes, days for dates, masked numbers.
public final class Labels {
  private static final Pattern QUESTION = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private final ChoiceLists lists;
  private final Map<String, Map<String, Choice>> byList = new ConcurrentHashMap<>();

  public Labels(ChoiceLists lists) {
    this.lists = lists;
  }

  /// A value of a question; numbers of persons are masked.
  public String value(Form form, Field field, String value, Texts texts) {
    if (value.isEmpty()) {
      return "";
    }
    if (Missing.is(value)) {
      return texts.get("missing." + value.substring(1));
    }
    return switch (field.type()) {
      case SELECT_ONE -> choice(form, field, value, texts.language());
      case SELECT_MULTIPLE, RANK ->
          Arrays.stream(value.split(" "))
              .map(code -> choice(form, field, code, texts.language()))
              .collect(Collectors.joining("; "));
      case DATE -> date(value, texts);
      case INTEGER, DECIMAL -> number(field, value, texts);
      case IMAGE, AUDIO, VIDEO, FILE -> texts.get("value.file");
      case GEOPOINT -> point(value);
      default -> field.number().isEmpty() ? value : Masking.number(value);
    };
  }

  /// The label of a choice, or the code if it is on no list.
  public String choice(Form form, Field field, String code, String language) {
    String list = field.list();
    if (list == null) {
      return code;
    }
    Choice choice =
        field.listFromFile()
            ? external(list, field.parameters().getOrDefault("value", "name")).get(code)
            : internal(form, list).get(code);
    return choice == null ? code : choice.label().in(language);
  }

  /// What a submission is called: the form's instance name as far as it is made of answers, else its
  /// first answers.
  public String name(Form form, StoredRow row, Texts texts) {
    return name(form, form.main(), row::value, texts);
  }

  /// The same, from any source of values.
  public String name(
      Form form, FormTable table, java.util.function.UnaryOperator<String> values, Texts texts) {
    String expression = table.isRepeat() ? "" : form.instanceName();
    String named = expression.isEmpty() ? "" : instanceName(form, expression, values, texts);
    return named.isBlank() ? firstAnswers(form, table, values, texts) : named;
  }

  private String instanceName(
      Form form, String expression, java.util.function.UnaryOperator<String> values, Texts texts) {
    StringBuilder name = new StringBuilder();
    String between = "";
    boolean answered = false;
    for (String argument : arguments(expression)) {
      Matcher question = QUESTION.matcher(argument);
      if (question.find()) {
        String shown =
            form.main()
                .field(question.group(1))
                .map(field -> value(form, field, Missing.known(values.apply(field.name())), texts))
                .orElse("");
        // What stands before an empty answer goes with it.
        if (!shown.isEmpty()) {
          name.append(between).append(shown);
          answered = true;
        }
        between = "";
      } else {
        Matcher literal = LITERAL.matcher(argument);
        if (literal.matches()) {
          between = literal.group(1) == null ? literal.group(2) : literal.group(1);
        }
      }
    }
    name.append(between);
    return answered ? name.toString().strip() : "";
  }

  /// What stands between the commas of `concat(…)`; anything else is one argument.
  private static List<String> arguments(String expression) {
    String inner = expression.strip();
    if (inner.startsWith("concat(") && inner.endsWith(")")) {
      inner = inner.substring("concat(".length(), inner.length() - 1);
    }
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        arguments.add(inner.substring(start, i).strip());
        start = i + 1;
      }
    }
    arguments.add(inner.substring(start).strip());
    return arguments;
  }

  private String firstAnswers(
      Form form, FormTable table, java.util.function.UnaryOperator<String> values, Texts texts) {
    return table.fields().stream()
        .filter(field -> !isPlaceOrTime(field) && !field.derived() && !field.readOnly())
        .filter(field ->
            !Missing.known(values.apply(field.name())).isEmpty() && !field.type().isMedia())
        .limit(2)
        .map(field -> value(form, field, values.apply(field.name()), texts))
        .collect(Collectors.joining(", "));
  }

  /// The questions of every form that say where, when and who, not what.
  public static boolean isPlaceOrTime(Field field) {
    return List.of("desa", "putaran", "tanggal", "petugas").contains(field.name());
  }

  /// Up to this many questions that tell records of a form apart, for its list.
  public static List<Field> telling(Form form, int count) {
    return form.main().fields().stream()
        .filter(field -> !isPlaceOrTime(field) && !field.derived() && !field.readOnly())
        .filter(field -> !field.type().isMedia() && !field.appearance().contains("multiline"))
        .filter(field -> field.sensitivity() != Sensitivity.SPECIFIC)
        .filter(field -> (field.required() || field.key()) && field.relevant().isEmpty())
        .filter(field -> !form.instanceName().contains("${" + field.name() + "}"))
        .limit(count)
        .toList();
  }

  public static boolean isDraft(StoredRow row) {
    return !row.complete();
  }

  private Map<String, Choice> internal(Form form, String list) {
    return byList.computeIfAbsent(
        form.id() + "@" + form.version() + "@" + list,
        _ -> byCode(form.choices().getOrDefault(list, List.of()), "name"));
  }

  private Map<String, Choice> external(String list, String property) {
    return byList.computeIfAbsent(
        "@" + list + "@" + property, _ -> byCode(lists.items(list), property));
  }

  private static Map<String, Choice> byCode(List<Choice> choices, String property) {
    Map<String, Choice> byCode = new HashMap<>();
    for (Choice choice : choices) {
      byCode.putIfAbsent(choice.value(), choice);
      byCode.put(choice.properties().getOrDefault(property, choice.value()), choice);
    }
    return byCode;
  }

  private static String date(String value, Texts texts) {
    try {
      return texts.shortDate(LocalDate.parse(value));
    } catch (DateTimeParseException _) {
      return value;
    }
  }

  private static String number(Field field, String value, Texts texts) {
    try {
      return field.name().contains("tahun") ? value : texts.decimal(Double.parseDouble(value), 4);
    } catch (NumberFormatException _) {
      return value;
    }
  }

  private static String point(String value) {
    String[] parts = value.split(" ");
    return parts.length < 2 ? value : parts[0] + ", " + parts[1];
  }
}
