package id.dampingan.form;

import id.dampingan.submission.CanonicalValue;
import id.dampingan.submission.FieldType;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.Localized;
import id.dampingan.submission.Problem;
import id.dampingan.submission.TypedValue;
import java.util.ArrayList;
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
  private final Overview overview;

  private FormSession(ParsedForm parsed, Filling filling) {
    this.parsed = parsed;
    this.filling = filling;
    this.judge = new Judge(parsed);
    this.layout = new Layout(parsed);
    this.repeats = new RepeatRows(parsed);
    this.overview = new Overview(filling, layout, judge);
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
    return overview.sections();
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

  /// Whether there is such a row now.
  public boolean has(UUID row) {
    return filling.rows.containsKey(row);
  }

  /// The row that this one belongs to, null of the form itself.
  public @Nullable UUID parent(UUID row) {
    Filling.Row parent = row(row).parent;
    return parent == null ? null : parent.uuid;
  }

  /// The table whose row this is.
  public String tableOf(UUID row) {
    return row(row).table.name();
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

  /// How a question looks in a table: cheaper than the whole question.
  public CellState cell(UUID row, String field) {
    Filling.Row of = row(row);
    Place place = place(of, field);
    Field definition = Objects.requireNonNull(place.field(), "a note is no cell");
    boolean relevant = of.isRelevant(place);
    boolean derived = definition.derived();
    TreeElement node = Objects.requireNonNull(of.node(place));
    return new CellState(
        derived ? of.derived(place) : of.values.getOrDefault(field, ""),
        relevant,
        derived || definition.readOnly() || !node.isEnabled(),
        relevant && !derived && node.isRequired(),
        relevant && !derived ? judge.code(of, place) : null);
  }

  /// How a row of a repeat stands, with the rows below it.
  public RowState rowState(UUID row) {
    return overview.rowState(row(row));
  }

  /// Whether a repeat is asked below this row.
  public boolean isAsked(String repeatTable, UUID parent) {
    return overview.isRelevant(table(repeatTable), row(parent));
  }

  /// The soft warnings that are shown now.
  public List<Judgement.Warning> warnings() {
    return judge.warnings(filling);
  }

  /// Keeps an answer, canonical or as people write; the empty text clears it.
  ///
  /// What its type cannot read is not kept.
  public Answer answer(UUID row, String field, String value) {
    return answer(row, field, value, false);
  }

  /// Keeps an answer even if its type cannot read it: what was pasted is marked, never lost.
  public Answer keep(UUID row, String field, String value) {
    return answer(row, field, value, true);
  }

  /// Keeps many answers of one row at once, also those that cannot be read.
  public void keepAll(UUID row, Map<String, String> values) {
    Filling.Row of = row(row);
    values.forEach((field, value) -> {
      Place place = place(of, field);
      Field definition = Objects.requireNonNull(place.field(), "a note has no answer");
      if (!definition.derived() && !definition.readOnly()) {
        set(of, place, read(definition, value).text());
      }
    });
    takeOverAll();
    prescribeRows();
  }

  private CanonicalValue read(Field definition, String value) {
    return definition.number().isEmpty()
        ? TypedValue.of(definition.type(), value, parsed.surroundings.today())
        : new CanonicalValue(CanonicalValue.digits(value), null);
  }

  private Answer answer(UUID row, String field, String value, boolean unreadableToo) {
    Filling.Row of = row(row);
    Place place = place(of, field);
    Field definition = Objects.requireNonNull(place.field(), "a note has no answer");
    String before = of.values.getOrDefault(field, "");
    if (definition.derived() || definition.readOnly()) {
      return new Answer(false, question(of, place).value(), null, Set.of());
    }
    CanonicalValue read = read(definition, value);
    if (!read.isReadable() && !unreadableToo) {
      return new Answer(false, before, read.problem(), Set.of());
    }
    Map<String, Integer> looks = overview.looks();
    set(of, place, read.text());
    takeOverAll();
    prescribeRows();
    Problem problem = of.isRelevant(place) ? judge.problem(of, place) : null;
    return new Answer(
        true, of.values.getOrDefault(field, ""), problem, overview.changedSince(looks));
  }

  /// The same form filled otherwise: what undoing needs when whole rows come back.
  ///
  /// This session must not be used any more.
  public FormSession refilled(FilledForm filled) {
    FormSession session = new FormSession(parsed, Filling.of(parsed, filled));
    parsed.compute(false);
    session.filling.rows.values().forEach(session::takeOver);
    session.prescribeRows();
    return session;
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
