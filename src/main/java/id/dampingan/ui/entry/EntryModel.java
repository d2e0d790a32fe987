package id.dampingan.ui.entry;

import id.dampingan.form.Answer;
import id.dampingan.form.Form;
import id.dampingan.form.FormSession;
import id.dampingan.form.Judgement;
import id.dampingan.form.Question;
import id.dampingan.form.Section;
import id.dampingan.form.SessionSetting;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.FilledForm;
import id.dampingan.submission.FilledRow;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.submission.SystemField;
import id.dampingan.text.Texts;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
/// and what is missing. Every answer is kept at once.
public final class EntryModel {
  /// Where the form stands.
  public enum State {
    LOADING,
    READY,
    GONE
  }

  /// A question as an address.
  public record Spot(UUID row, String field) {}

  /// One thing that is wrong or missing.
  public record Fault(Spot spot, String section, Question question, Problem problem) {}

  /// What the store had when the form was opened.
  private record Opened(
      Form form, @Nullable FilledForm existing, FormSession session, String status) {}

  private record Step(Spot spot, String before, String after) {}

  private record Pending(FilledForm filled, String status) {}

  private final Desk desk;
  private final Background background;
  private final StatusLine status;
  private final Clock clock;
  private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private @Nullable FormSession session;
  private @Nullable Form form;
  private @Nullable Autosave autosave;
  private String recordStatus = SystemField.STATUS_DRAFT;
  private @Nullable Spot wanted;

  // Properties

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
  private final ObservableList<Section> sections = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Section> section = new SimpleObjectProperty<>();
  private final ObservableList<Question> questions = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable UUID> selectedRow = new SimpleObjectProperty<>();
  private final ObservableList<UUID> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Spot> focus = new SimpleObjectProperty<>();
  private final IntegerProperty revision = new SimpleIntegerProperty();
  private final BooleanProperty complete = new SimpleBooleanProperty();
  private final ObservableList<Fault> faults = FXCollections.observableArrayList();
  private final BooleanProperty checked = new SimpleBooleanProperty();
  private final ObservableList<HistoryLine> history = FXCollections.observableArrayList();

  public EntryModel(
      Desk desk, Background background, StatusLine status, Clock clock, Place.Entry place) {
    this(desk, background, status, clock);
    wanted =
        place.row() == null || place.field() == null ? null : new Spot(place.row(), place.field());
    background.run(() -> open(place.root())).onSuccess(this::show).start();
  }

