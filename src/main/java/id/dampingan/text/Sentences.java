package id.dampingan.text;

import id.dampingan.submission.Problem;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a problem into what was wrong and what to do, in the reader's language.
public final class Sentences {
  private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

  private final ResourceBundle bundle;
  private final String language;

  private Sentences(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "id.dampingan.text.problems",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// @param language `id` or `en`; any other reads Indonesian
  public static Sentences in(String language) {
    return new Sentences(language.equals("en") ? "en" : "id");
  }

  /// What was wrong: the form's own words where it has some, else ours.
  public String reason(Problem problem) {
    String own = problem.message().in(language);
    return own.isEmpty() ? fill(bundle.getString(problem.code() + ".reason"), problem) : own;
  }

  /// What to do about it.
  public String remedy(Problem problem) {
    return fill(bundle.getString(problem.code() + ".remedy"), problem);
  }

  private static String fill(String sentence, Problem problem) {
    Matcher facts = FACT.matcher(sentence);
    return facts.replaceAll(
        match -> Matcher.quoteReplacement(problem.facts().getOrDefault(match.group(1), "…")));
  }
}
