package id.dampingan.form.xlsform;

/// A word of an XPath expression.
///
/// @param text as written, quotes and `${}` included
/// @param start offset in the expression
record Token(Kind kind, String text, int start) {
  enum Kind {
    TEXT,
    NUMBER,
    /// A name, with its prefix: of a node, a function, or an operator such as `div`.
    NAME,
    /// `${name}`
    REFERENCE,
    /// Everything else: `(`, `..`, `!=`.
    SIGN,
    SPACE
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  int end() {
    return start + text.length();
  }
}
