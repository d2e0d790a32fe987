package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;

/// Rewrites `pulldata(file, get, key, value)`, which only ODK Collect knows, as a lookup in a list.
final class Pulldata {
  private final Instances instances;
  private final Row row;
  private final String column;

  Pulldata(Instances instances, Row row, String column) {
    this.instances = instances;
    this.row = row;
    this.column = column;
  }

  /// The expression without `pulldata`.
  String rewrite(String expression) throws SyntaxFault {
    String rewritten = expression;
    while (rewritten.contains("pulldata")) {
      String next = rewriteFirst(rewritten);
      if (next.equals(rewritten)) {
        break;
      }
      rewritten = next;
    }
    return rewritten;
  }

  private String rewriteFirst(String expression) throws SyntaxFault {
    List<Token> tokens = Lexer.words(expression);
    for (int at = 0; at < tokens.size(); at++) {
      int open = next(tokens, at + 1);
      if (tokens.get(at).isName("pulldata") && open < tokens.size() && tokens.get(open).is("(")) {
        List<List<Token>> arguments = new ArrayList<>();
        int close = arguments(tokens, open, arguments);
        String lookup = lookup(arguments);
        return expression.substring(0, tokens.get(at).start())
            + lookup
            + expression.substring(tokens.get(close).end());
      }
    }
    return expression;
  }

  private String lookup(List<List<Token>> arguments) throws SyntaxFault {
    if (arguments.size() != 4) {
      throw new SyntaxFault("pulldata() takes four arguments: list, column, key column, key");
    }
    String list = literal(arguments.get(0)).replaceFirst("\\.csv$", "");
    String get = literal(arguments.get(1));
    String key = literal(arguments.get(2));
    instances.declareFile(list, "csv", row, column);
    return "instance('"
        + list
        + "')/root/item["
        + key
        + " = ("
        + moved(arguments.get(3))
        + ")]/"
        + get;
  }

  /// The key in the predicate: there `.` is the item, so that paths must start from `current()`.
  private static String moved(List<Token> key) {
    StringBuilder out = new StringBuilder();
    Token before = null;
    for (Token token : key) {
      boolean starts = token.is(".") || token.is("..");
      if (starts && (before == null || !before.is("/"))) {
        out.append("current()/");
      }
      out.append(token.text());
      if (token.kind() != Token.Kind.SPACE) {
        before = token;
      }
    }
    return out.toString().strip();
  }

  private static String literal(List<Token> argument) throws SyntaxFault {
    List<Token> words = argument.stream().filter(word -> word.kind() != Token.Kind.SPACE).toList();
    if (words.size() != 1 || words.getFirst().kind() != Token.Kind.TEXT) {
      throw new SyntaxFault("the first three arguments of pulldata() must be names in quotes");
    }
    String text = words.getFirst().text();
    return text.substring(1, text.length() - 1).strip();
  }

  private static int arguments(List<Token> tokens, int open, List<List<Token>> arguments)
      throws SyntaxFault {
    int depth = 0;
    List<Token> current = new ArrayList<>();
    for (int at = open; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is("(") || token.is("[")) {
        depth++;
      } else if (token.is(")") || token.is("]")) {
        depth--;
      }
      if (depth == 0) {
        arguments.add(current);
        return at;
      }
      if (depth == 1 && token.is(",")) {
        arguments.add(current);
        current = new ArrayList<>();
      } else if (at > open) {
        current.add(token);
      }
    }
    throw new SyntaxFault("a ')' of pulldata() is missing");
  }

  private static int next(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.SPACE) {
      at++;
    }
    return at;
  }
}
