package id.dampingan.submission;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes JSON exactly as Python's
/// `json.dumps(x, sort_keys=True, ensure_ascii=False, separators=(',',':'))`, keys by code point.
///
/// Hashes are taken over this text (MERGE 1), so that another program can compute them.
public final class CanonicalJson {
  private CanonicalJson() {}

  /// @param value nested lists, maps with text keys, texts, integers, booleans and nulls
  /// @throws IllegalArgumentException for any other type
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case CharSequence text -> string(text, out);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case Boolean truth -> out.append(truth.booleanValue());
      case List<?> list -> {
        out.append('[');
        String separator = "";
        for (Object element : list) {
          out.append(separator);
          separator = ",";
          write(element, out);
        }
        out.append(']');
      }
      case Map<?, ?> map -> {
        out.append('{');
        String separator = "";
        for (var entry : sorted(map).entrySet()) {
          out.append(separator);
          separator = ",";
          string((String) entry.getKey(), out);
          out.append(':');
          write(entry.getValue(), out);
        }
        out.append('}');
      }
      default -> throw new IllegalArgumentException("no canonical JSON: " + value.getClass());
    }
  }

  private static Map<?, ?> sorted(Map<?, ?> map) {
    if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() == CodePoints.ORDER) {
      return sorted;
    }
    Map<String, @Nullable Object> sorted = new TreeMap<>(CodePoints.ORDER);
    map.forEach((key, element) -> sorted.put((String) key, element));
    return sorted;
  }

  /// Appends one text in quotes, escaped as Python does: `"`, `\` and control characters only.
  public static void string(CharSequence text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\') {
        continue;
      }
      out.append(text, from, i);
      from = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        }
      }
    }
    out.append(text, from, text.length()).append('"');
  }
}
