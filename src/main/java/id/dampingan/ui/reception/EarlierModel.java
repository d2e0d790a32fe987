package id.dampingan.ui.reception;

import id.dampingan.exchange.PastBatch;
import id.dampingan.store.Batch;
import id.dampingan.ui.ChangesModel;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Undoing;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files that came at any earlier time: looked at cell by cell, and undone.
public final class EarlierModel {
  private final Desk desk;
  private final Ui ui;
  private final ChangesModel changes;
  private final Asking asking;
  private List<Batch> all = List.of();

  // Properties

  private final ObservableList<Batch> batches = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Batch> selected = new SimpleObjectProperty<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  EarlierModel(Desk desk, Ui ui, Asking asking) {
    this.asking = asking;
    this.desk = desk;
    this.ui = ui;
    this.changes = new ChangesModel(desk);
    search.addListener(_ -> filter());
    selected.addListener((_, _, now) -> read(now));
  }

  /// The imports that the search lets through, the newest first.
  public ObservableList<Batch> batches() {
    return batches;
  }

  /// Words in the file's or the sender's name.
  public StringProperty searchProperty() {
    return search;
  }

  public ObjectProperty<@Nullable Batch> selectedProperty() {
    return selected;
  }

  /// What the selected one did.
  public ChangesModel changes() {
    return changes;
  }

  Asking asking() {
    return asking;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  // Commands

  public void refresh() {
    ui.background()
        .run(() -> PastBatch.imports(desk.store()))
        .onSuccess(found -> {
          all = found;
          Batch before = selected.get();
          filter();
          selected.set(
              all.stream()
                  .filter(each -> before != null && each.id() == before.id())
                  .findFirst()
                  .orElse(null));
        })
        .start();
  }

  private void filter() {
    String words = search.get().strip().toLowerCase(java.util.Locale.ROOT);
    batches.setAll(
        all.stream()
            .filter(batch ->
                (batch.header().fileName() + " " + batch.header().sender())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(words))
            .toList());
  }

  private void read(@Nullable Batch batch) {
    changes.show(ChangesModel.Content.NOTHING, null);
    if (batch != null) {
      ui.background()
          .run(() -> PastBatch.of(desk.store(), batch))
          .onSuccess(past -> {
            Batch now = selected.get();
            if (now != null && now.id() == batch.id()) {
              changes.show(ChangesModel.Content.of(past), null);
            }
          })
          .start();
    }
  }

  /// Moves what the selected one made or changed to another village.
  void move(String village) {
    Batch batch = selected.get();
    if (batch != null) {
      asking.move(batch, village);
    }
  }

  /// Takes the selected one back.
  public void undo() {
    Batch batch = selected.get();
    if (batch != null && batch.withdrawnAt() == null) {
      Undoing.run(desk, ui, batch.id(), busy, this::refresh);
    }
  }
}
