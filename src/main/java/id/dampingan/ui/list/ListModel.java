package id.dampingan.ui.list;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.programme.Unit;
import id.dampingan.store.Found;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Labels;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.RecordDeeds;
import id.dampingan.ui.Ui;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The records of one form: searched, narrowed, read a page at a time.
public final class ListModel {
  private static final int PAGE = 200;
  private static final int TELLING = 3;

  /// The question by which a village's records are divided.
  private static final String HAMLET = "dusun";

  private final Desk desk;
  private final Background background;
  private final Preferences preferences;
  private final RecordDeeds deeds;
  private @Nullable String sort;
  private boolean descending;
  private boolean visible;
  private boolean reading;
  private int asked;

  // Properties

  private final ObservableList<Form> forms = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final ObjectProperty<Search.@Nullable Kind> status = new SimpleObjectProperty<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<StoredRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty total = new SimpleIntegerProperty();
  private final ObjectProperty<@Nullable String> hamlet = new SimpleObjectProperty<>();
  private final ObservableList<String> hamlets = FXCollections.observableArrayList();
  private final IntegerProperty columnsChanged = new SimpleIntegerProperty();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  /// @param formId null: the form with the newest record, else the first
  /// @param villageCode null: every village
  public ListModel(Desk desk, Ui ui, @Nullable String formId, @Nullable String villageCode) {
    this.desk = desk;
    this.background = ui.background();
    this.preferences = ui.preferences();
    this.deeds = new RecordDeeds(desk, ui);
    village.set(villageCode);
    background
        .run(() -> start(formId))
        .onSuccess(chosen -> {
          forms.setAll(desk.isMaster() ? desk.store().forms() : desk.fieldForms());
          form.set(chosen);
          refresh();
        })
        .start();
    form.addListener(_ -> {
      sort = null;
      hamlet.set(null);
      refresh();
    });
    village.addListener(_ -> {
      hamlet.set(null);
      refresh();
    });
    status.addListener(_ -> refresh());
    hamlet.addListener(_ -> refresh());
    text.addListener(_ -> refresh());
    desk.revisionProperty()
        .addListener(_ -> {
          if (visible) {
            refresh();
          }
        });
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

  /// Null: all that are not deleted.
  public ObjectProperty<Search.@Nullable Kind> statusProperty() {
    return status;
  }

  /// What is searched.
  public StringProperty textProperty() {
    return text;
  }

  public ObservableList<StoredRow> rows() {
    return rows;
  }

  /// How many there are on all pages.
  public ReadOnlyIntegerProperty totalProperty() {
    return total;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// Only this hamlet, null: all.
  public ObjectProperty<@Nullable String> hamletProperty() {
    return hamlet;
  }

  /// The hamlets that records of this form and village name; empty if it has no such question.
  public ObservableList<String> hamlets() {
    return hamlets;
  }

  public RecordDeeds deeds() {
    return deeds;
  }

  /// Whether "Perbarui pada putaran ini" means something here.
  public boolean isPictured() {
    Form of = form.get();
    return of != null && Unit.isPictured(of);
  }

  /// Changes whenever other columns were chosen.
  public ReadOnlyIntegerProperty columnsProperty() {
    return columnsChanged;
  }

  /// The questions that can be columns.
  public List<Field> choosable(Form of) {
    return of.main().fields().stream()
        .filter(field -> !field.type().isMedia())
        .filter(field -> !field.label().in("id").isBlank())
        .filter(field -> !field.name().startsWith("awas_"))
        .filter(field -> !Set.of("desa", "putaran").contains(field.name()))
        .toList();
  }

  /// The questions that are columns now.
  public List<Field> columns(Form of) {
    List<String> chosen = preferences.columns(of.id());
    return chosen == null
        ? Labels.telling(of, TELLING)
        : choosable(of).stream().filter(field -> chosen.contains(field.name())).toList();
  }

  // Commands

  /// The screen has come in front of people, or gone.
  public void setVisible(boolean now) {
    visible = now;
    if (now) {
      refresh();
    }
  }

  public void refresh() {
    read(0);
  }

  /// Reads the next page too, unless it is on its way or there is none.
  public void more() {
    if (!reading && rows.size() < total.get()) {
      read(rows.size());
    }
  }

  /// @param field the field's name or [Search#CHANGED], null: the last changed first
  public void sort(@Nullable String field, boolean backwards) {
    if (!Objects.equals(sort, field) || descending != backwards) {
      sort = field;
      descending = backwards;
      refresh();
    }
  }

  /// Shows or hides a question's column, and remembers it.
  public void choose(Form of, Field field, boolean shown) {
    Set<String> names = new LinkedHashSet<>();
    columns(of).forEach(each -> names.add(each.name()));
    if (shown) {
      names.add(field.name());
    } else {
      names.remove(field.name());
    }
    preferences.setColumns(of.id(), List.copyOf(names));
  }

  /// The choice of columns is over: the table may follow.
  public void touchColumns() {
    columnsChanged.set(columnsChanged.get() + 1);
  }

  /// The usual columns again.
  public void usualColumns(Form of) {
    preferences.setColumns(of.id(), null);
  }

  public void complete(List<StoredRow> chosen) {
    deeds.complete(roots(chosen));
  }

  public void delete(List<StoredRow> chosen) {
    deeds.delete(roots(chosen));
  }

  /// "Perbarui pada putaran ini".
  public void carry(List<StoredRow> chosen) {
    Form of = form.get();
    if (of != null) {
      deeds.carry(of, roots(chosen), _ -> {});
    }
  }

  private static List<UUID> roots(List<StoredRow> chosen) {
    return chosen.stream().map(row -> row.submission().root()).toList();
  }

  public void clearFilters() {
    text.set("");
    status.set(null);
    hamlet.set(null);
    village.set(null);
  }

  public boolean isFiltered() {
    return !text.get().isBlank()
        || status.get() != null
        || village.get() != null
        || hamlet.get() != null;
  }

  private void read(int offset) {
    Form of = form.get();
    if (of == null) {
      return;
    }
    int question = ++asked;
    String where = village.get();
    String only = hamlet.get();
    Set<String> villages = where == null ? Set.of() : Set.of(where);
    Search search =
        new Search(of.id(), text.get().strip(), villages, null, status.get(), offset, PAGE)
            .sortedBy(sort, descending)
            .where(only == null ? Map.of() : Map.of(HAMLET, only));
    boolean divided = of.main().field(HAMLET).isPresent();
    reading = true;
    background
        .run(() ->
            new Page(
                desk.store().search(search),
                divided && offset == 0
                    ? desk.store().values(of.id(), HAMLET, villages)
                    : List.of()))
        .onSuccess(page -> show(question, offset, page))
        .atLast(() -> reading = false)
        .start();
  }

  private record Page(Found found, List<String> hamlets) {}

  private void show(int question, int offset, Page page) {
    if (question != asked) {
      return; // something else was typed meanwhile
    }
    if (offset == 0) {
      rows.setAll(page.found().rows());
      if (!hamlets.equals(page.hamlets())) {
        hamlets.setAll(page.hamlets());
      }
    } else {
      rows.addAll(page.found().rows());
    }
    total.set(page.found().total());
    loaded.set(true);
  }

  private @Nullable Form start(@Nullable String formId) {
    if (formId != null) {
      return desk.store().form(formId).orElse(null);
    }
    Form newest = null;
    java.time.Instant at = java.time.Instant.MIN;
    List<Form> candidates = desk.fieldForms();
    for (Form each : candidates) {
      Found found = desk.store().search(new Search(each.id(), "", Set.of(), null, null, 0, 1));
      if (!found.rows().isEmpty() && found.rows().getFirst().changedAt().isAfter(at)) {
        at = found.rows().getFirst().changedAt();
        newest = each;
      }
    }
    return newest != null ? newest : candidates.isEmpty() ? null : candidates.getFirst();
  }
}
