package id.dampingan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The translations of a form, written once into its model.
final class Itext {
  private static final Map<String, String> FOLDERS =
      Map.of("image", "images", "big-image", "images", "audio", "audio", "video", "video");

  /// pyxform's text where a translation is missing.
  private static final String MISSING = "-";

  private final Languages languages;
  private final Expressions expressions;

  /// By language, by id: the values.
  private final Map<String, Map<String, Element>> texts = new LinkedHashMap<>();

  Itext(Languages languages, Expressions expressions) {
    this.languages = languages;
    this.expressions = expressions;
    languages.names().forEach(name -> texts.put(name, new LinkedHashMap<>()));
  }

  /// Adds texts under an id.
  ///
  /// @param form such as `guidance` or `image`, empty for the text itself
  void put(
      String id,
      String form,
      Map<String, String> byLanguage,
      Item context,
      Row row,
      String column,
      Expressions.Place place) {
    languages
        .complete(byLanguage, FOLDERS.containsKey(form) ? "" : MISSING)
        .forEach((language, text) -> {
          Element value = new Element("value").setIfAny("form", form);
          String shown = FOLDERS.containsKey(form) ? address(form, text) : text;
          write(value, shown, context, row, column, place);
          texts
              .computeIfAbsent(language, _ -> new LinkedHashMap<>())
              .computeIfAbsent(id, key -> new Element("text").set("id", key))
              .add(value);
        });
  }

  /// Writes a text with its `${}` as outputs.
  void write(
      Element into, String text, Item context, Row row, String column, Expressions.Place place) {
    List<String> parts = expressions.outputs(text, context, row, column, place);
    for (int at = 0; at < parts.size(); at++) {
      if (at % 2 == 0) {
        into.text(parts.get(at));
      } else {
        into.add(new Element("output").set("value", parts.get(at)));
      }
    }
  }

  private static String address(String form, String file) {
    return file.startsWith("jr://") ? file : "jr://" + FOLDERS.get(form) + "/" + file;
  }

  boolean isEmpty() {
    return texts.values().stream().allMatch(Map::isEmpty);
  }

  Element element() {
    Element itext = new Element("itext");
    texts.forEach((language, byId) -> {
      Element translation = new Element("translation").set("lang", language);
      if (language.equals(languages.marked())) {
        translation.set("default", "true()");
      }
      byId.values().forEach(translation::add);
      itext.add(translation);
    });
    return itext;
  }
}
