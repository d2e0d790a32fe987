package id.dampingan.report.paper;

/// Text inside a page.
final class Html {
  private Html() {}

  /// The text with its marks escaped.
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
