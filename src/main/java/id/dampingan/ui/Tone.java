package id.dampingan.ui;

import java.util.Locale;

/// What a colour means; never alone, always with a word and an icon.
public enum Tone {
  NEUTRAL,
  ACCENT,
  SUCCESS,
  WARNING,
  DANGER;

  /// The style class.
  public String style() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
