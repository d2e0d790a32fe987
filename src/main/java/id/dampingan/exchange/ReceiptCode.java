package id.dampingan.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The ten characters that say, in a message or over the telephone, that a workbook arrived.
///
/// The first tells how (rows or photos missing, up to seven rows waiting), eight are a keyed digest
/// of the workbook and of that, the last one checks the others: one wrong character is noticed. The
/// alphabet is Crockford's, so that nothing is lost by reading O for 0, or I or L for 1.
///
/// @param text ten characters of the alphabet
public record ReceiptCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int MOST_WAITING = 7;

  /// Of a workbook whose sender could read none.
  static final ReceiptCode NONE = new ReceiptCode("");

  /// What arrived.
  ///
  /// @param waiting how many rows wait; from 7 on it is 7
  public record Arrival(int waiting, boolean rowsMissing, boolean photosMissing) {
    public Arrival {
      waiting = Math.min(waiting, MOST_WAITING);
    }

    private int bits() {
      return waiting + (rowsMissing ? 8 : 0) + (photosMissing ? 16 : 0);
    }
  }

  /// @param role the letter of the receiving workspace's role
  /// @param rows how many rows the workbook says it has
  /// @param photos how many photos it says went along
  static ReceiptCode of(
      String key, String workbook, String role, int rows, int photos, Arrival arrival) {
    String said = workbook + "\n" + role + "\n" + rows + "\n" + photos + "\n" + arrival.bits();
    StringBuilder code = new StringBuilder();
    code.append(ALPHABET.charAt(arrival.bits()));
    byte[] digest = digest(key, said);
    long bits = 0;
    for (int i = 0; i < 5; i++) {
      bits = bits << 8 | (digest[i] & 0xff);
    }
    for (int shift = 35; shift >= 0; shift -= 5) {
      code.append(ALPHABET.charAt((int) (bits >> shift & 31)));
    }
    return new ReceiptCode(code.append(ALPHABET.charAt(check(code))).toString());
  }

  private static byte[] digest(String key, String said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /// Luhn's check character for 32 letters: every second one doubled, its two digits added.
  private static int check(CharSequence code) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      int counted = i % 2 == 0 ? 2 * value / 32 + 2 * value % 32 : value;
      sum += counted;
    }
    return (32 - sum % 32) % 32;
  }

  /// What somebody typed, with spaces, dashes and small letters; empty if it is mistyped.
  public static Optional<ReceiptCode> typed(String typed) {
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits =
        code.length() == LENGTH
            && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && ALPHABET.indexOf(code.charAt(LENGTH - 1)) == check(code);
    return fits ? Optional.of(new ReceiptCode(code)) : Optional.empty();
  }

  /// What it says, if it is the code of the workbook.
  Arrival arrival() {
    int bits = ALPHABET.indexOf(text.charAt(0));
    return new Arrival(bits & MOST_WAITING, (bits & 8) != 0, (bits & 16) != 0);
  }

  /// As people read it: `K7M2A-9QTX4`.
  @Override
  public String toString() {
    return text.isEmpty() ? "" : text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
  }
}
