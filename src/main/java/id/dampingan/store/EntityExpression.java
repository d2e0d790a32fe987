package id.dampingan.store;

import id.dampingan.form.Choice;
import id.dampingan.form.ChoiceLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The small part of XPath that entities sheets are written in: labels, ids and conditions.
///
/// Literals, `${question}`, `concat`, `coalesce`, `if`, `not`, `selected`, comparisons, `and`, `or`,
/// and `instance('list')/root/item[property = …]/property`. The form's engine knows the rest; an
/// expression beyond this part has no value here.
final class EntityExpression {
  private static final String TRUE = "true";
  private static final String FALSE = "false";

  private final String text;
  private final Map<String, String> values;
  private final ChoiceLists lists;
  private int at;

  private EntityExpression(String text, Map<String, String> values, ChoiceLists lists) {
    this.text = text;
    this.values = values;
    this.lists = lists;
  }

  /// The expression's value as a text; empty if it is beyond this class.
  static Optional<String> evaluate(
      String expression, Map<String, String> values, ChoiceLists lists) {
    try {
      EntityExpression parser = new EntityExpression(expression, values, lists);
      String value = parser.or();
      parser.space();
      return parser.at == expression.length() ? Optional.of(value) : Optional.empty();
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  /// The questions that an expression names.
  static List<String> questions(String expression) {
    List<String> questions = new ArrayList<>();
    int from = expression.indexOf("${");
    while (from >= 0) {
      int to = expression.indexOf('}', from);
      if (to < 0) {
        break;
      }
      questions.add(expression.substring(from + 2, to).trim());
      from = expression.indexOf("${", to);
    }
    return questions;
  }

  static boolean isTrue(String value) {
    return !value.isEmpty() && !value.equals(FALSE) && !value.equals("0");
  }

  private static final class Unknown extends RuntimeException {
    Unknown() {
      super(null, null, false, false);
    }
  }

  private String or() {
    String left = and();
    while (word("or")) {
      String right = and();
      left = truth(isTrue(left) || isTrue(right));
    }
    return left;
  }

  private String and() {
    String left = comparison();
    while (word("and")) {
      String right = comparison();
      left = truth(isTrue(left) && isTrue(right));
    }
    return left;
  }

  private String comparison() {
    String left = primary();
    while (true) {
      if (sign("!=")) {
        left = truth(compare(left, primary()) != 0);
      } else if (sign("<=")) {
        left = truth(compare(left, primary()) <= 0);
      } else if (sign(">=")) {
        left = truth(compare(left, primary()) >= 0);
      } else if (sign("=")) {
        left = truth(compare(left, primary()) == 0);
      } else if (sign("<")) {
        left = truth(compare(left, primary()) < 0);
      } else if (sign(">")) {
        left = truth(compare(left, primary()) > 0);
      } else {
        return left;
      }
    }
  }

  private static int compare(String a, String b) {
    try {
      return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
    } catch (NumberFormatException e) {
      return a.compareTo(b);
    }
  }

  private static String truth(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  private String primary() {
    space();
    if (at >= text.length()) {
      throw new Unknown();
    }
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return until(at + 1, String.valueOf(c));
    }
    if (text.startsWith("${", at)) {
      return Objects.requireNonNullElse(values.get(until(at + 2, "}").trim()), "");
    }
    if (sign("(")) {
      String value = or();
      require(")");
      return value;
    }
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    if (name.isEmpty()) {
      throw new Unknown();
    }
    if (Character.isDigit(name.charAt(0))) {
      return name;
    }
    return call(name);
  }

  private String call(String name) {
    require("(");
    List<String> arguments = new ArrayList<>();
    if (!sign(")")) {
      do {
        arguments.add(or());
      } while (sign(","));
      require(")");
    }
    return switch (name) {
      case "concat" -> String.join("", arguments);
      case "coalesce" ->
          arguments.stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
      case "if" -> isTrue(argument(arguments, 0)) ? argument(arguments, 1) : argument(arguments, 2);
      case "not" -> truth(!isTrue(argument(arguments, 0)));
      case "string", "once" -> argument(arguments, 0);
      case "true" -> TRUE;
      case "false" -> FALSE;
      case "selected" ->
          truth(List.of(argument(arguments, 0).split(" ")).contains(argument(arguments, 1)));
      case "instance" -> item(argument(arguments, 0));
      default -> throw new Unknown();
    };
  }

  private static String argument(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new Unknown();
    }
    return arguments.get(index);
  }

  /// The rest of `instance('list')/root/item[property = …]/property`.
  private String item(String list) {
    require("/root/item[");
    String property = name();
    require("=");
    String wanted = comparison();
    require("]/");
    String result = name();
    for (Choice choice : lists.items(list)) {
      if (wanted.equals(choice.properties().get(property))) {
        return choice.properties().getOrDefault(result, "");
      }
    }
    return "";
  }

  private String name() {
    space();
    int from = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private String until(int from, String end) {
    int to = text.indexOf(end, from);
    if (to < 0) {
      throw new Unknown();
    }
    at = to + end.length();
    return text.substring(from, to);
  }

  private boolean sign(String sign) {
    space();
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  private boolean word(String word) {
    space();
    int end = at + word.length();
    if (text.startsWith(word, at) && (end >= text.length() || !isNamePart(text.charAt(end)))) {
      at = end;
      return true;
    }
    return false;
  }

  private void require(String sign) {
    if (!sign(sign)) {
      throw new Unknown();
    }
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
