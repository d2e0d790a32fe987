package id.dampingan.form.xlsform;

import java.util.List;
import java.util.Set;

/// Tells a default that is a value from one that is an expression.
final class Defaults {
  private static final Set<String> WITH_HYPHENS =
      Set.of("date", "dateTime", "geopoint", "geotrace", "geoshape", "time");

  private Defaults() {}

  /// Whether the default is computed; a phone number with a hyphen is a value.
  static boolean isDynamic(String text, String type) {
    if (text.contains("${")) {
      return true;
    }
    List<Token> tokens;
    try {
      tokens = Lexer.words(text);
      Grammar.check(tokens, (_, _) -> {});
    } catch (SyntaxFault fault) {
      return false;
    }
    boolean call = false;
    boolean operator = false;
    boolean bare = false;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean opens = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
      if (token.kind() == Token.Kind.NAME && opens) {
        call = true;
      } else if (token.kind() == Token.Kind.NAME && at > 0) {
        boolean named = token.isName("div") || token.isName("mod");
        operator |= named;
        bare |= !named && !tokens.get(at - 1).is("/");
      } else if (token.kind() == Token.Kind.NAME) {
        bare = true;
      } else if (token.is("+") || token.is("*") || token.is("|")) {
        operator = true;
      } else if (token.is("-")) {
        boolean sign = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.NUMBER;
        operator |= !sign && !WITH_HYPHENS.contains(type);
      }
    }
    return call || (operator && !bare);
  }
}
