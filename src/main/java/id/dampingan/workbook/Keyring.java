package id.dampingan.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passwords to try on a file, and the one that fitted.
///
/// Trying one is slow on purpose: Excel's encryption hashes it a hundred thousand times.
public final class Keyring {
  private final List<String> passwords;
  private final boolean asked;
  private @Nullable String fitting;

  /// @param passwords tried in this order
  /// @param asked whether a person was asked for one: if none fits, theirs was wrong
  public Keyring(List<String> passwords, boolean asked) {
    this.passwords = List.copyOf(passwords);
    this.asked = asked;
  }

  public List<String> passwords() {
    return passwords;
  }

  boolean isAsked() {
    return asked;
  }

  /// The password that opened the file, null: none did, or it was not locked.
  public @Nullable String fitting() {
    return fitting;
  }

  void fits(String password) {
    fitting = password;
  }
}
