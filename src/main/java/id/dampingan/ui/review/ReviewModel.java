package id.dampingan.ui.review;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.ReviewErrand;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Submission;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The filled forms of one form that wait for Bappeda, and the answers of the one selected.
public final class ReviewModel {
  /// An answer of the selected filled form.
  ///
  /// @param field null: the head of a row, named by `value`
  public record Line(UUID row, @Nullable Field field, String value) {}

  private final Desk desk;
  private final Ui ui;
  private List<ReviewErrand.Reviewed> all = List.of();
  private int asked;

  // Properties

  private final ObservableList<Form> forms = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final ObjectProperty<ReviewErrand.@Nullable State> state = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<ReviewErrand.Reviewed> rows = FXCollections.observableArrayList();
  private final IntegerProperty total = new SimpleIntegerProperty();
  private final ObservableSet<UUID> chosen = FXCollections.observableSet();
  private final ObjectProperty<ReviewErrand.@Nullable Reviewed> selected =
      new SimpleObjectProperty<>();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<ReviewErrand.Objection> objections =
      FXCollections.observableArrayList();
  private final BooleanProperty loaded = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Long> lastBatch = new SimpleObjectProperty<>();

  public ReviewModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    forms.setAll(desk.fieldForms());
    form.addListener(_ -> {
      chosen.clear();
      refresh();
    });
    village.addListener(_ -> refresh());
    search.addListener(_ -> refresh());
    state.addListener(_ -> filter());
    selected.addListener((_, before, now) -> {
      if (before == null || now == null || !before.row().equals(now.row())) {
        objections.clear();
        read(now);
      }
    });
    desk.revisionProperty().addListener(_ -> refresh());
    forms.stream().findFirst().ifPresent(form::set);
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Form> forms() {
    return forms;
  }

  public ObjectProperty<@Nullable Form> formProperty() {
    return form;
  }

  /// The village's code, null: every village.
  public ObjectProperty<@Nullable String> villageProperty() {
    return village;
  }

