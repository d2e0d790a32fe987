package id.dampingan.form;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.TypedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/// Filling one form: each answer is computed at once, nothing that was answered is ever dropped.
///
/// Not thread-safe. Answers that break a rule, that are not asked any more or that nobody can read
/// are kept as they are; [#judge()] and the questions say what is wrong with them.
public final class FormSession {
  private final ParsedForm parsed;
  private final Filling filling;
  private final Judge judge;
  private final Layout layout;
  private final RepeatRows repeats;

  private FormSession(ParsedForm parsed, Filling filling) {
    this.parsed = parsed;
    this.filling = filling;
    this.judge = new Judge(parsed);
    this.layout = new Layout(parsed);
    this.repeats = new RepeatRows(parsed);
  }

  /// @param existing what was filled before, or null for a new form with its defaults
  /// @param newRoot the identity of a new form
  /// @throws FormException if an expression of the form cannot be read
  public static FormSession start(
      Form form,
      ChoiceLists lists,
      SessionSetting setting,
      @Nullable FilledForm existing,
      UUID newRoot)
      throws FormException {
    ParsedForm parsed = ParsedForm.of(form, lists);
    UUID root = existing == null ? newRoot : existing.root().uuid();
    parsed.surroundings.session(setting, root.toString());
    Filling filling = existing == null ? Filling.fresh(parsed, root) : Filling.of(parsed, existing);
    FormSession session = new FormSession(parsed, filling);
    parsed.compute(existing == null);
    filling.rows.values().forEach(session::takeOver);
    session.prescribeRows();
    return session;
  }

  public Form form() {
    return parsed.form;
  }

