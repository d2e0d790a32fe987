package id.dampingan.ui.purge;

import id.dampingan.exchange.PurgeErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What would go, and the word that makes it go.
public final class PurgeModel {
  private final Desk desk;
  private final Ui ui;
  private final Runnable close;

  // Properties

  private final ReadOnlyObjectWrapper<PurgeErrand.@Nullable Look> look =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty word = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Integer> purged = new ReadOnlyObjectWrapper<>();

  /// @param close closes the workspace and shows the first screen
  public PurgeModel(Desk desk, Ui ui, Runnable close) {
    this.desk = desk;
    this.ui = ui;
    this.close = close;
  }

  /// What would go, null: not counted yet.
  public ReadOnlyObjectProperty<PurgeErrand.@Nullable Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /// What is typed to say that one means it.
  public StringProperty wordProperty() {
    return word;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// A key of the texts; empty: nothing is wrong.
  public ReadOnlyStringProperty wrongProperty() {
    return wrong.getReadOnlyProperty();
  }

  /// How many records went, null: none yet.
  public ReadOnlyObjectProperty<@Nullable Integer> purgedProperty() {
    return purged.getReadOnlyProperty();
  }

  public boolean isSafe() {
    PurgeErrand.Look now = look.get();
    return now != null && now.isSafe();
  }

  /// The word that must be typed: a longer one where something would be lost.
  public String needed() {
    return ui.get(isSafe() ? "purge.word" : "purge.word.all");
  }

  // Commands

  public void refresh() {
    if (purged.get() == null) {
      ui.background().run(() -> errand().look()).onSuccess(look::set).start();
    }
  }

  public void purge() {
    if (busy.get() || look.get() == null || purged.get() != null) {
      return;
    }
    if (!word.get().strip().equalsIgnoreCase(needed())) {
      wrong.set("purge.wrong");
      return;
    }
    boolean anyway = !isSafe();
    wrong.set("");
    busy.set(true);
    var work = ui.background().runLong(_ -> errand().purge(anyway));
    work.onSuccess(
            count -> {
              purged.set(count);
              desk.touch();
            })
        .onError(
            Refused.class,
            _ -> {
              wrong.set("purge.wrong");
              refresh();
            })
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  /// Closes the workspace: its file is then written anew, without what went.
  public void leave() {
    close.run();
  }

  private PurgeErrand errand() {
    return new PurgeErrand(desk.office(ui.language()));
  }
}
