package id.dampingan.ui.entry;

import id.dampingan.form.Answer;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.form.Question;
import id.dampingan.form.Section;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Texts;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.StatusLine;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One filled form, open on the screen: its sections, the questions of one of them, what is wrong
/// and what is missing.
public final class EntryModel {
  /// Where the form stands.
  public enum State {
    LOADING,
    READY,
    GONE
  }

  private final Desk desk;
  private final Background background;
  private final StatusLine status;
  private final Clock clock;
  private @Nullable Editing editing;
  private @Nullable Rows rows;
  private @Nullable Beside beside;
  private @Nullable Twins twins;
  private @Nullable Reasons reasons;
  private @Nullable Spot wanted;

  // Properties

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
  private final ObservableList<Section> sections = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Section> section = new SimpleObjectProperty<>();
  private final ObservableList<Question> questions = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Spot> focus = new SimpleObjectProperty<>();
  private final IntegerProperty revision = new SimpleIntegerProperty();
  private final BooleanProperty complete = new SimpleBooleanProperty();
  private final ObservableList<Fault> faults = FXCollections.observableArrayList();
  private final BooleanProperty checked = new SimpleBooleanProperty();

  public EntryModel(
      Desk desk, Background background, StatusLine status, Clock clock, Place.Entry place) {
    this(desk, background, status, clock);
    wanted =
        place.row() == null || place.field() == null ? null : new Spot(place.row(), place.field());
    background.run(() -> new Opening(desk, clock).open(place.root())).onSuccess(this::show).start();
  }

  public EntryModel(
      Desk desk, Background background, StatusLine status, Clock clock, Place.NewEntry place) {
    this(desk, background, status, clock);
    String round = status.roundProperty().get();
    background
        .run(() -> new Opening(desk, clock).begin(place, round))
        .onSuccess(this::show)
        .start();
  }

  private EntryModel(Desk desk, Background background, StatusLine status, Clock clock) {
    this.desk = desk;
    this.background = background;
    this.status = status;
    this.clock = clock;
  }

  public Desk desk() {
    return desk;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /// The sections that are asked now.
  public ObservableList<Section> sections() {
    return sections;
  }

  public ReadOnlyObjectProperty<@Nullable Section> sectionProperty() {
    return section;
  }

  /// The questions of the section, or of the selected row of its table.
  public ObservableList<Question> questions() {
    return questions;
  }

  /// The rows of the section's table.
  public Rows rows() {
    return Objects.requireNonNull(rows, "the form is not open yet");
  }

  /// The question that should have the focus.
  public ReadOnlyObjectProperty<@Nullable Spot> focusProperty() {
    return focus;
  }

  /// Rises with every change.
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision;
  }

  /// Whether the record is called complete.
  public ReadOnlyBooleanProperty completeProperty() {
    return complete;
  }

  /// What is wrong or missing, after "Selesai" was pressed.
  public ObservableList<Fault> faults() {
    return faults;
  }

  /// Whether "Selesai" was pressed: from then on empty answers are told too.
  public ReadOnlyBooleanProperty checkedProperty() {
    return checked;
  }

  /// What stands beside the question that has the focus.
  public Beside beside() {
    return Objects.requireNonNull(beside, "the form is not open yet");
  }

  /// Why a sent or approved answer is changed.
  public Reasons reasons() {
    return Objects.requireNonNull(reasons, "the form is not open yet");
  }

  /// Who else has the number or name that is being typed.
  public Twins twins() {
    return Objects.requireNonNull(twins, "the form is not open yet");
  }

  public Optional<Form> form() {
    Editing of = editing;
    return of == null ? Optional.empty() : Optional.of(of.form());
  }

  public boolean canUndo() {
    return editing != null && editing().canUndo();
  }

  /// What the record is called, from its answers.
  public String name(Texts texts) {
    if (editing == null) {
      return "";
    }
    FilledRow root = session().filled().root();
    Form form = editing().form();
    return desk.labels().name(form, form.main(), root::value, texts);
  }

  public String village() {
    return headed("desa");
  }

  public String round() {
    return headed("putaran");
  }

  private String headed(String field) {
    return editing == null || editing().form().main().field(field).isEmpty()
        ? ""
        : session().cell(session().root(), field).value();
  }

  public UUID root() {
    return session().root();
  }

  Editing editing() {
    return Objects.requireNonNull(editing, "the form is not open yet");
  }

  FormSession session() {
    return editing().session();
  }

  public int asked() {
    return sections.stream().mapToInt(Section::questions).sum();
  }

  public int answered() {
    return sections.stream().mapToInt(Section::answered).sum();
  }

  public int errors() {
    return sections.stream().mapToInt(Section::errors).sum();
  }

  public int missing() {
    return sections.stream().mapToInt(Section::missing).sum();
  }

  public int warnings() {
    return sections.stream().mapToInt(Section::warnings).sum();
  }

  /// The problem that is shown: an empty required answer is no fault until "Selesai".
  public @Nullable Problem shownProblem(Question question) {
    Problem problem = question.problem();
    boolean empty = problem != null && problem.code() == ProblemCode.REQUIRED_EMPTY;
    return empty && !checked.get() ? null : problem;
  }

  // Commands

  /// Takes an answer, as typed or canonical, and keeps it.
  public Answer answer(Spot spot, String value) {
    return editing().answer(spot, value);
  }

  /// Answers the empty question for a place that stands nearest to a photo, in the same row.
  ///
  /// @return whether there was one
  boolean place(Spot photo, String point) {
    return session().has(photo.row())
        && EmptyPlace.near(editing(), photo)
            .map(spot -> answer(spot, point).accepted())
            .orElse(false);
  }

  public void undo() {
    Spot spot = editing().undo();
    if (spot != null) {
      jump(spot);
    }
  }

