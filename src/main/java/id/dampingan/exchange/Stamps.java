package id.dampingan.exchange;

import id.dampingan.sheet.HiddenTexts;
import id.dampingan.submission.Json;
import java.util.List;

/// The hidden texts of a row as one text, for keeping a row that waits as it stood.
final class Stamps {
  private Stamps() {}

  static String text(HiddenTexts hidden) {
    return hidden.isBlank()
        ? ""
        : Json.write(
            List.of(
                hidden.uuid(), hidden.version(), hidden.dots(), hidden.conflicts(), hidden.seal()));
  }

  /// @throws IllegalArgumentException if the text was not written here
  static HiddenTexts read(String text) {
    if (text.isEmpty()) {
      return HiddenTexts.NONE;
    }
    if (Json.read(text) instanceof List<?> parts && parts.size() == 5) {
      List<String> texts = parts.stream().map(String::valueOf).toList();
      return new HiddenTexts(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }
    throw new IllegalArgumentException("not the hidden texts of a row");
  }
}
