package id.dampingan.form;

import java.util.Set;
import java.util.TreeSet;

/// Renames functions in XPath texts and notes those that nobody knows.
final class Functions {
  private static final Set<String> KNOWN =
      Set.of(
          "if",
          "coalesce",
          "indexed-repeat",
          "true",
          "false",
          "boolean",
          "number",
          "int",
          "round",
          "string",
          "date",
          "date-time",
          "decimal-date-time",
          "decimal-time",
          "not",
          "boolean-from-string",
          "format-date",
          "abs",
          "acos",
          "asin",
          "atan",
          "atan2",
          "cos",
          "exp",
          "exp10",
          "log",
          "log10",
          "pi",
          "sin",
          "sqrt",
          "tan",
          "format-date-time",
          "selected",
          "is-selected",
          "count-selected",
          "selected-at",
          "position",
          "count",
          "count-non-empty",
          "sum",
          "max",
          "min",
          "today",
          "now",
          "concat",
          "join",
          "substr",
          "substring-before",
          "substring-after",
          "translate",
          "contains",
          "starts-with",
          "ends-with",
          "string-length",
          "normalize-space",
          "checklist",
          "weighted-checklist",
          "regex",
          "depend",
          "random",
          "once",
          "uuid",
          "version",
          "property",
          "pow",
          "enclosed-area",
          "area",
          "distance",
          "geofence",
          "digest",
          "randomize",
          "base64-decode",
          "extract-signed",
          "instance",
          "current",
          "jr:itext",
          "jr:choice-name",
          "intersects",
          // No functions, but written before a bracket.
          "and",
          "or",
          "div",
          "mod",
          "node",
          "text");

  private final Set<String> unknown = new TreeSet<>();
  private int number;

  Set<String> unknown() {
    return unknown;
  }

  /// The expression with [Surroundings#RENAMED] applied outside its string literals.
  String rename(String expression) {
    if (expression.indexOf('(') < 0) {
      return expression;
    }
    StringBuilder out = new StringBuilder(expression.length() + 32);
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      if (c == '\'' || c == '"') {
        int end = expression.indexOf(c, i + 1);
        end = end < 0 ? expression.length() : end + 1;
        out.append(expression, i, end);
        i = end;
      } else if (Character.isLetter(c) || c == '_') {
        int end = i + 1;
        while (end < expression.length() && isNamePart(expression, end)) {
          end++;
        }
        i = function(expression, i, end, out);
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private int function(String expression, int start, int end, StringBuilder out) {
    String name = expression.substring(start, end);
    int bracket = skipSpace(expression, end);
    if (bracket >= expression.length() || expression.charAt(bracket) != '(') {
      out.append(name);
      return end;
    }
    if (!KNOWN.contains(name)) {
      unknown.add(name + "()");
    }
    String other = Surroundings.RENAMED.get(name);
    if (other == null) {
      out.append(name);
      return end;
    }
    out.append(other).append('(');
    if (Surroundings.NUMBERED.contains(name)) {
      int next = skipSpace(expression, bracket + 1);
      boolean alone = next < expression.length() && expression.charAt(next) == ')';
      out.append(++number).append(alone ? "" : ", ");
    }
    return bracket + 1;
  }

  private static boolean isNamePart(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '-'
        || c == '.'
        || (c == ':' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
