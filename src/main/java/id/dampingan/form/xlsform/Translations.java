package id.dampingan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Warns of columns that one language has and another has not.
///
/// Only headers are compared: an empty cell may be meant, a missing column hardly.
final class Translations {
  private static final Pattern CODE = Pattern.compile("\\((.*)\\)$");
  private static final Set<String> MEDIA = Set.of("image", "big-image", "audio", "video");

  private final Sheets sheets;
  private final Languages languages;
  private final Faults faults;

  Translations(Sheets sheets, Languages languages, Faults faults) {
    this.sheets = sheets;
    this.languages = languages;
    this.faults = faults;
  }

  /// Checks both sheets.
  ///
  /// @param other whether a question asks for an own answer, which has a label in one language only
  void check(boolean other) {
    missing("survey");
    missing("choices");
    codes();
    if (other && languages.translated()) {
      faults.warn(
          "survey",
          0,
          "",
          "untranslated_other",
          "or_other writes its question and its choice in English only.",
          "Add the choice 'other' and a text question by hand, in all languages.");
    }
  }

  private void missing(String sheet) {
    Map<String, Set<String>> byLanguage = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (String column : sheets.columns(sheet)) {
      int colons = column.indexOf("::");
      String stem = colons < 0 ? column : column.substring(0, colons);
      if (Headers.TRANSLATABLE.contains(stem) && !stem.equals("no_app_error_string")) {
        String language = colons < 0 ? Languages.UNNAMED : column.substring(colons + 2);
        String name = MEDIA.contains(stem) ? "media::" + stem : stem;
        byLanguage.computeIfAbsent(language, _ -> new LinkedHashSet<>()).add(name);
        all.add(name);
      }
    }
    if (byLanguage.keySet().equals(Set.of(Languages.UNNAMED))) {
      return;
    }
    byLanguage.forEach((language, columns) -> {
      List<String> lacking = all.stream().filter(name -> !columns.contains(name)).toList();
      if (!lacking.isEmpty()) {
        faults.warn(
            sheet,
            1,
            String.join(", ", lacking),
            "missing_translation",
            "The language '"
                + language
                + "' lacks the "
                + sheet
                + (lacking.size() == 1 ? " column " : " columns ")
                + String.join(", ", lacking)
                + ".",
            "Add the column"
                + (lacking.size() == 1 ? " '" : "s '")
                + String.join("', '", lacking.stream().map(name -> full(name, language)).toList())
                + "'.");
      }
    });
  }

  private static String full(String column, String language) {
    return language.equals(Languages.UNNAMED) ? column : column + "::" + language;
  }

  /// Languages without a code that programs know: two letters of ISO 639-1, or three.
  private void codes() {
    List<String> wrong = new ArrayList<>();
    Set<String> known = Set.of(Locale.getISOLanguages());
    for (String name : languages.names()) {
      Matcher code = CODE.matcher(name);
      boolean good =
          name.equals(Languages.UNNAMED)
              || (code.find()
                  && (known.contains(code.group(1)) || code.group(1).matches("[a-z]{3}")));
      if (!good) {
        wrong.add(name);
      }
    }
    if (!wrong.isEmpty()) {
      faults.warn(
          "",
          0,
          "",
          "language_without_code",
          "These languages have no code in brackets that programs know: "
              + String.join(", ", wrong)
              + ".",
          "Write for example 'label::Indonesia (id)'.");
    }
  }
}
