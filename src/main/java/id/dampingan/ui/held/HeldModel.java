package id.dampingan.ui.held;

import id.dampingan.exchange.MendErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.ReturnErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.merge.HeldCell;
import id.dampingan.store.StoredHold;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What could not be taken, cell by cell: searched, mended in place, or given back.
public final class HeldModel {
  /// One cell that waits.
  ///
  /// @param field its question, null if the row as a whole waits or the form does not know it
  /// @param earlier the value that the record has here, the empty text if none
  public record Line(
      StoredHold hold,
      HeldCell cell,
      @Nullable Form form,
      @Nullable FormTable table,
      @Nullable Field field,
      String earlier) {
    boolean isSame(@Nullable Line other) {
      return other != null && hold.id() == other.hold.id() && cell.equals(other.cell);
    }

    /// Whether a value typed here can help.
    public boolean isMendable() {
      FormTable of = table;
      return of != null && field != null && MendErrand.isMendable(hold.row(), of, cell.field());
    }
  }

  private final Desk desk;
  private final Ui ui;
  private List<Line> all = List.of();

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ProblemCode> reason = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableSet<Long> chosen = FXCollections.observableSet();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  public HeldModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
    reason.addListener(_ -> filter());
    search.addListener(_ -> filter());
  }

  public Desk desk() {
    return desk;
  }

  /// What the reason and the search let through.
  public ObservableList<Line> lines() {
    return lines;
  }

  public int count() {
    return all.size();
  }

  /// How many cells wait for each reason.
  public Map<ProblemCode, Integer> reasons() {
    Map<ProblemCode, Integer> reasons = new EnumMap<>(ProblemCode.class);
    all.forEach(line -> reasons.merge(line.cell().problem().code(), 1, Integer::sum));
    return reasons;
  }

  public ObjectProperty<@Nullable Line> selectedProperty() {
    return selected;
  }

  /// Null: every reason.
  public ObjectProperty<@Nullable ProblemCode> reasonProperty() {
    return reason;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /// The numbers of the held rows that were ticked.
  public ObservableSet<Long> chosen() {
    return chosen;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  // Commands

  public void refresh() {
    ui.background()
        .run(this::find)
        .onSuccess(found -> {
          all = found;
          chosen.retainAll(found.stream().map(line -> line.hold().id()).toList());
          if (reason.get() != null && !reasons().containsKey(reason.get())) {
            reason.set(null);
          }
          filter();
          loaded.set(true);
        })
        .start();
  }

  private List<Line> find() {
    List<Line> found = new ArrayList<>();
    for (StoredHold hold : desk.store().held(null)) {
      String name = hold.row().form();
      Form form = desk.store().form(Form.idOf(name)).orElse(null);
      FormTable table = form == null ? null : form.table(name).orElse(null);
      var known = desk.store().submission(hold.row().uuid());
      for (HeldCell cell : hold.row().cells()) {
        Field field = table == null ? null : table.field(cell.field()).orElse(null);
        String earlier = field == null ? "" : known.map(s -> s.value(cell.field())).orElse("");
        found.add(new Line(hold, cell, form, table, field, earlier));
      }
    }
    return found;
  }

  private void filter() {
    Line now = selected.get();
    int at = Math.max(0, lines.indexOf(now));
    String words = search.get().toLowerCase(Locale.ROOT).strip();
    lines.setAll(
        all.stream()
            .filter(line -> reason.get() == null || line.cell().problem().code() == reason.get())
            .filter(line -> words.isEmpty() || says(line, words))
            .toList());
    selected.set(
        lines.stream()
            .filter(line -> line.isSame(now))
            .findFirst()
            .orElse(lines.isEmpty() ? null : lines.get(Math.min(at, lines.size() - 1))));
  }

  private boolean says(Line line, String words) {
    return Stream.concat(
            Stream.of(
                line.hold().sender(),
                line.hold().row().address().file(),
                line.cell().cell(),
                line.cell().value(),
                desk.village(line.hold().village()).name()),
            line.hold().row().values().values().stream())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  /// Takes the row with this value in the selected cell, as if it had been typed in that file.
  public void mend(String text) {
    Line line = selected.get();
    if (line == null || !line.isMendable()) {
      return;
    }
    ui.background()
        .run(() ->
            new MendErrand(desk.office(ui.language()))
                .mend(line.hold().id(), Map.of(line.cell().field(), text)))
        .onSuccess(done -> {
          tell(
              done.still().isEmpty()
                  ? ui.get("held.mended")
                  : ui.get("held.still", done.still().size()),
              done.still().isEmpty() ? Tone.SUCCESS : Tone.WARNING);
          refresh();
          desk.touch();
        })
        .onError(
            Refused.class,
            refused -> {
              Sentences sentences = Sentences.in(ui.language());
              tell(sentences.reason(refused.problem()), Tone.DANGER);
            })
        .onError(
            IOException.class,
            error -> tell(ui.get("send.failed", error.getMessage()), Tone.DANGER))
        .start();
  }

  private void tell(String what, Tone tone) {
    ui.status().tell(StatusLine.Notice.of(what, tone));
  }

  /// Writes a workbook of the ticked rows, or of all where none is, marked and commented, to be
  /// sent back.
  public void giveBack(Path out) {
    List<StoredHold> holds =
        all.stream()
            .map(Line::hold)
            .distinct()
            .filter(hold -> chosen.isEmpty() || chosen.contains(hold.id()))
            .toList();
    ui.background()
        .runLong(_ -> new ReturnErrand(desk.office(ui.language())).giveBackChosen(out, holds))
        .onSuccess(rows -> tell(ui.get("held.returned", rows, out.getFileName()), Tone.SUCCESS))
        .onError(
            IOException.class,
            error -> tell(ui.get("send.failed", error.getMessage()), Tone.DANGER))
        .start();
  }
}
