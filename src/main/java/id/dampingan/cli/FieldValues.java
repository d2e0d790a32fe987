package id.dampingan.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `FIELD=VALUE` words.
final class FieldValues {
  private FieldValues() {}

  /// @throws Failure of usage if a word has no `=`
  static Map<String, String> read(List<String> words, Console console) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw Failure.usage(console.text("values.wrong", word));
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return values;
  }
}
