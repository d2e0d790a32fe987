package id.dampingan.ui.list;

import id.dampingan.form.Form;
import id.dampingan.store.Found;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.List;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/// The records of one form: searched, narrowed, read a page at a time.
public final class ListModel {
  private static final int PAGE = 200;

  private final Desk desk;
  private final Background background;
  private int asked;

  // Properties

  private final ObservableList<Form> forms = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Form> form = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> village = new SimpleObjectProperty<>();
  private final ObjectProperty<Search.@Nullable Kind> status = new SimpleObjectProperty<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<StoredRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty total = new SimpleIntegerProperty();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  /// @param formId null: the form with the newest record, else the first
  /// @param villageCode null: every village
  public ListModel(
      Desk desk, Background background, @Nullable String formId, @Nullable String villageCode) {
    this.desk = desk;
    this.background = background;
    village.set(villageCode);
    background
        .run(() -> start(formId))
        .onSuccess(chosen -> {
          forms.setAll(desk.isMaster() ? desk.store().forms() : desk.fieldForms());
          form.set(chosen);
          refresh();
        })
        .start();
    form.addListener(_ -> refresh());
    village.addListener(_ -> refresh());
    status.addListener(_ -> refresh());
    text.addListener(_ -> refresh());
    desk.revisionProperty().addListener(_ -> refresh());
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

  public ReadOnlyObjectProperty<@Nullable Form> chosenForm() {
    return form;
  }

  // Commands

  public void refresh() {
    read(0);
  }

  /// Reads the next page too.
  public void more() {
    read(rows.size());
  }

  public void clearFilters() {
    text.set("");
    status.set(null);
    village.set(null);
  }

  public boolean isFiltered() {
    return !text.get().isBlank() || status.get() != null || village.get() != null;
  }

  private void read(int offset) {
    Form of = form.get();
    if (of == null) {
      return;
    }
    int question = ++asked;
    String where = village.get();
    Search search =
        new Search(
            of.id(),
            text.get().strip(),
            where == null ? Set.of() : Set.of(where),
            null,
            status.get(),
            offset,
            PAGE);
    background
        .run(() -> desk.store().search(search))
        .onSuccess(found -> show(question, offset, found))
        .start();
  }

  private void show(int question, int offset, Found found) {
    if (question != asked) {
      return; // something else was typed meanwhile
    }
    if (offset == 0) {
      rows.setAll(found.rows());
    } else {
      rows.addAll(found.rows());
    }
    total.set(found.total());
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
