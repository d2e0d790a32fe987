package id.dampingan.ui.village;

import id.dampingan.form.Form;
import id.dampingan.programme.Unit;
import id.dampingan.store.Selection;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A village's records of one form; of each household only the latest.
public final class RecordsModel {
  private final Desk desk;
  private final Background background;
  private final String formId;
  private final String village;

  // Properties

  private final ObservableList<StoredRow> rows = FXCollections.observableArrayList();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  RecordsModel(Desk desk, Background background, String formId, String village) {
    this.desk = desk;
    this.background = background;
    this.formId = formId;
    this.village = village;
  }

  public Desk desk() {
    return desk;
  }

  public String formId() {
    return formId;
  }

  public String village() {
    return village;
  }

  /// Null: this workspace has no such form.
  public @Nullable Form form() {
    return desk.store().form(formId).orElse(null);
  }

  public ObservableList<StoredRow> rows() {
    return rows;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  /// Whether it is of an earlier round than the open one.
  public boolean isOld(StoredRow row) {
    return row.round().compareTo(desk.openRound()) < 0;
  }

  public long old() {
    return rows.stream().filter(this::isOld).count();
  }

  // Commands

  void refresh() {
    background
        .run(this::find)
        .onSuccess(found -> {
          rows.setAll(found);
          loaded.set(true);
        })
        .start();
  }

  private List<StoredRow> find() {
    Form form = form();
    if (form == null) {
      return List.of();
    }
    boolean pictured = Unit.isPictured(form);
    Map<String, StoredRow> latest = new HashMap<>();
    desk.store()
        .each(
            Selection.LIVE.ofTable(formId).inVillages(Set.of(village)),
            row ->
                latest.merge(
                    pictured ? Unit.of(form, row) : row.submission().uuid().toString(),
                    row,
                    (a, b) -> Unit.LATEST.compare(a, b) >= 0 ? a : b));
    List<StoredRow> found = new ArrayList<>(latest.values());
    found.sort(
        pictured
            ? Comparator.comparing((StoredRow row) -> row.value("dusun"))
                .thenComparing(row -> row.value("no_rt"))
                .thenComparing(row -> row.value("nama_kepala"))
                .thenComparing(row -> row.submission().uuid())
            : Comparator.comparing((StoredRow row) -> row.value("tanggal"))
                .reversed()
                .thenComparing(row -> row.submission().uuid()));
    return found;
  }
}
