package id.dampingan.merge;

import id.dampingan.submission.CodePoints;
import java.util.Comparator;

/// Which of two versions of a form is the newer one: the same answer everywhere, so that the order
/// of imports does not matter.
final class FormVersions {
  /// None, then numbers by size (`9` before `10`), then other texts by code point.
  private static final Comparator<String> ORDER =
      Comparator.comparingInt(FormVersions::rank)
          .thenComparingInt(FormVersions::digits)
          .thenComparing(CodePoints.ORDER);

  private FormVersions() {}

  static String newer(String a, String b) {
    return a.equals(b) || ORDER.compare(a, b) >= 0 ? a : b;
  }

  private static int rank(String version) {
    return version.isEmpty() ? 0 : isNumber(version) ? 1 : 2;
  }

  private static int digits(String version) {
    return isNumber(version) ? version.length() : 0;
  }

  private static boolean isNumber(String version) {
    return !version.isEmpty() && version.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
