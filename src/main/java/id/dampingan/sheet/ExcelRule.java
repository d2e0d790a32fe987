package id.dampingan.sheet;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A simple condition of a form as a formula of Excel, for colours only: it judges nothing.
///
/// Understood are comparisons of one question with a constant, `selected`, `not`, `and`, `or`;
/// anything else gives no formula.
final class ExcelRule {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\$\\{[^}]+}|/[\\w/.-]+|'[^']*'|\"[^\"]*\"|\\d+(?:\\.\\d+)?|[A-Za-z_][\\w.-]*"
              + "|!=|<=|>=|[=<>(),])\\s*");

  private final Matcher tokens;
  private final Function<String, @Nullable Column> columns;
  private final int row;
  private String token = "";

  /// @param show what the column shows for a code of its list
  /// @param several whether it may hold several codes
  record Column(String letters, Function<String, String> show, boolean several) {}

  private ExcelRule(String expression, Function<String, @Nullable Column> columns, int row) {
    this.tokens = TOKEN.matcher(expression);
    this.columns = columns;
    this.row = row;
  }

  /// The formula for a row, or null if the expression is beyond this class.
  static @Nullable String of(
      String expression, Function<String, @Nullable Column> columns, int row) {
    ExcelRule rule = new ExcelRule(expression, columns, row);
    try {
      rule.next();
      String formula = rule.or();
      return rule.token.isEmpty() && formula.length() < 2000 ? formula : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The question's name in `${name}` or in a path.
  static String name(@Nullable String reference) {
    if (reference == null) {
      return "";
    }
    return reference.startsWith("${")
        ? reference.substring(2, reference.length() - 1).strip()
        : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private void next() {
    if (tokens.hitEnd() || tokens.regionStart() == tokens.regionEnd()) {
      token = "";
      return;
    }
    if (!tokens.lookingAt()) {
      throw new IllegalArgumentException("beyond");
    }
    String found = tokens.group(1);
    token = found == null ? "" : found;
    tokens.region(tokens.end(), tokens.regionEnd());
  }

  private String or() {
    String left = and();
    while (token.equals("or")) {
      next();
      left = "OR(" + left + "," + and() + ")";
    }
    return left;
  }

  private String and() {
    String left = comparison();
    while (token.equals("and")) {
      next();
      left = "AND(" + left + "," + comparison() + ")";
    }
    return left;
  }

  private String comparison() {
    switch (token) {
      case "(" -> {
        next();
        String inner = or();
        take(")");
        return inner;
      }
      case "not" -> {
        next();
        take("(");
        String inner = or();
        take(")");
        return "NOT(" + inner + ")";
      }
      case "selected" -> {
        return selected();
      }
      default -> {
        Column column = column();
        String operator = token;
        if (!Map.of("=", "", "!=", "", "<", "", ">", "", "<=", "", ">=", "")
            .containsKey(operator)) {
          throw new IllegalArgumentException("beyond");
        }
        next();
        return compare(column, operator, constant());
      }
    }
  }

  private String selected() {
    next();
    take("(");
    boolean columnFirst = isReference();
    Column column = columnFirst ? column() : null;
    String codes = columnFirst ? "" : constant();
    take(",");
    if (column == null) {
      column = column();
    } else {
      codes = constant();
    }
    take(")");
    StringBuilder any = new StringBuilder();
    for (String code : columnFirst ? new String[] {codes} : codes.split(" ")) {
      any.append(any.isEmpty() ? "" : ",").append(has(column, code));
    }
    return "OR(" + any + ")";
  }

  private String has(Column column, String code) {
    return column.several()
        ? "ISNUMBER(FIND("
            + quote("; " + column.show().apply(code) + ";")
            + ",\"; \"&"
            + cell(column)
            + "&\";\"))"
        : compare(column, "=", code);
  }

  private String compare(Column column, String operator, String constant) {
    String cell = cell(column);
    if (operator.equals("=") || operator.equals("!=")) {
      String shown = constant.isEmpty() ? "" : column.show().apply(constant);
      return cell + "&\"\"" + (operator.equals("=") ? "=" : "<>") + quote(shown);
    }
    if (!constant.matches("\\d+(\\.\\d+)?")) {
      throw new IllegalArgumentException("beyond");
    }
    return "AND(ISNUMBER(" + cell + ")," + cell + operator + constant + ")";
  }

  private String cell(Column column) {
    return "$" + column.letters() + row;
  }

  private static String quote(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private boolean isReference() {
    return token.startsWith("${") || token.startsWith("/");
  }

  private Column column() {
    Column column = isReference() ? columns.apply(name(token)) : null;
    if (column == null) {
      throw new IllegalArgumentException("beyond");
    }
    next();
    return column;
  }

  private String constant() {
    String constant = token;
    boolean quoted = constant.startsWith("'") || constant.startsWith("\"");
    if (!quoted && (constant.isEmpty() || !Character.isDigit(constant.charAt(0)))) {
      throw new IllegalArgumentException("beyond");
    }
    next();
    return quoted ? constant.substring(1, constant.length() - 1) : constant;
  }

  private void take(String expected) {
    if (!token.equals(expected)) {
      throw new IllegalArgumentException("beyond");
    }
    next();
  }
}
