package id.dampingan.submission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A text in several languages, by language code (`id`, `en`), the default first.
///
/// @param texts by language code; the empty code stands for a text without a language
public record Localized(Map<String, String> texts) {
  public static final Localized EMPTY = new Localized(Map.of());

  public Localized {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  public static Localized of(String text) {
    return new Localized(Map.of("", text));
  }

  /// The text in this language, else in the default one, else the empty text.
  public String in(String language) {
    String text = texts.get(language);
    if (text != null) {
      return text;
    }
    return texts.isEmpty() ? "" : texts.values().iterator().next();
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }
}
