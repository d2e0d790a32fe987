package id.dampingan.sheet;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The workbook's own words in a language.
final class Words {
  static final List<String> LANGUAGES = List.of("id", "en");

  private final ResourceBundle bundle;
  private final String language;

  private Words(String language) {
    this.language = LANGUAGES.contains(language) ? language : "id";
    this.bundle =
        ResourceBundle.getBundle(
            "id.dampingan.sheet.words",
            Locale.of(this.language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words in(String language) {
    return new Words(language);
  }

  String language() {
    return language;
  }

  String get(String key) {
    return bundle.getString(key);
  }

  /// The word with its blanks filled.
  String get(String key, Object... arguments) {
    return new MessageFormat(get(key), Locale.of(language)).format(arguments);
  }

  /// The label of a system column or of one of its values.
  String system(String name) {
    try {
      return get("system" + name);
    } catch (MissingResourceException _) {
      return name;
    }
  }
}
