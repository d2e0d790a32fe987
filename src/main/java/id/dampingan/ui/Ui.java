package id.dampingan.ui;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What every screen may ask the window for.
///
/// @param words the language
/// @param navigator goes to other places
/// @param background runs work off the screen's thread
/// @param status the bottom line
/// @param preferences language, theme, size
/// @param files asks people for files
/// @param clock today and now
public record Ui(
    Words words,
    Navigator navigator,
    Background background,
    StatusLine status,
    Preferences preferences,
    FileDialogs files,
    Clock clock) {

  /// A length of the design grid at the present size of text.
  public double px(double length) {
    return length * preferences.sizeProperty().get() / 100;
  }

  public String get(String key, @Nullable Object... arguments) {
    return words.get(key, arguments);
  }

  public String count(String key, long number) {
    return words.count(key, number);
  }

  public String language() {
    return words.language();
  }
}