  /// Null: all that wait for Bappeda.
  public ObjectProperty<ReviewErrand.@Nullable State> stateProperty() {
    return state;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /// What the filters let through.
  public ObservableList<ReviewErrand.Reviewed> rows() {
    return rows;
  }

  /// How many complete filled forms there are, those too many to be shown included.
  public ReadOnlyIntegerProperty totalProperty() {
    return total;
  }

  /// How many stand where.
  public Map<ReviewErrand.State, Integer> counts() {
    Map<ReviewErrand.State, Integer> counts = new EnumMap<>(ReviewErrand.State.class);
    all.forEach(each -> counts.merge(each.state(), 1, Integer::sum));
    return counts;
  }

  /// Those that were ticked.
  public ObservableSet<UUID> chosen() {
    return chosen;
  }

  public ObjectProperty<ReviewErrand.@Nullable Reviewed> selectedProperty() {
    return selected;
  }

  /// The answers of the selected one, row by row.
  public ObservableList<Line> lines() {
    return lines;
  }

  /// What was found wrong in the selected one, not yet said.
  public ObservableList<ReviewErrand.Objection> objections() {
    return objections;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// What "Urungkan" takes back, null: nothing.
  public ReadOnlyObjectProperty<@Nullable Long> lastBatchProperty() {
    return lastBatch;
  }

  // Commands

  public void refresh() {
    Form of = form.get();
    if (of == null) {
      loaded.set(true);
      return;
    }
    int question = ++asked;
    String where = village.get();
    String words = search.get().strip();
    ui.background()
        .run(() ->
            new ReviewErrand(desk.office(ui.language()))
                .look(of.id(), words, where == null ? Set.of() : Set.of(where), null))
        .onSuccess(page -> {
          if (question == asked) {
            all = page.rows();
            total.set(page.total());
            chosen.retainAll(all.stream().map(each -> each.row().submission().root()).toList());
            filter();
            loaded.set(true);
          }
        })
        .start();
  }

  private void filter() {
    ReviewErrand.Reviewed now = selected.get();
    int at = Math.max(0, now == null ? 0 : rows.indexOf(now));
    ReviewErrand.State only = state.get();
    Predicate<ReviewErrand.Reviewed> wanted =
        each -> only == null ? each.state().isOpen() : each.state() == only;
    rows.setAll(all.stream().filter(wanted).toList());
    UUID root = now == null ? null : now.row().submission().root();
    selected.set(
        rows.stream()
            .filter(each -> each.row().submission().root().equals(root))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.get(Math.min(at, rows.size() - 1))));
  }

  private void read(ReviewErrand.@Nullable Reviewed of) {
    if (of == null) {
      lines.clear();
      return;
    }
    Submission root = of.row().submission();
    ui.background()
        .run(() -> linesOf(root, desk.store().family(root.root())))
        .onSuccess(found -> {
          ReviewErrand.Reviewed now = selected.get();
          if (now != null && now.row().submission().root().equals(root.root())) {
            lines.setAll(found);
          }
        })
        .start();
  }

  private List<Line> linesOf(Submission root, List<StoredRow> family) {
    Form of =
        desk.store()
            .form(root.form(), root.formVersion())
            .or(() -> desk.store().form(root.form()))
            .orElseThrow();
    List<Line> found = new ArrayList<>();
    for (StoredRow row : family) {
      Submission submission = row.submission();
      FormTable table = of.table(submission.form()).orElse(null);
      if (table == null || submission.isDeleted()) {
        continue;
      }
      if (table.isRepeat()) {
        found.add(
            new Line(
                submission.uuid(),
                null,
                desk.labels().name(of, table, row::value, ui.words().texts())));
      }
      for (Field field : table.fields()) {
        String value = row.value(field.name());
        boolean told = !Missing.known(value).isEmpty() || Missing.is(value);
        if (told && !field.label().in(ui.language()).isBlank()) {
          found.add(
              new Line(
                  submission.uuid(),
                  field,
                  desk.labels().value(of, field, value, ui.words().texts())));
        }
      }
    }
    return found;
  }

  /// Notes that an answer of the selected one is wrong.
  ///
  /// @param line null: the filled form as a whole
  public void object(@Nullable Line line, String text) {
    ReviewErrand.Reviewed now = selected.get();
    if (now == null || text.isBlank()) {
      return;
    }
    Field field = line == null ? null : line.field();
    objections.add(
        new ReviewErrand.Objection(
            line == null ? now.row().submission().root() : line.row(),
            field == null ? "" : field.name(),
            text.strip()));
  }

  /// Approves the ticked ones, or the selected one where none is.
  public void approve() {
    Form of = form.get();
    List<UUID> roots = roots();
    if (of != null && !roots.isEmpty()) {
      run(
          reporter -> new ReviewErrand(desk.office(ui.language())).approve(of.id(), roots),
          done -> {
            chosen.clear();
            said(
                done.changed() == roots.size()
                    ? ui.count("review.approved", done.changed())
                    : ui.get("review.approved.some", done.changed(), roots.size()),
                done.batch());
          });
    }
  }

  private List<UUID> roots() {
    if (!chosen.isEmpty()) {
      return List.copyOf(chosen);
    }
    ReviewErrand.Reviewed now = selected.get();
    return now == null ? List.of() : List.of(now.row().submission().root());
  }

  /// Returns the selected one with what was found wrong in it.
  public void giveBack() {
    ReviewErrand.Reviewed now = selected.get();
    if (now == null || objections.isEmpty()) {
      return;
    }
    List<ReviewErrand.Objection> said = List.copyOf(objections);
    UUID root = now.row().submission().root();
    run(
        reporter -> new ReviewErrand(desk.office(ui.language())).giveBack(root, said),
        done -> {
          objections.clear();
          said(ui.count("review.returned", said.size()), done.batch());
        });
  }

  /// Takes the last approval or return back.
  public void undo() {
    Long batch = lastBatch.get();
    if (batch != null) {
      run(
          _ -> new UndoErrand(desk.office(ui.language())).undo(batch, true),
          _ -> {
            lastBatch.set(null);
            ui.status().tell(StatusLine.Notice.of(ui.get("deed.undone"), Tone.SUCCESS));
          });
    }
  }

  private void said(String sentence, long batch) {
    lastBatch.set(batch == 0 ? null : batch);
    ui.status()
        .tell(
            new StatusLine.Notice(
                sentence, Tone.SUCCESS, batch == 0 ? null : "do.undo", this::undo, ""));
    desk.touch();
  }

  private <T> void run(Background.LongWork<T> errand, Consumer<T> then) {
    Background.Work<T> work = ui.background().runLong(Errands.work(errand));
    work.onSuccess(then)
        .onError(
            Refused.class,
            refused ->
                ui.status()
                    .tell(
                        StatusLine.Notice.of(
                            Sentences.in(ui.language()).reason(refused.problem()), Tone.DANGER)));
    ui.status().watch(work);
    work.start();
  }
}
