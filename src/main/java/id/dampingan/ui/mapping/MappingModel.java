package id.dampingan.ui.mapping;

import id.dampingan.exchange.FilePasswords;
import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.MappingShelf;
import id.dampingan.exchange.Progress;
import id.dampingan.foreign.Draft;
import id.dampingan.foreign.ForeignBook;
import id.dampingan.foreign.Mapping;
import id.dampingan.foreign.Recognition;
import id.dampingan.foreign.Suggestion;
import id.dampingan.form.Form;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Undoing;
import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One table of another programme: which mapping reads it, what that would do, and what it did.
public final class MappingModel {
  /// Where the table stands.
  public enum State {
    NONE,
    READING,
    REFUSED,
    MAPPING,
    CHECKING,
    CHECKED,
    TAKING,
    TAKEN,
    UNDONE
  }

  /// What was found out about a file.
  private record Found(
      ForeignBook book, List<Mapping> fitting, Mapping mapping, boolean guessed, Form form) {}

  private final Desk desk;
  private final Ui ui;
  private final MappingShelf shelf;
  private final Pairing pairing;

  private @Nullable ForeignBook book;

  /// The mapping as it is kept, null: it is not.
  private @Nullable Mapping kept;

  private volatile int glances;

  // Properties

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.NONE);
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
  private final ObservableList<Mapping> choice = FXCollections.observableArrayList();
  private final ObservableList<Mapping> saved = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty recognised = new SimpleBooleanProperty();
  private final BooleanProperty unsaved = new SimpleBooleanProperty();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Glance> glance = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable FileResult> result = new SimpleObjectProperty<>();

  public MappingModel(Desk desk, Ui ui, @Nullable Path given) {
    this.desk = desk;
    this.ui = ui;
    this.shelf = new MappingShelf(desk.store());
    this.pairing = new Pairing(desk);
    pairing.draftProperty().addListener(_ -> changed());
    pairing.revisionProperty().addListener(_ -> changed());
    name.addListener(_ -> compare());
    refresh();
    if (given != null) {
      look(given);
    }
  }

  public Desk desk() {
    return desk;
  }

  Pairing pairing() {
    return pairing;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file;
  }

  /// Why the file cannot be read as a table.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem;
  }

  /// The mappings that may read this file: those that fit first.
  public ObservableList<Mapping> choice() {
    return choice;
  }

  /// The mappings that people keep.
  public ObservableList<Mapping> saved() {
    return saved;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /// Whether a known mapping was found to fit the file.
  public ReadOnlyBooleanProperty recognisedProperty() {
    return recognised;
  }

  /// Whether what is on the screen is kept nowhere yet.
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  public ReadOnlyObjectProperty<@Nullable Glance> glanceProperty() {
    return glance;
  }

  /// What the whole file would do, or did.
  public ReadOnlyObjectProperty<@Nullable FileResult> resultProperty() {
    return result;
  }

  /// The forms that a table can be mapped to.
  public List<Form> forms() {
    return desk.store().forms();
  }

  // Commands

  public void refresh() {
    ui.background().run(shelf::saved).onSuccess(saved::setAll).start();
  }

  /// Reads a file's first rows, and finds the mapping that fits or guesses one.
  public void look(Path chosen) {
    file.set(chosen);
    result.set(null);
    problem.set(null);
    state.set(State.READING);
    ui.background()
        .run(() -> found(chosen))
        .onSuccess(this::show)
        .onError(WorkbookRefused.class, e -> refuse(e.problem()))
        .onError(
            IOException.class,
            _ ->
                refuse(
                    Problem.of(
                        ProblemCode.FILE_MISSING,
                        Map.of("value", String.valueOf(chosen.getFileName())))))
        .start();
  }

  private void refuse(Problem why) {
    problem.set(why);
    state.set(State.REFUSED);
  }

  private Found found(Path chosen) throws WorkbookRefused, IOException {
    ForeignBook read =
        ForeignBook.beginning(
            chosen,
            new FilePasswords(desk.office(ui.language())).keyring(chosen, chosen, passwords()));
    if (read.sheets().isEmpty()) {
      throw new WorkbookRefused(
          Problem.of(
              ProblemCode.NO_FORM_SHEET, Map.of("value", String.valueOf(chosen.getFileName()))));
    }
    List<Mapping> fitting = shelf.recognise(read).stream().map(Recognition::mapping).toList();
    if (!fitting.isEmpty()) {
      Mapping best = fitting.getFirst();
      Form form = desk.store().form(best.form()).orElseThrow();
      return new Found(read, fitting, best, false, form);
    }
    String stem = stem(chosen);
    return forms().stream()
        .map(form -> new Found(read, fitting, Suggestion.of(read, form, stem), true, form))
        .max(Comparator.comparingInt(each -> answers(each.mapping())))
        .orElseThrow(
            () -> new WorkbookRefused(Problem.of(ProblemCode.UNKNOWN_FORM, Map.of("value", stem))));
  }

  private static int answers(Mapping mapping) {
    return mapping.targets().stream().mapToInt(target -> target.fields().size()).sum();
  }

  private static String stem(Path chosen) {
    String whole = String.valueOf(chosen.getFileName());
    int dot = whole.indexOf('.');
    return dot > 0 ? whole.substring(0, dot) : whole;
  }

  private void show(Found found) {
    book = found.book();
    recognised.set(!found.guessed());
    kept = found.guessed() ? null : found.mapping();
    choice.setAll(found.fitting());
    shelf.all().stream()
        .filter(each -> found.fitting().stream().noneMatch(fit -> fit.name().equals(each.name())))
        .forEach(choice::add);
    name.set(found.mapping().name());
    state.set(State.MAPPING);
    pairing.show(
        found.book(), new Draft(found.form(), found.mapping(), found.guessed()), found.guessed());
  }

  /// Reads the file by another mapping.
  public void use(Mapping mapping) {
    Form form = desk.store().form(mapping.form()).orElse(null);
    ForeignBook of = book;
    if (form != null && of != null) {
      kept = mapping;
      name.set(mapping.name());
      pairing.show(of, new Draft(form, mapping, false), false);
    }
  }

  /// Maps the file to another form, beginning with a guess.
  public void guess(Form form) {
    ForeignBook of = book;
    Path chosen = file.get();
    if (of != null && chosen != null) {
      kept = null;
      recognised.set(false);
      name.set(stem(chosen));
      pairing.show(of, new Draft(form, Suggestion.of(of, form, stem(chosen)), true), true);
    }
  }

  /// Keeps the mapping under its name.
  public void save() {
    Mapping mapping = mapping().orElse(null);
    if (mapping == null || mapping.name().isBlank()) {
      return;
    }
    ui.background()
        .run(() -> {
          shelf.save(mapping);
          return mapping;
        })
        .onSuccess(done -> {
          kept = done;
          compare();
          refresh();
        })
        .start();
  }

  /// Forgets a mapping that people kept.
  public void remove(Mapping mapping) {
    ui.background().run(() -> shelf.remove(mapping.name())).onSuccess(_ -> refresh()).start();
  }

  /// Reads the whole file and says what it would do.
  public void check() {
    run(State.CHECKING, State.CHECKED, ImportErrand::preview);
  }

  /// Takes the file that was checked.
  public void accept() {
    if (state.get() == State.CHECKED) {
      run(State.TAKING, State.TAKEN, ImportErrand::merge);
    }
  }

  /// Goes back to the columns.
  public void reconsider() {
    result.set(null);
    state.set(State.MAPPING);
  }

  /// Takes back what was taken.
  public void undo() {
    FileResult of = result.get();
    Long batch = of == null ? null : of.batch();
    if (batch != null) {
      Undoing.run(desk, ui, batch, busy, () -> state.set(State.UNDONE));
    }
  }

  /// The mapping as it stands on the screen.
  Optional<Mapping> mapping() {
    Draft draft = pairing.draftProperty().get();
    return Optional.ofNullable(draft).map(of -> of.mapping(name.get().strip()));
  }

  private interface Errand {
    FileResult run(ImportErrand errand, Path file, Progress progress);
  }

  private void run(State during, State after, Errand errand) {
    Path chosen = file.get();
    Mapping mapping = mapping().orElse(null);
    if (chosen == null || mapping == null || busy.get()) {
      return;
    }
    State before = state.get();
    busy.set(true);
    state.set(during);
    Background.Work<FileResult> work =
        ui.background()
            .runLong(
                Errands.work(reporter ->
                    errand.run(
                        new ImportErrand(desk.office(ui.language()), passwords(), mapping),
                        chosen,
                        Errands.progress(reporter))));
    work.onSuccess(
            done -> {
              result.set(done);
              if (after == State.TAKEN) {
                desk.readVillages();
              }
              state.set(after);
            })
        .atLast(() -> {
          busy.set(false);
          if (state.get() == during) {
            state.set(before); // cancelled or failed
          }
        });
    ui.status().watch(work);
    work.start();
  }

  private void changed() {
    compare();
    ForeignBook of = book;
    Path chosen = file.get();
    Mapping mapping = mapping().orElse(null);
    if (of == null || chosen == null || mapping == null) {
      return;
    }
    int mine = ++glances;
    Function<ImportErrand, FileResult> look = errand -> errand.glance(chosen, of, mapping);
    ui.background()
        .run(() ->
            mine == glances
                ? Optional.of(
                    Glance.of(look.apply(new ImportErrand(desk.office(ui.language()), List.of()))))
                : Optional.<Glance>empty())
        .onSuccess(seen -> {
          if (mine == glances) {
            seen.ifPresent(glance::set);
          }
        })
        .start();
  }

  private void compare() {
    unsaved.set(!mapping().equals(Optional.ofNullable(kept)));
  }

  private List<String> passwords() {
    return password.get().isEmpty() ? List.of() : List.of(password.get());
  }
}
