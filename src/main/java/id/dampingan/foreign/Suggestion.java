package id.dampingan.foreign;

import id.dampingan.form.Choice;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// Guesses from titles and contents which column answers which question.
public final class Suggestion {
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
  private static final double ENOUGH = 0.88;
  private static final Pattern SIXTEEN = Pattern.compile("'?\\d{16}");
  private static final Pattern DATE =
      Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{5}(\\.\\d+)?");

  private Suggestion() {}

  /// A column that may answer a question.
  private record Guess(int column, Field field, double score) {}

  /// A mapping of the file to the form: the sheet that suits best, and other sheets for repeats.
  ///
  /// @param name of the mapping
  public static Mapping of(ForeignBook book, Form form, String name) {
    List<Target> targets = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (FormTable table : form.tables()) {
      Target best = null;
      int sheet = -1;
      for (ForeignSheet each : book.sheets()) {
        Target target = of(each, form, table);
        boolean more = best == null || target.fields().size() > best.fields().size();
        if (!taken.contains(each.index()) && more) {
          best = target;
          sheet = each.index();
        }
      }
      boolean main = !table.isRepeat();
      if (best != null && (main || best.fields().size() >= 2)) {
        targets.add(best);
        taken.add(sheet);
      } else if (main) {
        targets.add(new Target(table.name(), "", null, "", "", List.of()));
      }
    }
    return new Mapping(name, targets);
  }

  /// What a sheet may say of one table of the form.
  public static Target of(ForeignSheet sheet, Form form, FormTable table) {
    List<Guess> guesses = new ArrayList<>();
    for (Field field : table.fields()) {
      if (field.derived() || field.type().isMedia()) {
        continue;
      }
      for (int i = 0; i < sheet.titles().size(); i++) {
        double score = score(sheet, i, field, form);
        if (score >= ENOUGH) {
          guesses.add(new Guess(i, field, score));
        }
      }
    }
    // The sort is stable: of equal scores the form's order counts.
    guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Guess guess : guesses) {
      if (!fields.containsKey(guess.field().name()) && taken.add(guess.column())) {
        fields.put(guess.field().name(), mapping(sheet, guess, form));
      }
    }
    List<FieldMapping> ordered = new ArrayList<>();
    for (Field field : table.fields()) {
      FieldMapping found = fields.get(field.name());
      if (found != null) {
        ordered.add(found);
      }
    }
    return new Target(table.name(), "", null, "", "", ordered);
  }

  private static FieldMapping mapping(ForeignSheet sheet, Guess guess, Form form) {
    return mapping(sheet, guess.column(), guess.field(), form);
  }

  /// How a column most likely answers a question: a date by its order, a choice by its codes.
  static FieldMapping mapping(ForeignSheet sheet, int place, Field field, Form form) {
    List<String> column = List.of(sheet.titles().get(place));
    if (field.type() == FieldType.DATE) {
      return new FieldMapping(field.name(), How.DATE, column, "dmy", 0, Map.of());
    }
    if (field.type().isChoice() && !field.listFromFile()) {
      return FieldMapping.copy(field.name(), column, codes(sheet, place, field, form));
    }
    return FieldMapping.copy(field.name(), column);
  }

  /// The choices that the cells most likely mean; what is left over waits for a person.
  private static Map<String, String> codes(ForeignSheet sheet, int column, Field field, Form form) {
    List<Choice> choices = form.choices().getOrDefault(String.valueOf(field.list()), List.of());
    Map<String, String> codes = new LinkedHashMap<>();
    for (String said : new LinkedHashSet<>(sheet.samples(column))) {
      Choice best = null;
      double most = 0.9;
      for (Choice choice : choices) {
        if (choice.value().equals(said)) {
          best = null;
          break;
        }
        for (String label : choice.label().texts().values()) {
          double like = LIKENESS.apply(Titles.fold(said), Titles.fold(label));
          if (like > most) {
            most = like;
            best = choice;
          }
        }
      }
      if (best != null) {
        codes.put(said, best.value());
      }
    }
    return codes;
  }

  private static double score(ForeignSheet sheet, int column, Field field, Form form) {
    String title = Titles.fold(sheet.titles().get(column));
    if (title.isEmpty()) {
      return 0;
    }
    double score = LIKENESS.apply(title, Titles.fold(field.name()));
    for (String label : field.label().texts().values()) {
      score = Math.max(score, LIKENESS.apply(title, Titles.fold(label)));
    }
    if (sharesWords(title, field)) {
      score = Math.max(score, 0.9);
    }
    if (isPathOf(title, field)) {
      score = 1;
    }
    // What a prelist brought is asked nobody: of two alike the question is meant.
    return score - (field.readOnly() ? 0.05 : 0) + contents(sheet.samples(column), field, form);
  }

  /// Whether it names the question by some of its groups, as `rinci/jk` does.
  private static boolean isPathOf(String title, Field field) {
    String path = field.path();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (Titles.fold(path.substring(slash)).equals(title)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one has all the words of the other, as "Nama dusun" has of "Dusun".
  private static boolean sharesWords(String title, Field field) {
    Set<String> said = Set.copyOf(List.of(title.split(" ")));
    for (String label : field.label().texts().values()) {
      Set<String> asked = new HashSet<>(List.of(Titles.fold(label).split(" ")));
      if (asked.containsAll(said) || said.containsAll(asked)) {
        return true;
      }
    }
    return false;
  }

  /// What the cells say for or against it.
  private static double contents(List<String> samples, Field field, Form form) {
    if (samples.isEmpty()) {
      return 0;
    }
    if (field.number().equals("nik") || field.number().equals("kk")) {
      return share(samples, text -> SIXTEEN.matcher(text).matches()) > 0.5 ? 0.1 : -0.2;
    }
    if (field.type() == FieldType.DATE) {
      return share(samples, text -> DATE.matcher(text).matches()) > 0.5 ? 0.1 : -0.2;
    }
    if (field.type().isNumber()) {
      return share(samples, text -> CanonicalValue.plainNumber(text) != null) > 0.5 ? 0.05 : -0.2;
    }
    if (field.type().isChoice() && !field.listFromFile()) {
      Set<String> known = new HashSet<>();
      for (Choice choice : form.choices().getOrDefault(String.valueOf(field.list()), List.of())) {
        known.add(choice.value());
        choice.label().texts().values().forEach(label -> known.add(Titles.fold(label)));
      }
      return share(samples, text -> known.contains(text) || known.contains(Titles.fold(text))) > 0.5
          ? 0.1
          : -0.05;
    }
    return 0;
  }

  private static double share(List<String> samples, Predicate<String> test) {
    return (double) samples.stream().filter(test).count() / samples.size();
  }
}
