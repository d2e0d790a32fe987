package id.dampingan.ui.conflict;

import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Dot;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every question that two people answered differently, and the act that settles one.
public final class ConflictModel {
  /// One question of one record with its candidates.
  public record Conflict(
      StoredRow row,
      Form form,
      FormTable table,
      String fieldName,
      @Nullable Field field,
      List<Side> sides) {
    public UUID uuid() {
      return row.submission().uuid();
    }
  }

  /// One candidate with where it came from.
  ///
  /// @param line its history, null if it is not known here
  public record Side(Candidate candidate, @Nullable HistoryLine line) {}

  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Conflict> selected = new SimpleObjectProperty<>();
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private @Nullable Long lastBatch;

  public ConflictModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Conflict> conflicts() {
    return conflicts;
  }

  public ReadOnlyObjectProperty<@Nullable Conflict> selectedProperty() {
    return selected;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  public boolean canUndo() {
    return lastBatch != null;
  }

  // Commands

  public void refresh() {
    Conflict now = selected.get();
    int at = Math.max(0, conflicts.indexOf(now));
    ui.background()
        .run(this::find)
        .onSuccess(found -> {
          conflicts.setAll(found);
          loaded.set(true);
          selected.set(found.isEmpty() ? null : found.get(Math.min(at, found.size() - 1)));
        })
        .start();
  }

  public void select(@Nullable Conflict conflict) {
    selected.set(conflict);
  }

  /// Takes the candidate with this number, from 1; the next conflict comes by itself.
  public void choose(int number) {
    Conflict conflict = selected.get();
    if (conflict != null && number >= 1 && number <= conflict.sides().size()) {
      Dot dot = conflict.sides().get(number - 1).candidate().strongest();
      settle(errand -> errand.take(conflict.uuid(), conflict.fieldName(), dot));
    }
  }

  /// Another value than the candidates'.
  public void decide(String value) {
    Conflict conflict = selected.get();
    if (conflict != null && !value.isBlank()) {
      settle(errand -> errand.decide(conflict.uuid(), conflict.fieldName(), value));
    }
  }

  /// Makes the chosen side a record of its own.
  public void split(int number) {
    Conflict conflict = selected.get();
    if (conflict != null && number >= 1 && number <= conflict.sides().size()) {
      Set<Dot> dots = conflict.sides().get(number - 1).candidate().dots();
      settle(errand -> errand.split(conflict.uuid(), dots));
    }
  }

  public void skip(int direction) {
    int at = conflicts.indexOf(selected.get());
    if (!conflicts.isEmpty()) {
      selected.set(conflicts.get(Math.floorMod(at + direction, conflicts.size())));
    }
  }

  /// Takes the last decision back.
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

  private interface Deed {
    EditErrand.Edited on(EditErrand errand) throws Exception;
  }

  private void settle(Deed deed) {
    ui.background()
        .run(() -> deed.on(new EditErrand(desk.office(ui.language()))))
        .onSuccess(done -> {
          lastBatch = done.batch();
          refresh();
        })
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
      Form form = desk.store().form(Form.idOf(tableName)).orElse(null);
      FormTable table = form == null ? null : form.table(tableName).orElse(null);
      if (form == null || table == null) {
        continue;
      }
      List<HistoryLine> history = desk.store().historyOf(row.submission().uuid());
      row.submission()
          .conflicts()
          .forEach((name, register) -> {
            List<Side> sides =
                register.candidates(name).stream()
                    .map(candidate -> new Side(candidate, lineOf(history, name, candidate)))
                    .toList();
            found.add(new Conflict(row, form, table, name, table.field(name).orElse(null), sides));
          });
    }
    return found;
  }

  private static @Nullable HistoryLine lineOf(
      List<HistoryLine> history, String field, Candidate candidate) {
    Set<String> dots =
        candidate.dots().stream().map(Dot::toString).collect(java.util.stream.Collectors.toSet());
    for (HistoryLine line : history) {
      if (line.field().equals(field)
          && List.of(line.dot().split("\\+")).stream().anyMatch(dots::contains)) {
        return line;
      }
    }
    return null;
  }
}
