package id.dampingan.sheet;

import id.dampingan.submission.Missing;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
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

  /// How a cell says why there is no answer: `[Tidak tahu]`.
  String missing(Missing why) {
    return get("missing." + why.code().substring(1));
  }

  /// Why there is no answer, as a cell says it in any language; none if the text is another one.
  static Optional<Missing> missing(String text) {
    if (text.startsWith("#")) {
      return Missing.of(text);
    }
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return Optional.empty();
    }
    for (String language : LANGUAGES) {
      for (Missing why : Missing.values()) {
        if (in(language).missing(why).equalsIgnoreCase(text)) {
          return Optional.of(why);
        }
      }
    }
    return Optional.empty();
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