  public UUID root() {
    return filling.root.uuid;
  }

  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Layout.Part part : layout.parts().values()) {
      Tally tally = new Tally();
      boolean relevant;
      if (part.table() == null) {
        relevant = count(filling.root, part.places(), tally);
      } else {
        relevant = isRelevant(part.table());
        if (relevant) {
          filling.root.children(part.table()).forEach(row -> countAll(row, tally));
        }
      }
      sections.add(
          new Section(
              part.id(),
              layout.title(part),
              part.table() == null ? null : part.table().name(),
              tally.questions,
              tally.answered,
              tally.errors,
              tally.missing,
              relevant));
    }
    return sections;
  }

  /// The questions and notes of a section of the form itself that are relevant now.
  public List<Question> questions(String sectionId) {
    Layout.Part part = layout.parts().get(sectionId);
    if (part == null) {
      throw new NoSuchElementException("no section " + sectionId);
    }
    return questions(filling.root, part.places());
  }

  /// The questions and notes of a repeat's row that are relevant now.
  public List<Question> questions(String repeatTable, UUID row) {
    return questions(row(row), layout.places(table(repeatTable)));
  }

  public Question question(UUID row, String field) {
    Filling.Row of = row(row);
    return question(of, place(of, field));
  }

  /// All questions of a repeat, relevant or not: the columns of its table on the screen.
  public List<Field> columns(String repeatTable) {
    return layout.places(table(repeatTable)).stream()
        .map(Place::field)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  public List<UUID> rows(String repeatTable, UUID parent) {
    return row(parent).children(table(repeatTable)).stream().map(row -> row.uuid).toList();
  }

  /// Whether the form itself says how many rows there are (`repeat_count`).
  public boolean isCounted(String repeatTable) {
    Table table = table(repeatTable);
    return table.repeat != null && table.repeat.getCountReference() != null;
  }

  /// Adds a row at the end, with its defaults.
  public UUID addRow(String repeatTable, UUID parent, UUID newUuid) {
    Filling.Row added = repeats.add(filling, table(repeatTable), row(parent), newUuid);
    takeOver(added);
    takeOverAll();
    prescribeRows();
    return newUuid;
  }

  /// Removes a row with all rows below it.
  public void removeRow(UUID row) {
    repeats.remove(filling, row(row));
    takeOverAll();
    prescribeRows();
  }

  /// Keeps an answer, canonical or as people write; the empty text clears it.
  public Answer answer(UUID row, String field, String value) {
    Filling.Row of = row(row);
    Place place = place(of, field);
    Field definition = Objects.requireNonNull(place.field(), "a note has no answer");
    String before = of.values.getOrDefault(field, "");
    if (definition.derived() || definition.readOnly()) {
      return new Answer(false, question(of, place).value(), null, Set.of());
    }
    CanonicalValue read =
        definition.number().isEmpty()
            ? TypedValue.of(definition.type(), value, parsed.surroundings.today())
            : new CanonicalValue(CanonicalValue.digits(value), null);
    if (!read.isReadable()) {
      return new Answer(false, before, read.problem(), Set.of());
    }
    Map<String, Integer> looks = looks();
    set(of, place, read.text());
    takeOverAll();
    prescribeRows();
    Problem problem = of.isRelevant(place) ? judge.problem(of, place) : null;
    Set<String> changed = new HashSet<>();
    looks()
        .forEach((section, look) -> {
          if (!look.equals(looks.get(section))) {
            changed.add(section);
          }
        });
    return new Answer(true, of.values.getOrDefault(field, ""), problem, changed);
  }

  /// All answers, also those that are not asked any more, and what the form computed.
  public FilledForm filled() {
    return filling.filled();
  }

  public Judgement judge() {
    return judge.judge(filling);
  }

  private void set(Filling.Row row, Place place, String value) {
    TreeElement node = Objects.requireNonNull(row.node(place));
    FieldType type = Objects.requireNonNull(place.field()).type();
    if (value.isEmpty()) {
      row.values.remove(place.name());
    } else {
      row.values.put(place.name(), value);
    }
    IAnswerData answer = Answers.of(type, value);
    row.seen[place.index()] = answer;
    try {
      parsed.def.setValue(answer, node.getRef(), node, true);
    } catch (RuntimeException _) {
      // A calculation failed half way: compute all, each by itself.
      node.setAnswer(answer);
      parsed.compute(false);
    }
  }

  /// Rows that the form prescribes are added; empty ones that are too many go.
  private void prescribeRows() {
    for (Table table : parsed.tables.values()) {
      if (table.parent == null || table.repeat == null) {
        continue;
      }
      for (Filling.Row parent : List.copyOf(filling.rows.values())) {
        Integer prescribed =
            parent.table == table.parent ? repeats.prescribed(table, parent) : null;
        if (prescribed == null) {
          continue;
        }
        while (parent.children(table).size() < Math.min(prescribed, 1000)) {
          takeOver(repeats.add(filling, table, parent, UUID.randomUUID()));
        }
        while (parent.children(table).size() > prescribed
            && isEmpty(parent.children(table).getLast())) {
          repeats.remove(filling, parent.children(table).getLast());
        }
      }
    }
  }

  private static boolean isEmpty(Filling.Row row) {
    return row.values.isEmpty() && row.children.values().stream().allMatch(List::isEmpty);
  }

  private void takeOverAll() {
    filling.rows.values().forEach(this::takeOver);
  }

  /// Values that the form itself set (defaults, `trigger`) become answers.
  private void takeOver(Filling.Row row) {
    for (Place place : row.table.places) {
      TreeElement node = row.node(place);
      if (place.field() == null || place.isDerived() || node == null) {
        continue;
      }
      IAnswerData now = node.getValue();
      if (now != row.seen[place.index()]) {
        row.seen[place.index()] = now;
        String text = Answers.text(place.field().type(), now);
        if (text.isEmpty()) {
          row.values.remove(place.name());
        } else {
          row.values.put(place.name(), text);
        }
      }
    }
  }

  private List<Question> questions(Filling.Row row, List<Place> places) {
    List<Question> questions = new ArrayList<>();
    for (Place place : places) {
      if (row.isRelevant(place)) {
        questions.add(question(row, place));
      }
    }
    return questions;
  }

  private Question question(Filling.Row row, Place place) {
    Field field = place.field();
    TreeElement node = Objects.requireNonNull(row.node(place));
    boolean relevant = node.isRelevant();
    QuestionDef question = place.question();
    TreeReference reference = node.getRef();
    Localized hint =
        question == null
            ? Localized.EMPTY
            : parsed.texts.of(question.getHelpTextID(), question.getHelpText(), reference);
    boolean derived = field != null && field.derived();
    String value = derived ? row.derived(place) : row.values.getOrDefault(place.name(), "");
    return new Question(
        row.uuid,
        place.name(),
        field,
        judge.label(row, place),
        hint,
        field == null ? FieldType.TEXT : field.type(),
        value,
        relevant && node.isRequired(),
        field == null || derived || field.readOnly() || !node.isEnabled(),
        relevant,
        field != null && field.type().isChoice() ? parsed.options.now(row, place) : List.of(),
        relevant && field != null && !derived ? judge.problem(row, place) : null,
        field == null,
        question == null || question.getAppearanceAttr() == null
            ? ""
            : question.getAppearanceAttr());
  }

  private boolean isRelevant(Table table) {
    TreeReference reference = Filling.container(filling.root, table).getRef().clone();
    reference.add(table.steps.getLast(), 0);
    try {
      return parsed.def.isRepeatRelevant(reference);
    } catch (RuntimeException _) {
      return true;
    }
  }

  private void countAll(Filling.Row row, Tally tally) {
    count(row, layout.places(row.table), tally);
    row.children.values().forEach(rows -> rows.forEach(child -> countAll(child, tally)));
  }

  /// @return whether anything of these places is relevant
  private boolean count(Filling.Row row, List<Place> places, Tally tally) {
    boolean any = false;
    for (Place place : places) {
      if (!row.isRelevant(place)) {
        continue;
      }
      any = true;
      Field field = place.field();
      if (field == null || field.derived()) {
        continue;
      }
      if (!field.readOnly()) {
        tally.questions++;
        tally.answered += row.values.containsKey(place.name()) ? 1 : 0;
      }
      Problem problem = judge.problem(row, place);
      if (problem != null) {
        switch (problem.code()) {
          case REQUIRED_EMPTY -> tally.missing++;
          default -> tally.errors++;
        }
      }
    }
    return any;
  }

  private static final class Tally {
    int questions;
    int answered;
    int errors;
    int missing;
  }

  /// What each section shows, as a number: two different numbers mean that it must be drawn anew.
  private Map<String, Integer> looks() {
    Map<String, Integer> looks = new HashMap<>();
    for (Layout.Part part : layout.parts().values()) {
      Table table = part.table();
      looks.put(
          part.id(),
          table == null
              ? look(filling.root, part.places())
              : filling.root.children(table).stream().mapToInt(this::lookAll).sum() * 31
                  + (isRelevant(table) ? 1 : 0));
    }
    return looks;
  }

  private int lookAll(Filling.Row row) {
    int look = row.uuid.hashCode() * 31 + look(row, layout.places(row.table));
    for (List<Filling.Row> children : row.children.values()) {
      look = look * 31 + children.stream().mapToInt(this::lookAll).sum();
    }
    return look;
  }

  private static int look(Filling.Row row, List<Place> places) {
    int look = 1;
    for (Place place : places) {
      TreeElement node = row.node(place);
      if (node == null) {
        continue;
      }
      int flags =
          (node.isRelevant() ? 1 : 0) + (node.isRequired() ? 2 : 0) + (node.isEnabled() ? 4 : 0);
      look = look * 31 + flags;
      look = look * 31 + row.shown(place).hashCode();
    }
    return look;
  }

  private Filling.Row row(UUID uuid) {
    Filling.Row row = filling.rows.get(uuid);
    if (row == null) {
      throw new NoSuchElementException("no row " + uuid);
    }
    return row;
  }

  private Table table(String name) {
    Table table = parsed.tables.get(name);
    if (table == null) {
      throw new NoSuchElementException("no table " + name);
    }
    return table;
  }

  private static Place place(Filling.Row row, String name) {
    Place place = row.table.byName.get(name);
    if (place == null) {
      throw new NoSuchElementException("no question " + name + " in " + row.table.name());
    }
    return place;
  }
}
