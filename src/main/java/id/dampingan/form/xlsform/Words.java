package id.dampingan.form.xlsform;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What words mean in an XLSForm: yes, no, a proper name, the nearest spelling.
final class Words {
  private static final Set<String> YES = Set.of("yes", "true", "true()");
  private static final Set<String> NO = Set.of("no", "false", "false()");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-]*");

  private Words() {}

  static boolean isYes(String text) {
    return YES.contains(text.toLowerCase(Locale.ROOT));
  }

  static boolean isNo(String text) {
    return NO.contains(text.toLowerCase(Locale.ROOT));
  }

  /// Yes and no as XPath, everything else as it is.
  static String xpath(String text) {
    return isYes(text) ? "true()" : isNo(text) ? "false()" : text;
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static String snake(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
  }

  /// A sentence that offers the nearest of the candidates, or the empty text.
  static String suggestion(String wrong, Collection<String> candidates) {
    return nearest(wrong, candidates).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  static Optional<String> nearest(String wrong, Collection<String> candidates) {
    String best = null;
    int bestDistance = Math.max(1, wrong.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The Levenshtein distance.
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
