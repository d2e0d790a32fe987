package id.dampingan.ui.duplicate;

import id.dampingan.duplicate.Likeness;
import id.dampingan.duplicate.Subject;
import id.dampingan.exchange.DuplicateErrand;
import id.dampingan.exchange.EditErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.StoredRow;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/// Which records are likely one, what of each is to be kept, and the acts that settle it.
public final class DuplicateModel {
  /// A question and what the two records answer.
  ///
  /// @param kept what the record that stays says
  /// @param other what the one that is merged into it says
  public record Line(Field field, String kept, String other) {
    public boolean differs() {
      return !kept.equals(other);
    }
  }

  /// Two records side by side; the one with more answers stays.
  public record Sides(
      Likeness likeness,
      Form form,
      FormTable table,
      StoredRow kept,
      StoredRow other,
      List<Line> lines) {
    /// The questions that somebody has to choose for.
    public List<Line> differing() {
      return lines.stream().filter(Line::differs).toList();
    }

    /// The same with the other record staying.
    Sides turned() {
      return of(likeness, form, table, other, kept);
    }

    static Sides of(
        Likeness likeness, Form form, FormTable table, StoredRow kept, StoredRow other) {
      List<Line> lines = new ArrayList<>();
      for (Field field : table.fields()) {
        String one = kept.value(field.name());
        String two = other.value(field.name());
        if (!field.derived() && !(one.isEmpty() && two.isEmpty())) {
          lines.add(new Line(field, one, two));
        }
      }
      return new Sides(likeness, form, table, kept, other, List.copyOf(lines));
    }
  }

  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Likeness> likely = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Sides> sides = new SimpleObjectProperty<>();
  private final ObservableList<Boolean> takesOther = FXCollections.observableArrayList();
  private final IntegerProperty at = new SimpleIntegerProperty();
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private final BooleanProperty revealed = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Long> lastBatch = new SimpleObjectProperty<>();

  public DuplicateModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Likeness> likely() {
    return likely;
  }

  public ReadOnlyObjectProperty<@Nullable Sides> sidesProperty() {
    return sides;
  }

  /// For each differing question, whether the other record's answer is taken.
  public ObservableList<Boolean> takesOther() {
    return takesOther;
  }

  /// Which of the differing questions the keys 1 and 2 choose for.
  public ReadOnlyIntegerProperty atProperty() {
    return at;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// Whether official numbers are shown in full.
  public ReadOnlyBooleanProperty revealedProperty() {
    return revealed;
  }

  public ReadOnlyObjectProperty<@Nullable Long> lastBatchProperty() {
    return lastBatch;
  }

  // Commands

  public void refresh() {
    Sides now = sides.get();
    int place = now == null ? 0 : Math.max(0, likely.indexOf(now.likeness()));
    ui.background()
        .runLong(_ -> desk.duplicates().now())
        .onSuccess(found -> {
          boolean same = loaded.get() && found.equals(likely);
          if (!same) {
            likely.setAll(found);
          }
          loaded.set(true);
          if (!same || sides.get() == null) {
            select(found.isEmpty() ? null : found.get(Math.min(place, found.size() - 1)));
          }
        })
        .start();
  }

  public void select(@Nullable Likeness likeness) {
    if (likeness == null) {
      show(null);
      return;
    }
    ui.background().run(() -> sides(likeness)).onSuccess(found -> show(found.orElse(null))).start();
  }

  private void show(@Nullable Sides found) {
    revealed.set(false);
    at.set(0);
    takesOther.setAll(
        found == null
            ? List.of()
            : found.differing().stream().map(line -> line.kept().isEmpty()).toList());
    sides.set(found);
  }

  private Optional<Sides> sides(Likeness likeness) {
    Form form = desk.store().form(Form.idOf(likeness.table())).orElse(null);
    FormTable table = form == null ? null : form.table(likeness.table()).orElse(null);
    StoredRow first = desk.store().row(likeness.first().uuid()).orElse(null);
    StoredRow second = desk.store().row(likeness.second().uuid()).orElse(null);
    if (form == null || table == null || first == null || second == null) {
      return Optional.empty();
    }
    boolean more = second.submission().values().size() > first.submission().values().size();
    return Optional.of(
        more
            ? Sides.of(likeness, form, table, second, first)
            : Sides.of(likeness, form, table, first, second));
  }

  /// Lets the other record stay.
  public void turn() {
    Sides now = sides.get();
    if (now != null) {
      show(now.turned());
    }
  }

  /// Goes to another of the differing questions.
  public void move(int to) {
    at.set(Math.max(0, Math.min(takesOther.size() - 1, to)));
  }

  /// Takes one record's answer to the question the keys are at; the next one comes by itself.
  ///
  /// @param side 1: of the record that stays, 2: of the other
  public void choose(int side) {
    choose(at.get(), side);
    move(at.get() + 1);
  }

  public void choose(int line, int side) {
    if (line >= 0 && line < takesOther.size() && (side == 1 || side == 2)) {
      takesOther.set(line, side == 2);
    }
  }

  /// Shows official numbers in full, and writes down that it did.
  public void reveal() {
    Sides now = sides.get();
    if (now == null || revealed.get()) {
      revealed.set(false);
      return;
    }
    revealed.set(true);
    for (StoredRow row : List.of(now.kept(), now.other())) {
      desk.store().audit(desk.user(), "show", row.submission().uuid().toString());
    }
  }

  /// The record that stays takes the chosen answers, the other is called its duplicate.
  public void merge() {
    Sides now = sides.get();
    if (now != null) {
      Map<String, String> taken = new TreeMap<>();
      List<Line> differing = now.differing();
      for (int i = 0; i < differing.size(); i++) {
        if (takesOther.get(i)) {
          taken.put(differing.get(i).field().name(), differing.get(i).other());
        }
      }
      settle(errand ->
          errand.merge(now.kept().submission().uuid(), now.other().submission().uuid(), taken));
    }
  }

  /// They are two; never to be shown again.
  public void different() {
    Sides now = sides.get();
    if (now != null) {
      settle(errand ->
          errand.different(now.kept().submission().uuid(), now.other().submission().uuid(), ""));
    }
  }

  /// The household moved from one village to the other: both records stay, linked.
  public void moved() {
    Sides now = sides.get();
    if (now != null) {
      Subject first = now.likeness().first();
      Subject second = now.likeness().second();
      boolean secondIsOlder =
          second.movedTo().equals(first.village())
              || (!first.movedTo().equals(second.village())
                  && second.round().compareTo(first.round()) < 0);
      Subject before = secondIsOlder ? second : first;
      Subject after = secondIsOlder ? first : second;
      settle(errand -> errand.moved(before.uuid(), after.uuid()));
    }
  }

  public void skip() {
    Sides now = sides.get();
    if (now != null && !likely.isEmpty()) {
      select(likely.get((likely.indexOf(now.likeness()) + 1) % likely.size()));
    }
  }

  /// Takes the last decision back.
  public void undo() {
    Long batch = lastBatch.get();
    if (batch != null) {
      lastBatch.set(null);
      ui.background()
          .run(() -> new UndoErrand(desk.office(ui.language())).undo(batch, true))
          .onSuccess(_ -> refresh())
          .start();
    }
  }

  private interface Deed {
    EditErrand.Edited on(DuplicateErrand errand) throws Exception;
  }

  private void settle(Deed deed) {
    ui.background()
        .run(() -> deed.on(new DuplicateErrand(desk.office(ui.language()))))
        .onSuccess(done -> {
          lastBatch.set(done.batch());
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
}
