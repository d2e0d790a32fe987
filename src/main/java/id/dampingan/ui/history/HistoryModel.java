package id.dampingan.ui.history;

import id.dampingan.exchange.PastErrand;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.store.Batch;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.Store;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.Candidate;
import id.dampingan.submission.Register;
import id.dampingan.submission.Submission;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Place;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What happened to one record and the rows of its repeats, and how it was on a day.
public final class HistoryModel {
  private static final Set<String> UNTOLD = Set.of(SystemField.PARENT, SystemField.ORDER);

  private final Desk desk;
  private final Ui ui;
  private final Place.History place;

  /// What there was on a day.
  ///
  /// @param last the act that was the last one by then, null: there was none yet
  /// @param undone whose values stand in it and were taken back since
  public record Then(LocalDate day, @Nullable Batch last, List<Batch> undone) {}

  private record Read(@Nullable Form form, @Nullable StoredRow record, List<Told> lines) {}

  private final List<Told> all = new ArrayList<>();

  // Properties

  private final ObservableList<Told> lines = FXCollections.observableArrayList();
  private final ObservableList<Answered> answers = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable StoredRow> record = new SimpleObjectProperty<>();
  private final StringProperty question = new SimpleStringProperty("");
  private final StringProperty day = new SimpleStringProperty("");
  private final StringProperty wrong = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Then> then = new SimpleObjectProperty<>();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  public HistoryModel(Desk desk, Ui ui, Place.History place) {
    this.desk = desk;
    this.ui = ui;
    this.place = place;
    String field = place.field();
    question.set(field == null ? "" : field);
    question.addListener((_, _, _) -> filter());
  }

  public Desk desk() {
    return desk;
  }

  /// The changes, the newest first.
  ObservableList<Told> lines() {
    return lines;
  }

  /// What was answered on the day.
  ObservableList<Answered> answers() {
    return answers;
  }

  public ReadOnlyObjectProperty<@Nullable Form> formProperty() {
    return form;
  }

  /// The record as it is, null: it is no longer here.
  public ReadOnlyObjectProperty<@Nullable StoredRow> recordProperty() {
    return record;
  }

  /// Only the changes of this field; empty: all.
  public StringProperty questionProperty() {
    return question;
  }

  /// The day that is asked for, as it was typed.
  public StringProperty dayProperty() {
    return day;
  }

  /// A key of the texts; empty: nothing is wrong.
  public ReadOnlyStringProperty wrongProperty() {
    return wrong;
  }

