package id.dampingan.store;

import java.util.Locale;

/// The code that is printed when a workspace is made: 100 random bits as five groups of four
/// characters that cannot be mistaken for each other.
final class RecoveryCode {
  /// Crockford's alphabet: no I, L, O, U.
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int CHARACTERS = 20;
  private static final int GROUP = 4;

  private RecoveryCode() {}

  /// A new code, as it is printed.
  static String fresh() {
    byte[] random = Sealing.random(CHARACTERS);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random[i] & 31));
    }
    return code.toString();
  }

  /// What was typed without what people add, and with the letters that they mistake put right; empty
  /// if it cannot be a code.
  static char[] plain(char[] typed) {
    String code =
        new String(typed)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits =
        code.length() == CHARACTERS && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return fits ? code.toCharArray() : new char[0];
  }
}
