package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds choices by a part of their label, or by the beginning of their code; quick enough for each
/// letter that is typed, in a list of all villages of the country too.
final class ChoiceSearch {
  private ChoiceSearch() {}

  /// The one whose code or whole label was typed, those whose label begins so, then those that have
  /// it somewhere; each in the list's order.
  ///
  /// @param without codes that are taken already
  static List<Choice> find(
      List<Choice> choices, String typed, String language, Set<String> without, int most) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Choice> first = new ArrayList<>();
    List<Choice> then = new ArrayList<>();
    boolean number = !wanted.isEmpty() && wanted.chars().allMatch(c -> c >= '0' && c <= '9');
    for (Choice choice : choices) {
      if (without.contains(choice.value())) {
        continue;
      }
      String label = choice.label().in(language);
      int at = indexOf(label, wanted);
      boolean whole = !wanted.isEmpty() && at == 0 && label.length() == wanted.length();
      if (whole || (number && choice.value().equals(wanted))) {
        first.addFirst(choice);
      } else if (at == 0) {
        first.add(choice);
        if (first.size() == most) {
          return first;
        }
      } else if (then.size() < most
          && (at > 0 || choice.value().regionMatches(true, 0, wanted, 0, wanted.length()))) {
        then.add(choice);
      }
    }
    for (int i = 0; i < then.size() && first.size() < most; i++) {
      first.add(then.get(i));
    }
    return first;
  }

  /// Where the text, in small letters, stands first, without regard to case; -1: nowhere.
  private static int indexOf(String label, String wanted) {
    int last = label.length() - wanted.length();
    for (int at = 0; at <= last; at++) {
      if (label.regionMatches(true, at, wanted, 0, wanted.length())) {
        return at;
      }
    }
    return -1;
  }
}