  /// The day that is shown, null: none, the changes are.
  public ReadOnlyObjectProperty<@Nullable Then> thenProperty() {
    return then;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// The fields that changed, in the form's order, each once.
  List<Told> questions() {
    Set<String> seen = new LinkedHashSet<>();
    return all.stream()
        .sorted(Comparator.comparingInt(HistoryModel::placeOf))
        .filter(each -> seen.add(each.line().field()))
        .toList();
  }

  private static int placeOf(Told told) {
    FormTable table = told.table();
    int at = table == null || told.field() == null ? -1 : table.fields().indexOf(told.field());
    return at < 0 ? Integer.MAX_VALUE : at + (told.rowName().isEmpty() ? 0 : 10_000);
  }

  // Commands

  public void refresh() {
    ui.background()
        .run(this::read)
        .onSuccess(read -> {
          form.set(read.form());
          record.set(read.record());
          all.clear();
          all.addAll(read.lines());
          if (all.stream().noneMatch(each -> each.line().field().equals(question.get()))) {
            question.set("");
          }
          filter();
          loaded.set(true);
        })
        .start();
  }

  private void filter() {
    lines.setAll(
        all.stream()
            .filter(each ->
                question.get().isEmpty()
                    || each.line().field().equals(question.get())
                        && (place.row() == null
                            || !question.get().equals(place.field())
                            || each.row().equals(place.row())))
            .toList());
  }

  /// Shows the record as it was at the end of the typed day.
  public void look() {
    if (day.get().isBlank()) {
      back();
      return;
    }
    LocalDate wanted = Days.read(day.get(), desk.today());
    if (wanted == null) {
      wrong.set("history.day.wrong");
      return;
    }
    if (wanted.isAfter(desk.today())) {
      wrong.set("history.day.future");
      return;
    }
    wrong.set("");
    ui.background()
        .run(() -> stateOn(wanted))
        .onSuccess(state -> {
          answers.setAll(state.answers());
          then.set(state.then());
        })
        .start();
  }

  /// Shows the changes again.
  public void back() {
    day.set("");
    wrong.set("");
    then.set(null);
  }

  // Reading

  private Read read() {
    Store store = desk.store();
    Form of = store.past().formOf(place.root()).flatMap(store::form).orElse(null);
    List<Told> found = new ArrayList<>();
    for (UUID uuid : store.past().members(place.root())) {
      StoredRow row = store.row(uuid).orElse(null);
      List<HistoryLine> told = store.historyOf(uuid);
      FormTable table = of == null ? null : table(of, row, told);
      String name = uuid.equals(place.root()) ? "" : rowName(of, table, row, told);
      for (HistoryLine line : told) {
        if (isWorthTelling(line)) {
          found.add(
              new Told(
                  uuid,
                  name,
                  table,
                  table == null ? null : table.field(line.field()).orElse(null),
                  line));
        }
      }
    }
    found.sort(Comparator.comparingLong((Told each) -> each.line().batch()).reversed());
    store.audit(desk.user(), "history", place.root().toString());
    return new Read(of, store.row(place.root()).orElse(null), found);
  }

  /// The table of a row; of one that is gone the first one that has all its questions.
  private static @Nullable FormTable table(
      Form of, @Nullable StoredRow row, List<HistoryLine> told) {
    if (row != null) {
      return of.table(row.submission().form()).orElse(null);
    }
    return of.tables().stream()
        .filter(table ->
            told.stream()
                .map(HistoryLine::field)
                .filter(field -> !SystemField.is(field))
                .allMatch(field -> table.field(field).isPresent()))
        .findFirst()
        .orElse(null);
  }

  private String rowName(
      @Nullable Form of,
      @Nullable FormTable table,
      @Nullable StoredRow row,
      List<HistoryLine> told) {
    if (of == null || table == null) {
      return "–";
    }
    UnaryOperator<String> values = row == null ? field -> last(told, field) : row::value;
    String name = desk.labels().name(of, table, values, ui.words().texts());
    return name.isEmpty() ? table.label().in(ui.language()) : name;
  }

  private static String last(List<HistoryLine> told, String field) {
    return told.stream()
        .filter(line -> line.field().equals(field))
        .map(HistoryLine::newValue)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  /// Every edit says that the record is there; where nobody thought otherwise it tells people
  /// nothing.
  private static boolean isWorthTelling(HistoryLine line) {
    if (UNTOLD.contains(line.field())) {
      return line.oldValue() != null;
    }
    return !line.field().equals(SystemField.DELETED)
        || "1".equals(line.oldValue())
        || "1".equals(line.newValue())
        || !line.lost().isEmpty();
  }

  private record State(Then then, List<Answered> answers) {}

  private State stateOn(LocalDate wanted) {
    PastErrand errand = new PastErrand(desk.office(ui.language()));
    Batch last = errand.on(wanted).orElse(null);
    List<PastErrand.PastRow> rows = last == null ? List.of() : errand.family(place.root(), last);
    Map<Long, Batch> undone = new TreeMap<>();
    rows.forEach(row -> row.undone().forEach(batch -> undone.put(batch.id(), batch)));
    List<Answered> found = new ArrayList<>();
    for (PastErrand.PastRow row : rows) {
      answers(row.row(), found);
    }
    return new State(
        new Then(wanted, rows.isEmpty() ? null : last, List.copyOf(undone.values())), found);
  }

  private void answers(StoredRow was, List<Answered> into) {
    Submission then = was.submission();
    Form of = desk.store().form(Form.idOf(then.form())).orElse(null);
    FormTable table = of == null ? null : of.table(then.form()).orElse(null);
    StoredRow now = desk.store().row(then.uuid()).orElse(null);
    String name = "";
    if (of != null && table != null && table.isRepeat()) {
      String called = desk.labels().name(of, table, was::value, ui.words().texts());
      name = called.isEmpty() ? table.label().in(ui.language()) : called;
    }
    Set<String> fields = new LinkedHashSet<>();
    if (table != null) {
      table.fields().forEach(field -> fields.add(field.name()));
    }
    fields.addAll(List.of(SystemField.DELETED, SystemField.STATUS));
    fields.addAll(then.registers().keySet());
    for (String field : fields) {
      String before = was.value(field);
      String after = now == null ? "" : now.value(field);
      boolean system = SystemField.is(field);
      boolean told =
          !UNTOLD.contains(field)
              && (then.conflicts().containsKey(field)
                  || (system
                      ? !system(before).equals(system(after))
                      : !before.isEmpty() || !after.isEmpty()));
      if (told) {
        into.add(
            new Answered(
                name,
                table == null ? null : table.field(field).orElse(null),
                field,
                before,
                others(then, field),
                after));
      }
    }
  }

  private static List<String> others(Submission then, String field) {
    Register register = then.conflicts().get(field);
    return register == null
        ? List.of()
        : register.candidates(field).stream().skip(1).map(Candidate::value).toList();
  }

  /// "Not deleted" is said by 0 and by nothing.
  private static String system(String value) {
    return value.equals("0") ? "" : value;
  }
}
