package id.dampingan.ui.start;

import java.util.Locale;
import java.util.Set;

/// How hard a password is to guess, honestly: length counts most, repetition and common words
/// little.
final class PasswordStrength {
  /// Shortest password that is accepted.
  static final int SHORTEST = 8;

  private static final Set<String> COMMON =
      Set.of(
          "password",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyui",
          "rahasia",
          "bismillah",
          "indonesia",
          "sandi",
          "katasandi",
          "blora",
          "bappeda",
          "dampingan",
          "admin",
          "petugas",
          "sayang",
          "kabupaten",
          "mustika");

  private PasswordStrength() {}

  /// 0 nothing, 1 weak, 2 fair, 3 good, 4 strong.
  static int of(String password) {
    if (password.isEmpty()) {
      return 0;
    }
    double bits = distinctWeight(password) * Math.log(alphabet(password)) / Math.log(2);
    String lower = password.toLowerCase(Locale.ROOT);
    for (String word : COMMON) {
      if (lower.contains(word)) {
        bits -= word.length() * 4.0;
      }
    }
    if (password.length() < SHORTEST || bits < 36) {
      return 1;
    }
    return bits < 52 ? 2 : bits < 72 ? 3 : 4;
  }

  /// The length, where a letter that continues a run (aaa, abc, 123) counts a quarter.
  private static double distinctWeight(String password) {
    double weight = 1;
    for (int i = 1; i < password.length(); i++) {
      int step = password.charAt(i) - password.charAt(i - 1);
      weight += step >= -1 && step <= 1 ? 0.25 : 1;
    }
    return weight;
  }

  private static int alphabet(String password) {
    int size = 0;
    size += password.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
    size += password.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
    size += password.chars().anyMatch(Character::isDigit) ? 10 : 0;
    size += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
    return Math.max(size, 2);
  }
}
