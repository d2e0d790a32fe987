package id.dampingan.form.xlsform;

/// An expression does not follow XPath's grammar; the message is the middle of a sentence.
final class SyntaxFault extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxFault(String message) {
    super(message);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