  public EntryModel(
      Desk desk, Background background, StatusLine status, Clock clock, Place.NewEntry place) {
    this(desk, background, status, clock);
    background.run(() -> begin(place)).onSuccess(this::show).start();
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
  public ObservableList<UUID> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<@Nullable UUID> selectedRowProperty() {
    return selectedRow;
  }

  /// The question that should have the focus.
  public ReadOnlyObjectProperty<@Nullable Spot> focusProperty() {
    return focus;
  }

  /// Rises with every answer.
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

  /// What happened to the question that has the focus.
  public ObservableList<HistoryLine> history() {
    return history;
  }

  public Optional<Form> form() {
    return Optional.ofNullable(form);
  }

  public boolean canUndo() {
    return !done.isEmpty();
  }

  /// What the record is called, from its answers.
  public String name(Texts texts) {
    FormSession of = session;
    Form ofForm = form;
    if (of == null || ofForm == null) {
      return "";
    }
    FilledRow root = of.filled().root();
    return desk.labels().name(ofForm, ofForm.main(), root::value, texts);
  }

  public String village() {
    FormSession of = session;
    return of == null ? "" : of.filled().root().value("desa");
  }

  public String round() {
    FormSession of = session;
    return of == null ? "" : of.filled().root().value("putaran");
  }

  public UUID root() {
    return session().root();
  }

  /// The session, for the table of a repeat.
  FormSession session() {
    FormSession of = session;
    if (of == null) {
      throw new IllegalStateException("the form is not open yet");
    }
    return of;
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

  /// The problem that is shown: an empty required answer is no fault until "Selesai".
  public @Nullable Problem shownProblem(Question question) {
    Problem problem = question.problem();
    boolean empty = problem != null && problem.code() == ProblemCode.REQUIRED_EMPTY;
    return empty && !checked.get() ? null : problem;
  }

  // Commands

  /// Takes an answer, as typed or canonical, and keeps it.
  public Answer answer(Spot spot, String value) {
    String before = session().question(spot.row(), spot.field()).value();
    Answer answer = session().answer(spot.row(), spot.field(), value);
    if (answer.accepted() && !answer.value().equals(before)) {
      done.push(new Step(spot, before, answer.value()));
      undone.clear();
      changed();
    }
    return answer;
  }

  public void undo() {
    step(done, undone, true);
  }

  public void redo() {
    step(undone, done, false);
  }

  private void step(Deque<Step> from, Deque<Step> to, boolean back) {
    if (from.isEmpty()) {
      return;
    }
    Step step = from.pop();
    to.push(step);
    session().answer(step.spot().row(), step.spot().field(), back ? step.before() : step.after());
    changed();
    jump(step.spot());
  }

  public void select(Section chosen) {
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

  /// Adds a row to the section's table and selects it.
  public void addRow() {
    Section here = section.get();
    if (here != null && here.repeatTable() != null) {
      UUID added = session().addRow(here.repeatTable(), session().root(), UUID.randomUUID());
      changed();
      selectRow(added);
      firstFocus();
    }
  }

  public void removeRow(UUID row) {
    session().removeRow(row);
    selectedRow.set(null);
    changed();
  }

  public void selectRow(@Nullable UUID row) {
    selectedRow.set(row);
    fill();
  }

  /// The question that people look at now; its history is read.
  public void look(Spot spot) {
    background
        .run(() ->
            desk.store().submission(spot.row()).isEmpty()
                ? List.<HistoryLine>of()
                : desk.store().historyOf(spot.row()).stream()
                    .filter(line -> line.field().equals(spot.field()))
                    .toList())
        .onSuccess(history::setAll)
        .start();
  }

  /// Goes to the next (1) or previous (-1) question with an error, round about.
  public void nextError(int direction) {
    List<Fault> all = findFaults();
    if (all.isEmpty()) {
      return;
    }
    int at = -1;
    Spot now = focus.get();
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
    for (Section each : sections) {
      if (contains(each, spot)) {
        faults.clear();
        section.set(each);
        if (each.repeatTable() != null) {
          selectedRow.set(spot.row());
        }
        fill();
        focus.set(null);
        focus.set(spot);
        return;
      }
    }
  }

  /// Calls the record complete if nothing is wrong or missing; else lists what is.
  ///
  /// @return whether it is complete now
  public boolean finish() {
    checked.set(true);
    List<Fault> found = findFaults();
    Judgement judgement = session().judge();
    if (!found.isEmpty() || !judgement.isClean()) {
      fill();
      faults.setAll(found);
      return false;
    }
    recordStatus = SystemField.STATUS_COMPLETE;
    complete.set(true);
    keep();
    return true;
  }

  private boolean contains(Section each, Spot spot) {
    if (each.repeatTable() == null) {
      return spot.row().equals(session().root())
          && session().questions(each.id()).stream()
              .anyMatch(question -> question.field().equals(spot.field()));
    }
    return session().rows(each.repeatTable(), session().root()).contains(spot.row());
  }

  private List<Fault> findFaults() {
    List<Fault> found = new ArrayList<>();
    for (Section each : session().sections()) {
      if (!each.relevant()) {
        continue;
      }
      String table = each.repeatTable();
      if (table == null) {
        collect(each, session().questions(each.id()), found);
      } else {
        for (UUID row : session().rows(table, session().root())) {
          collect(each, session().questions(table, row), found);
        }
      }
    }
    return found;
  }

  private void collect(Section of, List<Question> asked, List<Fault> found) {
    for (Question question : asked) {
      Problem problem = shownProblem(question);
      if (problem != null) {
        found.add(
            new Fault(new Spot(question.row(), question.field()), of.id(), question, problem));
      }
    }
  }

  private void changed() {
    if (complete.get()) {
      // A complete record that is changed into a wrong one is a draft again.
      boolean clean = session().judge().isClean();
      recordStatus = clean ? SystemField.STATUS_COMPLETE : SystemField.STATUS_DRAFT;
      complete.set(clean);
    }
    refresh();
    keep();
  }

  private void refresh() {
    Section here = section.get();
    sections.setAll(session().sections().stream().filter(this::isShown).toList());
    section.set(
        sections.stream()
            .filter(each -> here != null && each.id().equals(here.id()))
            .findFirst()
            .orElse(sections.isEmpty() ? null : sections.getFirst()));
    fill();
    revision.set(revision.get() + 1);
  }

  /// A part that only computes has nothing to show.
  private boolean isShown(Section each) {
    return each.relevant()
        && (each.repeatTable() != null || !session().questions(each.id()).isEmpty());
  }

  private void fill() {
    Section here = section.get();
    if (here == null) {
      questions.clear();
      rows.clear();
      return;
    }
    String table = here.repeatTable();
    if (table == null) {
      rows.clear();
      selectedRow.set(null);
      questions.setAll(worthShowing(session().questions(here.id())));
      return;
    }
    rows.setAll(session().rows(table, session().root()));
    UUID row = selectedRow.get();
    if (row == null || !rows.contains(row)) {
      row = rows.isEmpty() ? null : rows.getFirst();
      selectedRow.set(row);
    }
    questions.setAll(row == null ? List.of() : worthShowing(session().questions(table, row)));
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

  /// Gives the present state to the background; while it is busy, only the newest one waits.
  private void keep() {
    Autosave to = autosave;
    if (to == null) {
      return;
    }
    pending.set(new Pending(session().filled(), recordStatus));
    background
        .run(() -> {
          Pending next = pending.getAndSet(null);
          if (next != null) {
            to.keep(next.filled(), next.status());
          }
          return next != null;
        })
        .onSuccess(wrote -> {
          if (wrote) {
            status.savedAtProperty().set(clock.instant());
          }
        })
        .onError(
            Exception.class,
            error ->
                status.tell(
                    new StatusLine.Notice(
                        "entry.notSaved", Tone.DANGER, null, null, String.valueOf(error))))
        .start();
  }

  // Opening

  private void show(@Nullable Opened opened) {
    if (opened == null) {
      state.set(State.GONE);
      return;
    }
    form = opened.form();
    session = opened.session();
    recordStatus = opened.status();
    complete.set(recordStatus.equals(SystemField.STATUS_COMPLETE));
    autosave = new Autosave(desk.office("id"), opened.existing());
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

  private @Nullable Opened open(UUID root) throws Exception {
    Optional<StoredRow> row = desk.store().row(root);
    Optional<FilledForm> filled = desk.store().filled(root);
    if (row.isEmpty() || filled.isEmpty()) {
      return null;
    }
    Form of = desk.store().form(filled.get().form()).orElseThrow();
    FormSession opened = FormSession.start(of, desk.lists(), setting(), filled.get(), root);
    return new Opened(of, filled.get(), opened, row.get().status());
  }

  private @Nullable Opened begin(Place.NewEntry place) throws Exception {
    Optional<FilledForm> already = desk.store().filled(place.root());
    if (already.isPresent()) {
      return open(place.root());
    }
    Optional<Form> of = desk.store().form(place.form());
    if (of.isEmpty()) {
      return null;
    }
    FormSession fresh = FormSession.start(of.get(), desk.lists(), setting(), null, place.root());
    prefill(fresh, of.get(), place);
    return new Opened(of.get(), null, fresh, SystemField.STATUS_DRAFT);
  }

  /// The header that every form of the programme begins with.
  private void prefill(FormSession fresh, Form of, Place.NewEntry place) {
    Map<String, String> known =
        Map.of(
            "desa", place.village() == null ? "" : place.village(),
            "putaran", status.roundProperty().get(),
            "tanggal", LocalDate.now(clock).toString(),
            "petugas", desk.user());
    known.forEach((field, value) -> {
      if (!value.isEmpty() && of.main().field(field).isPresent()) {
        fresh.answer(place.root(), field, value);
      }
    });
  }

  private SessionSetting setting() {
    return new SessionSetting(clock, "", desk.user(), desk.workspace().writer());
  }
}