  public void redo() {
    Spot spot = editing().redo();
    if (spot != null) {
      jump(spot);
    }
  }

  public void select(Section chosen) {
    rows().show(chosen.repeatTable());
    section.set(chosen);
    faults.clear();
    fill();
    firstFocus();
  }

  public void nextSection() {
    move(1);
  }

  public void previousSection() {
    move(-1);
  }

  /// Adds a row to the repeat and goes to its first question.
  ///
  /// @return whether there is one to add to
  boolean addRow() {
    boolean added = rows().add() != null;
    if (added) {
      firstFocus();
    }
    return added;
  }

  /// The section this many steps away, or null.
  public @Nullable Section neighbour(int step) {
    int at = sections.indexOf(section.get()) + step;
    return at < 0 || at >= sections.size() ? null : sections.get(at);
  }

  private void move(int step) {
    Section next = neighbour(step);
    if (next != null) {
      select(next);
    }
  }

  /// People look at this question now.
  public void look(Spot spot) {
    beside().look(spot);
  }

  /// Something is being typed into this question.
  void typed(Spot spot, String text, Texts texts) {
    twins().typed(spot, text, texts, beside().previousRoot());
  }

  /// Goes to the next (1) or previous (-1) question that is wrong or missing, round about.
  public void nextError(int direction) {
    List<Fault> all = new FaultSearch(session()).all();
    if (all.isEmpty()) {
      return;
    }
    int at = -1;
    Spot now = beside().spotProperty().get();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).spot().equals(now)) {
        at = i;
      }
    }
    int next = at < 0 && direction < 0 ? all.size() - 1 : at + direction;
    jump(all.get(Math.floorMod(next, all.size())).spot());
  }

  /// Shows a question and asks for the focus there.
  public void jump(Spot spot) {
    Section of = new FaultSearch(session()).sectionOf(spot, sections);
    if (of == null) {
      return;
    }
    faults.clear();
    rows().show(of.repeatTable());
    section.set(of);
    if (of.repeatTable() != null) {
      rows().reveal(spot.row());
    }
    fill();
    focus.set(null);
    focus.set(spot);
    if (!spot.field().isEmpty()) {
      beside().look(spot);
    }
  }

  /// Lists what is wrong or missing, each a way to the question.
  public void listFaults() {
    faults.setAll(new FaultSearch(session()).all());
  }

  /// Calls the record complete if nothing is wrong or missing; else lists what is.
  ///
  /// @return whether it is complete now
  public boolean finish() {
    checked.set(true);
    List<Fault> found = new FaultSearch(session()).all();
    if (!found.isEmpty() || !session().judge().isClean()) {
      fill();
      faults.setAll(found);
      return false;
    }
    editing().finish();
    return true;
  }

  private void refresh() {
    Section here = section.get();
    sections.setAll(session().sections().stream().filter(this::isShown).toList());
    Section now =
        sections.stream()
            .filter(each -> here != null && each.id().equals(here.id()))
            .findFirst()
            .orElse(sections.isEmpty() ? null : sections.getFirst());
    if (now != null) {
      rows().show(now.repeatTable());
    }
    section.set(now);
    fill();
    complete.set(editing().completeProperty().get());
    revision.set(revision.get() + 1);
  }

  /// A part that only computes has nothing to show.
  private boolean isShown(Section each) {
    return each.relevant()
        && (each.questions() > 0
            || each.repeatTable() != null
            || !session().questions(each.id()).isEmpty());
  }

  private void fill() {
    Section here = section.get();
    if (here == null) {
      questions.clear();
      return;
    }
    String table = here.repeatTable();
    rows().show(table);
    if (table == null) {
      questions.setAll(worthShowing(session().questions(here.id())));
    } else {
      fillRow();
    }
  }

  private void fillRow() {
    Rows.Level level = rows().levelProperty().get();
    UUID row = rows().selectedProperty().get();
    if (level != null) {
      questions.setAll(
          row == null ? List.of() : worthShowing(session().questions(level.table(), row)));
    }
  }

  /// A value that is only shown and is empty tells nothing.
  private static List<Question> worthShowing(List<Question> all) {
    return all.stream()
        .filter(each -> each.note() || !each.readOnly() || !each.value().isEmpty())
        .toList();
  }

  private void firstFocus() {
    for (Question question : questions) {
      if (!question.note() && !question.readOnly() && question.value().isEmpty()) {
        focus.set(null);
        focus.set(new Spot(question.row(), question.field()));
        return;
      }
    }
  }

  // Opening

  private void show(Opening.@Nullable Opened opened) {
    if (opened == null) {
      state.set(State.GONE);
      return;
    }
    Autosave autosave = new Autosave(desk.office("id"), opened.existing());
    Keeping keeping =
        new Keeping(background, status, clock, desk.store(), autosave, opened.session().root());
    Editing of = new Editing(opened, keeping);
    editing = of;
    rows = new Rows(of);
    beside = new Beside(desk, background, status, of);
    reasons = new Reasons(opened.settled() ? opened.existing() : null, beside());
    twins = new Twins(desk, background, of);
    of.revisionProperty().addListener(_ -> refresh());
    of.completeProperty().addListener(_ -> complete.set(of.completeProperty().get()));
    rows().selectedProperty().addListener(_ -> fillRow());
    refresh();
    Spot to = wanted;
    if (to != null) {
      jump(to);
    } else {
      firstUnanswered();
    }
    state.set(State.READY);
  }

  private void firstUnanswered() {
    for (Section each : sections) {
      if (each.missing() > 0 || each.errors() > 0) {
        select(each);
        return;
      }
    }
    if (!sections.isEmpty()) {
      select(sections.getFirst());
    }
  }
}
