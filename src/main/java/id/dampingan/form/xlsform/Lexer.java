package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into words; a `${name}` is one word.
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String text) {
    this.text = text;
  }

  /// All words, spaces included, so that joined they are the expression again.
  ///
  /// @throws SyntaxFault if a quote or a reference is not closed, or a letter belongs nowhere
  static List<Token> words(String expression) throws SyntaxFault {
    Lexer lexer = new Lexer(expression);
    int at = 0;
    while (at < expression.length()) {
      at = lexer.next(at);
    }
    return lexer.tokens;
  }

  private int next(int at) throws SyntaxFault {
    char letter = text.charAt(at);
    if (Character.isWhitespace(letter)) {
      int end = at;
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      return add(Token.Kind.SPACE, at, end);
    }
    if (letter == '\'' || letter == '"') {
      int end = text.indexOf(letter, at + 1);
      if (end < 0) {
        throw new SyntaxFault("the quote at '" + rest(at) + "' is not closed");
      }
      return add(Token.Kind.TEXT, at, end + 1);
    }
    if (text.startsWith("${", at)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw new SyntaxFault("the reference at '" + rest(at) + "' is not closed");
      }
      return add(Token.Kind.REFERENCE, at, end + 1);
    }
    if (Character.isDigit(letter)
        || (letter == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
      int end = at;
      while (end < text.length()
          && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
        end++;
      }
      return add(Token.Kind.NUMBER, at, end);
    }
    if (Character.isLetter(letter) || letter == '_') {
      return add(Token.Kind.NAME, at, name(at));
    }
    for (String sign : new String[] {"!=", "<=", ">=", "..", "//", "::"}) {
      if (text.startsWith(sign, at)) {
        return add(Token.Kind.SIGN, at, at + 2);
      }
    }
    if ("()[],+-*=<>|/.@$".indexOf(letter) >= 0 && letter != '$') {
      return add(Token.Kind.SIGN, at, at + 1);
    }
    throw new SyntaxFault("'" + letter + "' cannot stand at '" + rest(at) + "'");
  }

  /// The end of a name; a prefix belongs to it, an axis (`child::`) does not.
  private int name(int at) {
    int end = at;
    boolean prefix = false;
    while (end < text.length()) {
      char letter = text.charAt(end);
      boolean colon =
          letter == ':'
              && !prefix
              && end + 1 < text.length()
              && (Character.isLetter(text.charAt(end + 1)) || text.charAt(end + 1) == '_');
      if (colon) {
        prefix = true;
      } else if (!Character.isLetterOrDigit(letter)
          && Character.getType(letter) != Character.NON_SPACING_MARK
          && "_-.".indexOf(letter) < 0) {
        break;
      }
      end++;
    }
    return end;
  }

  private int add(Token.Kind kind, int start, int end) {
    tokens.add(new Token(kind, text.substring(start, end), start));
    return end;
  }

  private String rest(int at) {
    return text.substring(at, Math.min(text.length(), at + 20));
  }
}
