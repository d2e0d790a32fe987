package id.dampingan.text;

/// Hides personal numbers from whoever looks over a shoulder.
public final class Masking {
  private Masking() {}

  /// `3316 **** **** **01`: the region and the last two digits stay; shorter numbers show the last
  /// two only.
  public static String number(String digits) {
    if (digits.length() < 5) {
      return "*".repeat(digits.length());
    }
    StringBuilder masked = new StringBuilder();
    int shownFirst = digits.length() >= 12 ? 4 : 0;
    for (int i = 0; i < digits.length(); i++) {
      boolean shown = i < shownFirst || i >= digits.length() - 2;
      masked.append(shown ? digits.charAt(i) : '*');
    }
    return grouped(masked.toString());
  }

  /// In groups of four, with a space between.
  public static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && i % 4 == 0) {
        grouped.append(' ');
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  /// A name with its first letter of each word: `C***** K*****`.
  public static String name(String name) {
    StringBuilder masked = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      masked.append(letter == ' ' || first ? letter : '*');
      first = letter == ' ';
    }
    return masked.toString();
  }
}
