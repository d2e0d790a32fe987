package id.dampingan.ui.conflict;

import id.dampingan.exchange.ConflictSide;
import id.dampingan.exchange.DecideErrand;
import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.OpenConflict;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Dot;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every question that two people answered differently, and the acts that settle one.
public final class ConflictModel {
  private final Desk desk;
  private final Ui ui;
  private List<Conflict> all = List.of();

  // Properties

  private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Conflict> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable OpenConflict> known = new SimpleObjectProperty<>();
  private final IntegerProperty marked = new SimpleIntegerProperty();
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private final IntegerProperty decided = new SimpleIntegerProperty();
  private final StringProperty village = new SimpleStringProperty("");
  private final StringProperty form = new SimpleStringProperty("");
  private final StringProperty field = new SimpleStringProperty("");
  private @Nullable Long lastBatch;

  public ConflictModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
    for (StringProperty filter : List.of(village, form, field)) {
      filter.addListener(_ -> filter());
    }
  }

  public Desk desk() {
    return desk;
  }

  /// What the filters let through, grouped by record.
  public ObservableList<Conflict> conflicts() {
    return conflicts;
  }

  /// How many there are, whatever the filters say.
  public int count() {
    return all.size();
  }

  public long records() {
    return all.stream().map(Conflict::uuid).distinct().count();
  }

  public ReadOnlyObjectProperty<@Nullable Conflict> selectedProperty() {
    return selected;
  }

  /// What the history knows of the selected one, null while it is read.
  public ReadOnlyObjectProperty<@Nullable OpenConflict> knownProperty() {
    return known;
  }

  /// The side that Enter takes and P makes a record of its own, from 1; 0: none.
  public IntegerProperty markedProperty() {
    return marked;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// How many were decided here since the screen was opened.
  public int decided() {
    return decided.get();
  }

  /// The code of a village, a form's id, a field's name; the empty text: all.
  public StringProperty villageProperty() {
    return village;
  }

  public StringProperty formProperty() {
    return form;
  }

  public StringProperty fieldProperty() {
    return field;
  }

  /// The different values that the conflicts have, for a filter.
  public List<String> values(Function<Conflict, String> of) {
    return all.stream().map(of).filter(value -> !value.isEmpty()).distinct().toList();
  }

  public boolean canUndo() {
    return lastBatch != null;
  }

  // Commands

  public void refresh() {
    ui.background()
        .run(this::find)
        .onSuccess(found -> {
          all = found;
          filter();
          loaded.set(true);
        })
        .start();
  }

  private void filter() {
    Conflict now = selected.get();
    int at = Math.max(0, indexOf(now));
    conflicts.setAll(
        all.stream()
            .filter(each -> isAsked(village, each.row().village()))
            .filter(each -> isAsked(form, each.form().id()))
            .filter(each -> isAsked(field, each.fieldName()))
            .toList());
    int same = indexOf(now);
    select(
        conflicts.isEmpty()
            ? null
            : conflicts.get(same >= 0 ? same : Math.min(at, conflicts.size() - 1)));
  }

  private static boolean isAsked(StringProperty filter, String value) {
    return filter.get().isEmpty() || filter.get().equals(value);
  }

  private int indexOf(@Nullable Conflict conflict) {
    for (int i = 0; i < conflicts.size(); i++) {
      if (conflicts.get(i).isSame(conflict)) {
        return i;
      }
    }
    return -1;
  }

  /// Brings a conflict to the front and reads where its values came from.
  public void select(@Nullable Conflict conflict) {
    if (conflict != null && conflict.equals(selected.get())) {
      return;
    }
    known.set(null);
    marked.set(0);
    selected.set(conflict);
    if (conflict == null) {
      return;
    }
    ui.background()
        .run(() ->
            new DecideErrand(desk.office(ui.language()))
                .conflicts(List.of(conflict.row())).stream()
                    .filter(open -> open.field().equals(conflict.fieldName()))
                    .findFirst())
        .onSuccess(open -> {
          if (conflict.equals(selected.get())) {
            open.flatMap(OpenConflict::proposed)
                .ifPresent(side -> marked.set(open.get().sides().indexOf(side) + 1));
            known.set(open.orElse(null));
          }
        })
        .start();
  }

  /// Takes the candidate with this number, from 1; 0 is the value that both had seen. The next
  /// conflict comes by itself.
  public void choose(int number) {
    Conflict conflict = selected.get();
    if (conflict == null) {
      return;
    }
    OpenConflict open = known.get();
    String before = open == null ? null : open.before();
    if (number == 0 && before != null) {
      settle(errand -> errand.decide(conflict.uuid(), conflict.fieldName(), before));
    } else if (number >= 1 && number <= conflict.candidates().size()) {
      Dot dot = conflict.candidates().get(number - 1).strongest();
      settle(errand -> errand.take(conflict.uuid(), conflict.fieldName(), dot));
    }
  }

  /// Takes the marked side.
  public void chooseMarked() {
    if (marked.get() > 0) {
      choose(marked.get());
    }
  }

  /// Marks the next or the previous side.
  public void mark(int direction) {
    Conflict conflict = selected.get();
    if (conflict != null) {
      int sides = conflict.candidates().size();
      int from = marked.get() == 0 && direction < 0 ? 1 : marked.get();
      marked.set(Math.floorMod(from - 1 + direction, sides) + 1);
    }
  }

  /// Another value than the candidates'.
  public void decide(String value) {
    Conflict conflict = selected.get();
    if (conflict != null && !value.isBlank()) {
      settle(errand -> errand.decide(conflict.uuid(), conflict.fieldName(), value));
    }
  }

  /// Makes the marked side a record of its own.
  public void split() {
    Conflict conflict = selected.get();
    int number = marked.get();
    if (conflict != null && number >= 1 && number <= conflict.candidates().size()) {
      Set<Dot> dots = conflict.candidates().get(number - 1).dots();
      settle(errand -> errand.split(conflict.uuid(), dots));
    } else {
      ui.status().tell(StatusLine.Notice.of(ui.get("conflict.split.which"), Tone.ACCENT));
    }
  }

  public void skip(int direction) {
    int at = indexOf(selected.get());
    if (!conflicts.isEmpty()) {
      select(conflicts.get(Math.floorMod(at + direction, conflicts.size())));
    }
  }

  /// Takes the last decision back, be it of one or of many.
  public void undo() {
    Long batch = lastBatch;
    if (batch != null) {
      lastBatch = null;
      ui.background()
          .run(() -> new UndoErrand(desk.office(ui.language())).undo(batch, true))
          .onSuccess(_ -> refresh())
          .start();
    }
  }

  /// Something was decided by this batch.
  void noteDecided(long batch, int conflictsDecided) {
    lastBatch = batch == 0 ? null : batch;
    decided.set(decided.get() + conflictsDecided);
    refresh();
  }

  private interface Deed {
    EditErrand.Edited on(EditErrand errand) throws Exception;
  }

  private void settle(Deed deed) {
    ui.background()
        .run(() -> deed.on(new EditErrand(desk.office(ui.language()))))
        .onSuccess(done -> noteDecided(done.batch(), 1))
        .onError(
            Refused.class,
            refused ->
                ui.status()
                    .tell(
                        StatusLine.Notice.of(
                            Sentences.in(ui.language()).reason(refused.problem()), Tone.DANGER)))
        .start();
  }

  private List<Conflict> find() {
    List<Conflict> found = new ArrayList<>();
    for (StoredRow row : desk.store().conflicts(null, Set.of())) {
      String tableName = row.submission().form();
      Form of = desk.store().form(Form.idOf(tableName)).orElse(null);
      FormTable table = of == null ? null : of.table(tableName).orElse(null);
      if (of == null || table == null) {
        continue;
      }
      row.submission()
          .conflicts()
          .forEach((name, register) ->
              found.add(
                  new Conflict(
                      row,
                      of,
                      table,
                      name,
                      table.field(name).orElse(null),
                      register.candidates(name))));
    }
    return found;
  }

  /// What is known of a candidate's origin, null if nothing is (yet).
  public @Nullable ConflictSide side(int number) {
    OpenConflict open = known.get();
    return open == null || number < 1 || number > open.sides().size()
        ? null
        : Objects.requireNonNull(open.sides().get(number - 1));
  }
}
