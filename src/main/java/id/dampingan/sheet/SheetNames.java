package id.dampingan.sheet;

import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for sheets that Excel accepts: short, without certain signs, each once.
final class SheetNames {
  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  String of(Form form, FormTable table, String language) {
    String label = table.label().in(language);
    return of(
        table.isRepeat()
            ? (label.isBlank() ? table.name().substring(table.name().indexOf('/') + 1) : label)
            : (form.title().in(language).isBlank() ? form.id() : form.title().in(language)));
  }

  String of(String wish) {
    String bare =
        wish.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
    String name = cut(bare.isEmpty() ? "Sheet" : bare, LONGEST);
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String suffix = " " + i;
      name = cut(bare, LONGEST - suffix.length()) + suffix;
    }
    return name;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length).strip();
  }
}
