package id.dampingan.foreign;

import id.dampingan.form.Form;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How well a mapping fits a file.
///
/// @param columns how many columns of the file it uses
/// @param asked how many questions it can answer from the file
/// @param questions how many questions it has columns for
/// @param links how many columns it found that only name rows, their parents, or which are meant
/// @param titled how many columns its sheets have
public record Recognition(
    Mapping mapping, int columns, int asked, int questions, int links, int titled) {
  private static final Comparator<Recognition> BEST =
      Comparator.comparingInt(Recognition::columns)
          .thenComparingDouble(fit -> (double) fit.asked / Math.max(1, fit.questions));

  /// Whether the file is very likely what the mapping was made for.
  public boolean isLikely() {
    return columns >= 3 && (asked * 2 >= questions || columns * 2 >= titled);
  }

  static Recognition of(ForeignBook book, Mapping mapping, Form form) {
    int columns = 0;
    Set<Integer> sheets = new HashSet<>();
    int titled = 0;
    int asked = 0;
    int questions = 0;
    int links = 0;
    boolean first = true;
    for (Target target : mapping.targets()) {
      List<Fit> best = Fit.best(book, target, form);
      if (first && best.isEmpty()) {
        return new Recognition(mapping, 0, 0, 0, 0, 0);
      }
      // A file without the sheet of a repeat is still one of its kind.
      if (first || !best.isEmpty()) {
        questions +=
            (int)
                target.fields().stream()
                    .filter(field -> field.how() != How.CONSTANT)
                    .map(FieldMapping::field)
                    .distinct()
                    .count();
      }
      first = false;
      if (!best.isEmpty()) {
        columns += best.getFirst().score();
        asked +=
            (int)
                best.getFirst().cells().stream()
                    .filter(cells -> cells.mapping().how() != How.CONSTANT)
                    .count();
        links += best.getFirst().links();
        ForeignSheet sheet = best.getFirst().sheet();
        titled += sheets.add(sheet.index()) ? sheet.titled() : 0;
      }
    }
    return new Recognition(mapping, columns, asked, questions, links, titled);
  }

  /// The likely mappings, the best first.
  ///
  /// @param forms the newest versions
  public static List<Recognition> likely(
      ForeignBook book, List<Mapping> mappings, List<Form> forms) {
    return mappings.stream()
        .map(mapping -> of(book, mapping, forms))
        .flatMap(Optional::stream)
        .filter(Recognition::isLikely)
        .sorted(BEST.reversed())
        .toList();
  }

  private static Optional<Recognition> of(ForeignBook book, Mapping mapping, List<Form> forms) {
    return forms.stream()
        .filter(form -> form.id().equals(mapping.form()))
        .findFirst()
        .map(form -> of(book, mapping, form));
  }
}
