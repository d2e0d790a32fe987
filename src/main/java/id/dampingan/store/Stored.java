package id.dampingan.store;

import id.dampingan.submission.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON that this package wrote itself.
final class Stored {
  private Stored() {}

  @SuppressWarnings("unchecked") // written by this package as an object
  static Map<String, Object> map(String json) {
    if (Json.read(json) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalStateException("no JSON object is stored: " + json);
  }

  /// A member that is always there.
  static Object need(Map<?, ?> json, String name) {
    Object value = json.get(name);
    if (value == null) {
      throw new IllegalStateException("what is stored has no " + name);
    }
    return value;
  }

  static String text(Map<?, ?> json, String name) {
    return (String) need(json, name);
  }

  /// Adds the texts of a JSON object, none if there is none.
  static void addTexts(@Nullable String json, Map<String, String> to) {
    if (json != null) {
      map(json).forEach((key, value) -> to.put(key, (String) value));
    }
  }

  /// An inner object's texts, in their order.
  static Map<String, String> texts(@Nullable Object object) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put((String) key, (String) value));
    }
    return texts;
  }
}
