package id.dampingan.foreign;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A target on the sheet that it fits: which of its questions find their columns there.
///
/// @param id the place of the column that names the rows, -1 if there is none
/// @param parent the place of the column that names the parent, likewise
/// @param only the place of the column that says which rows, likewise
record Fit(
    Target target,
    FormTable table,
    ForeignSheet sheet,
    List<Cells> cells,
    int id,
    int parent,
    int only) {
  Fit {
    cells = List.copyOf(cells);
  }

  /// How many columns of the sheet it uses.
  int score() {
    Set<Integer> used = new LinkedHashSet<>();
    cells.forEach(each -> used.addAll(each.places()));
    return used.size();
  }

  /// How many columns it uses beside those of its questions.
  int links() {
    Set<Integer> links = new LinkedHashSet<>(List.of(id, parent, only));
    links.remove(-1);
    cells.forEach(each -> links.removeAll(each.places()));
    return links.size();
  }

  /// The sheets that have most of the target's columns; none if no sheet has any.
  static List<Fit> best(ForeignBook book, Target target, Form form) {
    FormTable table = form.table(target.table()).orElse(null);
    if (table == null) {
      return List.of();
    }
    List<Fit> fits = new ArrayList<>();
    int most = 1;
    for (ForeignSheet sheet : book.sheets(columns(target))) {
      if (!target.sheet().isEmpty() && !isNamed(sheet.name(), target.sheet())) {
        continue;
      }
      Fit fit = of(sheet, target, table);
      boolean whole =
          (target.only() == null || fit.only >= 0)
              && (target.parent().isEmpty() || fit.parent >= 0);
      if (!whole || fit.score() < most) {
        continue;
      }
      if (fit.score() > most) {
        fits.clear();
        most = fit.score();
      }
      fits.add(fit);
    }
    return fits;
  }

  private static boolean isNamed(String name, String pattern) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(name)
        .matches();
  }

  static List<String> alternatives(String columns) {
    return columns.isEmpty() ? List.of() : List.of(columns.split("\\|"));
  }

  static List<String> columns(Target target) {
    List<String> columns = new ArrayList<>();
    target.fields().forEach(field -> columns.addAll(field.columns()));
    columns.addAll(alternatives(target.id()));
    columns.addAll(alternatives(target.parent()));
    if (target.only() != null) {
      columns.addAll(alternatives(target.only().column()));
    }
    return columns;
  }

  private static Fit of(ForeignSheet sheet, Target target, FormTable table) {
    Titles titles = sheet.header();
    Map<String, Cells> found = new LinkedHashMap<>();
    for (FieldMapping mapping : target.fields()) {
      boolean asked = table.field(mapping.field()).filter(field -> !field.derived()).isPresent();
      if (!asked || found.containsKey(mapping.field())) {
        continue;
      }
      Cells cells = cells(mapping, titles);
      if (cells != null) {
        found.put(mapping.field(), cells);
      }
    }
    Target.Only only = target.only();
    return new Fit(
        target,
        table,
        sheet,
        List.copyOf(found.values()),
        titles.indexOf(alternatives(target.id())),
        titles.indexOf(alternatives(target.parent())),
        only == null ? -1 : titles.indexOf(alternatives(only.column())));
  }

  static @Nullable Cells cells(FieldMapping mapping, Titles titles) {
    switch (mapping.how()) {
      case CONSTANT -> {
        return new Cells(mapping, List.of(), List.of());
      }
      case COPY, DATE, PART -> {
        int place = titles.indexOf(mapping.columns());
        return place < 0 ? null : new Cells(mapping, List.of(place), List.of());
      }
      case JOIN, TICKED -> {
        List<Integer> places = new ArrayList<>();
        List<String> choices = new ArrayList<>();
        for (String column : mapping.columns()) {
          int place = titles.indexOf(List.of(column));
          if (place >= 0 && !places.contains(place)) {
            places.add(place);
            choices.add(mapping.codes().getOrDefault(column, ""));
          }
        }
        return places.isEmpty() ? null : new Cells(mapping, places, choices);
      }
    }
    throw new IllegalStateException(mapping.how().name());
  }

  /// The table's key questions, which repeats name their parent by.
  List<String> keys() {
    return table.keys().stream().map(Field::name).toList();
  }
}
