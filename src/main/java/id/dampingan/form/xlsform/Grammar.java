package id.dampingan.form.xlsform;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Checks an expression against XPath 1.0's grammar, a `${name}` standing for a path.
///
/// The engine would refuse a wrong expression too, but without the row; and some only when asked.
final class Grammar {
  private static final Set<String> OPERATORS =
      Set.of("or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "|");
  private static final Set<String> AXES =
      Set.of(
          "child",
          "parent",
          "self",
          "ancestor",
          "ancestor-or-self",
          "attribute",
          "descendant",
          "descendant-or-self",
          "following",
          "following-sibling",
          "preceding",
          "preceding-sibling",
          "namespace");
  private static final int DEEPEST = 200;

  private final List<Token> tokens;
  private final BiConsumer<String, Integer> functions;
  private int at;
  private int depth;

  private Grammar(List<Token> tokens, BiConsumer<String, Integer> functions) {
    this.tokens = tokens;
    this.functions = functions;
  }

  /// Checks the words.
  ///
  /// @param functions is told each function called, with the number of its arguments
  static void check(List<Token> words, BiConsumer<String, Integer> functions) throws SyntaxFault {
    List<Token> tokens = words.stream().filter(word -> word.kind() != Token.Kind.SPACE).toList();
    if (tokens.isEmpty()) {
      throw new SyntaxFault("it is empty");
    }
    Grammar grammar = new Grammar(tokens, functions);
    grammar.expression();
    if (grammar.at < tokens.size()) {
      Token left = tokens.get(grammar.at);
      throw new SyntaxFault(
          left.is(")") || left.is("]")
              ? "there is a '" + left.text() + "' too many"
              : "an operator is missing before '" + left.text() + "'");
    }
  }

  private void expression() throws SyntaxFault {
    if (++depth > DEEPEST) {
      throw new SyntaxFault("it is nested too deeply");
    }
    operand();
    while (at < tokens.size() && OPERATORS.contains(tokens.get(at).text()) && isOperator()) {
      at++;
      operand();
    }
    depth--;
  }

  private boolean isOperator() {
    Token.Kind kind = tokens.get(at).kind();
    return kind == Token.Kind.SIGN || kind == Token.Kind.NAME;
  }

  private void operand() throws SyntaxFault {
    while (sees("-")) {
      at++;
    }
    if (at >= tokens.size()) {
      throw new SyntaxFault(
          "something is missing after '" + tokens.getLast().text() + "' at its end");
    }
    Token token = tokens.get(at);
    boolean call =
        token.kind() == Token.Kind.NAME
            && at + 1 < tokens.size()
            && tokens.get(at + 1).is("(")
            && !token.text().equals("node")
            && !token.text().equals("text");
    if (token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.NUMBER) {
      if (token.kind() == Token.Kind.NUMBER
          && token.text().chars().filter(c -> c == '.').count() > 1) {
        throw new SyntaxFault("'" + token.text() + "' is no number");
      }
      at++;
      filters();
    } else if (token.is("(")) {
      at++;
      expression();
      expect(")");
      filters();
      steps();
    } else if (call) {
      at += 2;
      functions.accept(token.text(), arguments());
      filters();
      steps();
    } else if (token.kind() == Token.Kind.REFERENCE) {
      at++;
      filters();
      steps();
    } else {
      path();
    }
  }

  private int arguments() throws SyntaxFault {
    int count = 0;
    if (!sees(")")) {
      expression();
      count++;
      while (sees(",")) {
        at++;
        expression();
        count++;
      }
    }
    expect(")");
    return count;
  }

  private void path() throws SyntaxFault {
    if (sees("/")) {
      at++;
      if (at >= tokens.size() || !startsStep()) {
        throw new SyntaxFault("a '/' alone names no question");
      }
      step();
    } else if (sees("//")) {
      at++;
      step();
    } else {
      step();
    }
    steps();
  }

  private void steps() throws SyntaxFault {
    while (sees("/") || sees("//")) {
      at++;
      step();
    }
  }

  private boolean startsStep() {
    Token token = tokens.get(at);
    return token.kind() == Token.Kind.NAME
        || token.is("*")
        || token.is("@")
        || token.is(".")
        || token.is("..");
  }

  private void step() throws SyntaxFault {
    if (at >= tokens.size()) {
      throw new SyntaxFault("the path is not finished at its end");
    }
    Token token = tokens.get(at);
    if (token.is(".") || token.is("..")) {
      at++;
      filters();
      return;
    }
    if (token.is("@")) {
      at++;
    } else if (token.kind() == Token.Kind.NAME
        && AXES.contains(token.text())
        && at + 1 < tokens.size()
        && tokens.get(at + 1).is("::")) {
      at += 2;
    }
    Token name = at < tokens.size() ? tokens.get(at) : token;
    if (name.kind() != Token.Kind.NAME && !name.is("*")) {
      throw new SyntaxFault("'" + name.text() + "' cannot stand here");
    }
    at++;
    if ((name.text().equals("node") || name.text().equals("text")) && sees("(")) {
      at++;
      expect(")");
    }
    filters();
  }

  private void filters() throws SyntaxFault {
    while (sees("[")) {
      at++;
      expression();
      expect("]");
    }
  }

  private boolean sees(String sign) {
    return at < tokens.size() && tokens.get(at).is(sign);
  }

  private void expect(String sign) throws SyntaxFault {
    if (!sees(sign)) {
      throw new SyntaxFault(
          at < tokens.size()
              ? "'" + sign + "' is missing before '" + tokens.get(at).text() + "'"
              : "a '" + sign + "' is missing at its end");
    }
    at++;
  }
}
