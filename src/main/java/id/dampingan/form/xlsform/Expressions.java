package id.dampingan.form.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the expressions of an XLSForm into XPath: `${name}` becomes a path.
///
/// Inside a repeat that both share the path is relative, so that each row reads its own; elsewhere it
/// is absolute, which the engine widens to all rows. In a predicate `.` is the item, so relative paths
/// start from `current()`.
final class Expressions {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]*)\\}");
  private static final Pattern QUESTION =
      Pattern.compile(
          "\\s*(\\$\\{[^{}]+\\}|(/|(\\.\\.?/)+)?[\\p{L}_][\\p{L}\\p{N}_.\\-]*(/[\\p{L}_][\\p{L}\\p{N}_.\\-]*)*)\\s*");
  private static final Pattern OUTPUT =
      Pattern.compile("(\\$\\{[^{}]*\\})|\\binstance\\(\\s*(?:'[^']*'|\"[^\"]*\")\\s*\\)(?=/)");
  private static final String LAST_SAVED = "last-saved#";

  private final Map<String, List<Item>> byName = new HashMap<>();
  private final Faults faults;
  private final Instances instances;

  Expressions(Item form, Instances instances, Faults faults) {
    this.faults = faults;
    this.instances = instances;
    form.each(item -> {
      if (item.hasNode() && item.parent != null) {
        byName.computeIfAbsent(item.name, _ -> new ArrayList<>()).add(item);
      }
    });
  }

  /// How relative paths are written.
  enum Place {
    /// In a bind or an action of the item.
    NODE,
    /// In the predicate of the item's own choices.
    FILTER,
    /// Where the engine takes absolute paths only.
    ABSOLUTE
  }

  /// The expression as XPath; faults are told, and then the text is of no use.
  String resolve(String expression, Item context, Row row, String column, Place place) {
    return resolve(expression, context, row, column, place, null);
  }

  /// As above, for choices that are rows of a repeat: its questions are read from the row.
  ///
  /// @param rows the repeat whose rows are the choices
  String resolve(
      String expression, Item context, Row row, String column, Place place, @Nullable Item rows) {
    String rewritten = expression;
    try {
      Pulldata pulldata = new Pulldata(instances, row, column);
      rewritten = pulldata.rewrite(expression);
      List<Token> tokens = Lexer.words(rewritten);
      Grammar.check(tokens, (name, count) -> checkFunction(name, count, row, column));
      checkInstances(tokens, row, column);
      checkChoiceNames(tokens, row, column);
      return replace(tokens, context, row, column, place, rows);
    } catch (SyntaxFault fault) {
      faults.add(
          row,
          column,
          "bad_expression",
          "The expression '" + shorten(expression) + "' cannot be read: " + fault.text() + ".",
          "Correct the expression in this cell.");
      return "";
    }
  }

  private String replace(
      List<Token> tokens, Item context, Row row, String column, Place place, @Nullable Item rows) {
    StringBuilder out = new StringBuilder();
    // As pyxform has it: outside lists a predicate's path is read from what is filtered.
    boolean ofList = tokens.stream().anyMatch(token -> token.isName("instance"));
    int predicates = 0;
    Deque<Call> calls = new ArrayDeque<>();
    Token before = null;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is("[")) {
        predicates++;
      } else if (token.is("]")) {
        predicates--;
      } else if (token.is("(")) {
        boolean indexed = before != null && before.isName("indexed-repeat");
        calls.push(new Call(indexed));
      } else if (token.is(")") && !calls.isEmpty()) {
        calls.pop();
      } else if (token.is(",") && !calls.isEmpty()) {
        calls.element().argument++;
      }
      if (token.kind() == Token.Kind.REFERENCE) {
        boolean absolute =
            place == Place.ABSOLUTE || (!calls.isEmpty() && calls.element().takesPath());
        boolean current = place == Place.FILTER || (ofList && predicates > 0);
        String path = path(token.text(), context, row, column, absolute, current, rows);
        boolean glued = before != null && (before.is("/") || before.is("//"));
        out.append(glued ? path : " " + path + " ");
        // A step after the reference must touch it.
        if (at + 1 < tokens.size() && (tokens.get(at + 1).is("/") || tokens.get(at + 1).is("["))) {
          out.setLength(out.length() - (glued ? 0 : 1));
        }
      } else if (token.kind() == Token.Kind.TEXT && token.text().contains("${")) {
        out.append(quoted(token.text(), context, row, column, place));
      } else {
        out.append(token.text());
      }
      if (token.kind() != Token.Kind.SPACE) {
        before = token;
      }
    }
    return out.toString().strip();
  }

  /// A path in quotes, as `jr:choice-name(${a}, '${a}')` wants it.
  private String quoted(String text, Item context, Row row, String column, Place place) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String path =
          path(matcher.group(), context, row, column, place == Place.ABSOLUTE, false, null);
      matcher.appendReplacement(out, Matcher.quoteReplacement(path));
    }
    return matcher.appendTail(out).toString();
  }

  private static final class Call {
    private final boolean indexedRepeat;
    private int argument;

    Call(boolean indexedRepeat) {
      this.indexedRepeat = indexedRepeat;
    }

    /// `indexed-repeat(question, repeat, index, …)` wants its paths whole.
    boolean takesPath() {
      return indexedRepeat && (argument == 0 || argument % 2 == 1);
    }
  }

  /// The path from the context to what a `${name}` names.
  private String path(
      String reference,
      Item context,
      Row row,
      String column,
      boolean absolute,
      boolean predicate,
      @Nullable Item rows) {
    String name = reference.substring(2, reference.length() - 1).strip();
    boolean lastSaved = name.startsWith(LAST_SAVED);
    Item target = find(lastSaved ? name.substring(LAST_SAVED.length()) : name, row, column);
    if (target == null) {
      return "''";
    }
    if (lastSaved) {
      instances.declare(Instances.LAST_SAVED, "jr://instance/last-saved", row, column);
      return "instance('" + Instances.LAST_SAVED + "')" + target.path();
    }
    if (rows != null && target.lineage().contains(rows) && target != rows) {
      return "." + target.path().substring(rows.path().length());
    }
    if (absolute) {
      return target.path();
    }
    String relative = relative(context, target);
    return relative.isEmpty() ? target.path() : predicate ? "current()/" + relative : relative;
  }

  /// The relative path if both stand in one repeat, else the empty text.
  static String relative(Item context, Item target) {
    List<Item> from = context.lineage();
    List<Item> to = target.lineage();
    int shared = 0;
    boolean inRepeat = false;
    while (shared < from.size() && shared < to.size() - 1 && from.get(shared) == to.get(shared)) {
      inRepeat |= from.get(shared).kind == Item.Kind.REPEAT;
      shared++;
    }
    if (!inRepeat) {
      return "";
    }
    StringBuilder path = new StringBuilder("../".repeat(from.size() - shared));
    if (path.isEmpty()) {
      path.append("./");
    }
    for (Item step : to.subList(shared, to.size())) {
      path.append(step.name).append('/');
    }
    path.setLength(path.length() - 1);
    return path.toString();
  }

  /// What is so named, or null, and the fault is told.
  @Nullable Item find(String name, Row row, String column) {
    List<Item> found = byName.getOrDefault(name, List.of());
    if (found.isEmpty()) {
      faults.add(
          row,
          column,
          "unknown_reference",
          "'${"
              + name
              + "}' names no question of the survey sheet."
              + Words.suggestion(name, byName.keySet()),
          "Correct the name, or add a question with this name.");
      return null;
    }
    if (found.size() > 1) {
      faults.add(
          row,
          column,
          "ambiguous_reference",
          "'${"
              + name
              + "}' names "
              + found.size()
              + " questions (rows "
              + String.join(", ", found.stream().map(item -> "" + item.row.number()).toList())
              + ").",
          "Give them different names.");
      return null;
    }
    return found.getFirst();
  }

  /// A text for people: its plain parts and, between them, paths to be shown by `<output>`.
  ///
  /// Besides `${name}` a lookup such as `instance('desa')/root/item[name = ${desa}]/label` is shown,
  /// which ends at the first space outside its brackets.
  ///
  /// @return alternately text and path, starting with a text
  List<String> outputs(String text, Item context, Row row, String column, Place place) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = OUTPUT.matcher(text);
    int end = 0;
    while (matcher.find(end)) {
      boolean lookup = matcher.group(1) == null;
      int after = lookup ? lookupEnd(text, matcher.end()) : matcher.end();
      String shown = text.substring(matcher.start(), after);
      parts.add(text.substring(end, matcher.start()));
      parts.add(
          lookup
              ? resolve(shown, context, row, column, place)
              : path(shown, context, row, column, place == Place.ABSOLUTE, false, null));
      end = after;
    }
    String rest = text.substring(end);
    if (rest.contains("${")) {
      faults.add(
          row,
          column,
          "bad_reference",
          "A reference in '" + shorten(text) + "' is not closed.",
          "Write '${', the name of a question, and '}'.");
    }
    parts.add(rest);
    return parts;
  }

  /// Where the path after `instance('…')` ends.
  private static int lookupEnd(String text, int from) {
    int at = from;
    int depth = 0;
    char quote = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (depth > 0 && (letter == '\'' || letter == '"')) {
        quote = letter;
      } else if (letter == '[') {
        depth++;
      } else if (letter == ']') {
        depth--;
      } else if (depth == 0 && !Character.isLetterOrDigit(letter) && "/._-@*".indexOf(letter) < 0) {
        break;
      }
      at++;
    }
    // A full stop ends the sentence, not the path.
    return at > from && text.charAt(at - 1) == '.' ? at - 1 : at;
  }

  /// A plain text with paths in the place of its `${name}`, such as an attribute of the body.
  String substituted(String text, Item context, Row row, String column) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      String path = path(matcher.group(), context, row, column, false, false, null);
      matcher.appendReplacement(out, Matcher.quoteReplacement(path));
    }
    return matcher.appendTail(out).toString();
  }

  /// The names that an expression refers to, `last-saved` excluded.
  static Set<String> names(String expression) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = REFERENCE.matcher(expression);
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (!name.startsWith(LAST_SAVED)) {
        names.add(name);
      }
    }
    return names;
  }

  /// What is so named if it is one thing; tells no fault.
  @Nullable Item known(String name) {
    List<Item> found = byName.getOrDefault(name, List.of());
    return found.size() == 1 ? found.getFirst() : null;
  }

  private void checkFunction(String name, int count, Row row, String column) {
    if (!Functions.KNOWN.contains(name)) {
      faults.add(
          row,
          column,
          "unknown_function",
          "The function '" + name + "()' is unknown." + Words.suggestion(name, Functions.KNOWN),
          "Correct the name of the function.");
    } else if (!Functions.takes(name, count)) {
      faults.add(
          row,
          column,
          "wrong_arguments",
          "The function '"
              + name
              + "()' does not take "
              + count
              + " argument"
              + (count == 1 ? "" : "s")
              + ".",
          "Correct the number of its arguments.");
    }
  }

  private void checkInstances(List<Token> words, Row row, String column) {
    List<Token> tokens = words.stream().filter(word -> word.kind() != Token.Kind.SPACE).toList();
    for (int at = 0; at + 2 < tokens.size(); at++) {
      if (tokens.get(at).isName("instance")
          && tokens.get(at + 1).is("(")
          && tokens.get(at + 2).kind() == Token.Kind.TEXT) {
        String quoted = tokens.get(at + 2).text();
        String id = quoted.substring(1, quoted.length() - 1);
        if (!instances.has(id) && !id.equals(Instances.LAST_SAVED)) {
          faults.add(
              row,
              column,
              "unknown_instance",
              "instance('"
                  + id
                  + "') names no list of this form."
                  + Words.suggestion(id, instances.ids()),
              "Correct the name, or add a question of type csv-external with this name.");
        }
      }
    }
  }

  /// `jr:choice-name(${a}, '${a}')` wants the question in quotes, or the engine looks for one that is
  /// named like the answer.
  private void checkChoiceNames(List<Token> words, Row row, String column) {
    List<Token> tokens = words.stream().filter(word -> word.kind() != Token.Kind.SPACE).toList();
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).isName("jr:choice-name")) {
        int argument = second(tokens, at + 1);
        boolean alone = argument + 1 < tokens.size() && tokens.get(argument + 1).is(")");
        if (alone && !namesQuestion(tokens.get(argument))) {
          faults.add(
              row,
              column,
              "bad_choice_name",
              "The second argument of jr:choice-name() is no question in quotes: "
                  + tokens.get(argument).text()
                  + ".",
              "Write for example jr:choice-name(${desa}, '${desa}').");
        }
      }
    }
  }

  /// Where the second argument of a call begins.
  private static int second(List<Token> tokens, int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is("(") || token.is("[")) {
        depth++;
      } else if (token.is(")") || token.is("]")) {
        depth--;
      } else if (depth == 1 && token.is(",")) {
        return at + 1;
      }
    }
    return tokens.size();
  }

  private static boolean namesQuestion(Token token) {
    return switch (token.kind()) {
      case TEXT -> QUESTION.matcher(token.text().substring(1, token.text().length() - 1)).matches();
      case REFERENCE, NUMBER -> false;
      default -> true;
    };
  }

  private static String shorten(String text) {
    return text.length() > 120 ? text.substring(0, 117) + "..." : text;
  }
}
