package id.dampingan.foreign;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A mapping while somebody works at it, and which of its answers are guesses that nobody touched.
public final class Draft {
  private final Form form;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Set<String> guesses = new HashSet<>();

  /// @param guessed whether it is a suggestion
  public Draft(Form form, Mapping mapping, boolean guessed) {
    this.form = form;
    for (FormTable table : form.tables()) {
      targets.put(table.name(), new Target(table.name(), "", null, "", "", List.of()));
    }
    // A mapping may read one table from several sheets: what is edited is the first.
    for (Target target : mapping.targets().reversed()) {
      if (targets.containsKey(target.table())) {
        targets.put(target.table(), target);
      }
    }
    if (guessed) {
      mapping
          .targets()
          .forEach(target ->
              target.fields().forEach(field -> guesses.add(key(target.table(), field.field()))));
    }
  }

  private static String key(String table, String field) {
    return table + ' ' + field;
  }

  public Form form() {
    return form;
  }

  /// The table's part of it, perhaps without an answer yet.
  public Target target(String table) {
    Target target = targets.get(table);
    if (target == null) {
      throw new IllegalArgumentException(table);
    }
    return target;
  }

  /// What it is so far: the form itself, and the repeats that something is made of.
  public Mapping mapping(String name) {
    List<Target> filled = new ArrayList<>();
    targets.forEach((table, target) -> {
      if (table.equals(form.id()) || !target.fields().isEmpty()) {
        filled.add(target);
      }
    });
    return new Mapping(name, filled);
  }

  /// Whether nothing is answered yet.
  public boolean isEmpty() {
    return targets.values().stream().allMatch(target -> target.fields().isEmpty());
  }

  /// How the question is answered on this sheet.
  public Optional<FieldMapping> of(ForeignSheet sheet, String table, String field) {
    return target(table).fields().stream()
        .filter(each -> each.field().equals(field))
        .filter(each -> each.how() == How.CONSTANT || !sheet.columns(each).isEmpty())
        .findFirst();
  }

  public boolean isGuess(String table, String field) {
    return guesses.contains(key(table, field));
  }

  /// The titles of this sheet's columns that something is made of, with the questions.
  public Map<String, List<String>> used(ForeignSheet sheet, String table) {
    Map<String, List<String>> used = new LinkedHashMap<>();
    form.table(table)
        .ifPresent(of ->
            of.fields()
                .forEach(field ->
                    of(sheet, table, field.name())
                        .ifPresent(mapping ->
                            sheet
                                .columns(mapping)
                                .forEach(column ->
                                    used.computeIfAbsent(column, _ -> new ArrayList<>())
                                        .add(field.name())))));
    return used;
  }

  /// The column answers the question, in the way that suits it.
  public void assign(ForeignSheet sheet, String table, Field field, String column) {
    set(table, Suggestion.mapping(sheet, sheet.titles().indexOf(column), field, form), false);
  }

  /// The column's text follows what the question has already.
  public void join(ForeignSheet sheet, String table, Field field, String column) {
    List<String> columns = new ArrayList<>();
    of(sheet, table, field.name()).ifPresent(before -> columns.addAll(sheet.columns(before)));
    if (columns.isEmpty()) {
      assign(sheet, table, field, column);
    } else if (!columns.contains(column)) {
      columns.add(column);
      set(table, new FieldMapping(field.name(), How.JOIN, columns, " ", 0, Map.of()), false);
    }
  }

  /// Every row has this answer; the empty text takes it back.
  public void constant(String table, String field, String text) {
    if (text.isBlank()) {
      release(table, field);
    } else {
      set(table, FieldMapping.constant(field, text.strip()), false);
    }
  }

  /// The same as a guess, where the question has no answer yet.
  public void guess(String table, String field, String text) {
    boolean answered = target(table).fields().stream().anyMatch(each -> each.field().equals(field));
    if (!answered && !text.isBlank()) {
      set(table, FieldMapping.constant(field, text), true);
    }
  }

  public void release(String table, String field) {
    guesses.remove(key(table, field));
    change(table, target -> target.withFields(without(target, field)));
  }

  /// @param order `dmy`, `mdy` or `ymd`
  public void dateOrder(ForeignSheet sheet, String table, String field, String order) {
    of(sheet, table, field)
        .ifPresent(before ->
            set(
                table,
                new FieldMapping(field, How.DATE, before.columns(), order, 0, before.codes()),
                false));
  }

  /// What a cell that says this means.
  ///
  /// @param code the choice, null: the text as it stands
  public void code(
      ForeignSheet sheet, String table, String field, String said, @Nullable String code) {
    of(sheet, table, field)
        .ifPresent(before -> {
          Map<String, String> codes = new LinkedHashMap<>(before.codes());
          codes.keySet().removeIf(each -> Cells.fold(each).equals(Cells.fold(said)));
          if (code != null) {
            codes.put(said, code);
          }
          set(
              table,
              new FieldMapping(
                  field, before.how(), before.columns(), before.text(), before.part(), codes),
              false);
        });
  }

  /// What the codes make of a text, null: they leave it as it stands.
  public static @Nullable String meaning(FieldMapping mapping, String said) {
    for (Map.Entry<String, String> code : mapping.codes().entrySet()) {
      if (Cells.fold(code.getKey()).equals(Cells.fold(said))) {
        return code.getValue();
      }
    }
    return said.isEmpty() ? null : mapping.codes().get("*");
  }

  /// The column that repeats name this table's rows by; the empty text: none.
  public void id(String table, String column) {
    change(table, target -> target.withId(column));
  }

  /// The column that names the parent; the parent's rows are named by the same one until another is
  /// chosen.
  public void parent(String table, String column) {
    change(table, target -> target.withParent(column));
    String parent = form.table(table).map(FormTable::parent).orElse(null);
    if (parent != null && !column.isEmpty() && target(parent).id().isEmpty()) {
      id(parent, column);
    }
  }

  /// Only rows whose cell says one of these count; none: all rows.
  public void only(String table, String column, Set<String> values) {
    change(
        table,
        target -> target.withOnly(column.isEmpty() ? null : new Target.Only(column, values)));
  }

  /// The sheet that the table is read from; the empty text: what suits best.
  public void sheet(String table, String name) {
    change(table, target -> target.withSheet(name));
  }

  private void set(String table, FieldMapping mapping, boolean guessed) {
    change(
        table,
        target -> {
          List<FieldMapping> fields = without(target, mapping.field());
          fields.add(mapping);
          return target.withFields(fields);
        });
    if (guessed) {
      guesses.add(key(table, mapping.field()));
    } else {
      guesses.remove(key(table, mapping.field()));
    }
  }

  private static List<FieldMapping> without(Target target, String field) {
    List<FieldMapping> fields = new ArrayList<>(target.fields());
    fields.removeIf(each -> each.field().equals(field));
    return fields;
  }

  private void change(String table, UnaryOperator<Target> change) {
    targets.put(table, change.apply(target(table)));
  }
}
