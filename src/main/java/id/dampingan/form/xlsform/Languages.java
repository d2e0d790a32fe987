package id.dampingan.form.xlsform;

import id.dampingan.submission.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The languages of a form: its own names for them, and their codes.
final class Languages {
  /// pyxform's name for the language of texts without one.
  static final String UNNAMED = "default";

  private static final Pattern CODE =
      Pattern.compile("\\(\\s*([A-Za-z]{2,3}([-_][A-Za-z0-9]+)*)\\s*\\)\\s*$");
  private static final Map<String, String> KNOWN =
      Map.of(
          "indonesia", "id",
          "indonesian", "id",
          "bahasa indonesia", "id",
          "bahasa", "id",
          "english", "en",
          "inggris", "en",
          "jawa", "jv",
          "javanese", "jv");

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final boolean translated;
  private final String marked;

  Languages(Sheets sheets) {
    Set<String> names = new LinkedHashSet<>();
    boolean mixed = false;
    boolean plain = false;
    for (String sheet : List.of("survey", "choices", "external_choices")) {
      List<String> columns = sheets.columns(sheet);
      for (String column : columns) {
        int colons = column.indexOf("::");
        String stem = colons < 0 ? column : column.substring(0, colons);
        if (!Headers.TRANSLATABLE.contains(stem)) {
          continue;
        }
        if (colons < 0) {
          plain = true;
        } else {
          names.add(column.substring(colons + 2));
          mixed |= columns.contains(stem);
        }
      }
    }
    translated = !names.isEmpty();
    String wanted = sheets.setting("default_language");
    marked = wanted.isEmpty() ? UNNAMED : wanted;
    List<String> ordered = new ArrayList<>();
    if (!translated) {
      ordered.add(UNNAMED);
    } else {
      String first = names.iterator().next();
      for (String name : names) {
        if (name.equalsIgnoreCase(wanted) || code(name).equalsIgnoreCase(wanted)) {
          first = name;
        }
      }
      boolean known = first.equalsIgnoreCase(wanted) || code(first).equalsIgnoreCase(wanted);
      if (!known && plain && !wanted.isEmpty()) {
        first = wanted;
      } else if (mixed && wanted.isEmpty()) {
        first = UNNAMED;
      }
      ordered.add(first);
      names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
    }
    for (String name : ordered) {
      String code = code(name);
      codes.put(name, codes.containsValue(code) ? name : code);
    }
  }

  /// The code of a language: what stands in brackets, or what its name is known for.
  static String code(String name) {
    if (name.equals(UNNAMED)) {
      return "";
    }
    Matcher bracketed = CODE.matcher(name);
    if (bracketed.find()) {
      return bracketed.group(1).toLowerCase(Locale.ROOT);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return KNOWN.getOrDefault(lower, lower.matches("[a-z]{2,3}") ? lower : name);
  }

  boolean translated() {
    return translated;
  }

  /// The names, the default first.
  List<String> names() {
    return List.copyOf(codes.keySet());
  }

  List<String> codes() {
    return List.copyOf(codes.values());
  }

  Map<String, String> namesByCode() {
    Map<String, String> names = new LinkedHashMap<>();
    codes.forEach((name, code) -> names.put(code, name));
    return names;
  }

  /// The name of the language that the XForm marks as its default; maybe none of it.
  String marked() {
    return marked;
  }

  String defaultName() {
    return names().getFirst();
  }

  /// A text for every language.
  ///
  /// @param missing what stands where a language has none; empty if nothing shall stand there
  Map<String, String> complete(Map<String, String> texts, String missing) {
    Map<String, String> own = named(texts);
    Map<String, String> complete = new LinkedHashMap<>();
    if (own.isEmpty()) {
      return complete;
    }
    for (String name : codes.keySet()) {
      String text = own.getOrDefault(name, missing);
      if (!text.isEmpty()) {
        complete.put(name, text);
      }
    }
    return complete;
  }

  /// Texts by code, the default first, as the sheet has them.
  Localized localized(Map<String, String> texts) {
    Map<String, String> own = named(texts);
    Map<String, String> byCode = new LinkedHashMap<>();
    codes.forEach((name, code) -> {
      String text = own.get(name);
      if (text != null) {
        byCode.put(code, text);
      }
    });
    return byCode.isEmpty() ? Localized.EMPTY : new Localized(byCode);
  }

  /// A text without a language belongs to the default one.
  private Map<String, String> named(Map<String, String> texts) {
    Map<String, String> named = new LinkedHashMap<>();
    String plain = texts.get("");
    if (plain != null) {
      named.put(defaultName(), plain);
    }
    texts.forEach((name, text) -> {
      if (!name.isEmpty()) {
        named.put(name, text);
      }
    });
    return named;
  }
}
