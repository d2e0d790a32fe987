package id.dampingan.form;

import id.dampingan.submission.Localized;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.locale.Localizer;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.jspecify.annotations.Nullable;

/// Labels and messages in all languages of the form, with their outputs filled in.
final class Texts {
  private static final Pattern ITEXT = Pattern.compile("\\s*jr:itext\\('([^']*)'\\)\\s*");

  /// What an XForm holds where a translation is missing.
  private static final String MISSING = "-";

  private final FormDef def;
  private final Surroundings surroundings;
  private final List<String> languages;

  /// By language code, then by the text's id.
  private final Map<String, Map<String, String>> texts = new HashMap<>();

  Texts(Form form, FormDef def, Surroundings surroundings) {
    this.def = def;
    this.surroundings = surroundings;
    this.languages = form.languages().isEmpty() ? List.of("") : form.languages();
    Localizer localizer = def.getLocalizer();
    if (localizer != null) {
      List<String> locales = Arrays.asList(localizer.getAvailableLocales());
      for (String code : languages) {
        String name = form.languageNames().getOrDefault(code, code);
        String locale = locales.contains(name) ? name : localizer.getDefaultLocale();
        if (locale != null) {
          texts.put(code, new HashMap<>(localizer.getLocaleMap(locale)));
        }
      }
    }
  }

  /// `jr:itext()` in the language that is asked for at the moment, whatever the engine's locale is.
  void register() {
    Surroundings.add(
        def,
        "jr:itext",
        (arguments, _) -> {
          String text = raw(XPathFuncExpr.toString(arguments[0]), surroundings.language());
          return text == null ? "" : text;
        });
  }

  /// A text of the body: an id, or the words themselves.
  Localized of(@Nullable String id, @Nullable String words, TreeReference context) {
    if (id == null) {
      return words == null || words.isEmpty() ? Localized.EMPTY : filled(code -> words, context);
    }
    return filled(code -> raw(id, code), context);
  }

  /// A text of the body on its own: dots stand where an answer would be filled in.
  Localized unfilled(@Nullable String id, @Nullable String words) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String code : languages) {
      String text = id == null ? words : raw(id, code);
      if (text != null && !text.isEmpty()) {
        found.put(code, text.replaceAll("\\$\\{\\d+}", "…"));
      }
    }
    return found.isEmpty() ? Localized.EMPTY : new Localized(found);
  }

  /// A message of a bind: `jr:itext('…')`, or the words themselves.
  Localized message(@Nullable String message, TreeReference context) {
    if (message == null) {
      return Localized.EMPTY;
    }
    Matcher itext = ITEXT.matcher(message);
    return itext.matches() ? of(itext.group(1), null, context) : of(null, message, context);
  }

  /// The text in this language, else in the first that has it.
  private @Nullable String raw(String id, String language) {
    String text = texts.getOrDefault(language, Map.of()).get(id);
    for (String other : languages) {
      if (text != null && !text.equals(MISSING)) {
        return text;
      }
      text = texts.getOrDefault(other, Map.of()).get(id);
    }
    return text;
  }

  private Localized filled(Words words, TreeReference context) {
    Map<String, String> filled = new LinkedHashMap<>();
    String before = surroundings.language();
    try {
      for (String code : languages) {
        String text = words.in(code);
        if (text != null) {
          surroundings.language(code);
          filled.put(code, fill(text, context));
        }
      }
    } finally {
      surroundings.language(before);
    }
    return filled.isEmpty() ? Localized.EMPTY : new Localized(filled);
  }

  private String fill(String text, TreeReference context) {
    if (!text.contains("${")) {
      return text;
    }
    try {
      return def.fillTemplateString(text, context);
    } catch (RuntimeException _) {
      // A label must not stop the work because an answer in it cannot be computed.
      return text.replaceAll("\\$\\{\\d+}", "…");
    }
  }

  private interface Words {
    @Nullable String in(String language);
  }
}
