package id.dampingan.ui.mapping;

import id.dampingan.text.Masking;

/// Cells of a stranger's table as they may be shown: nobody knows yet which are persons' numbers.
final class Samples {
  /// A number of so many digits is a NIK or a No KK.
  private static final int LONG = 16;

  private Samples() {}

  static String masked(String said) {
    boolean personal = said.length() >= LONG && said.chars().allMatch(Character::isDigit);
    return personal ? Masking.number(said) : said;
  }
}
