package id.dampingan.ui.held;

import id.dampingan.exchange.ReturnErrand;
import id.dampingan.merge.HeldCell;
import id.dampingan.store.StoredHold;
import id.dampingan.ui.Desk;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What could not be taken, cell by cell.
public final class HeldModel {
  /// One cell that waits.
  public record Line(StoredHold hold, HeldCell cell) {}

  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  public HeldModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    desk.revisionProperty().addListener(_ -> refresh());
  }

  public Desk desk() {
    return desk;
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded;
  }

  // Commands

  public void refresh() {
    ui.background()
        .run(() -> {
          List<Line> found = new ArrayList<>();
          for (StoredHold hold : desk.store().held(null)) {
            hold.row().cells().forEach(cell -> found.add(new Line(hold, cell)));
          }
          return found;
        })
        .onSuccess(found -> {
          lines.setAll(found);
          loaded.set(true);
        })
        .start();
  }

  /// Writes a workbook of just these rows, marked and commented, to be sent back.
  public void giveBack(Path out) {
    ui.background()
        .runLong(_ -> new ReturnErrand(desk.office(ui.language())).giveBack(out, null))
        .onSuccess(rows ->
            ui.status()
                .tell(
                    StatusLine.Notice.of(
                        ui.get("held.returned", rows, out.getFileName()), Tone.SUCCESS)))
        .onError(
            IOException.class,
            error ->
                ui.status()
                    .tell(
                        StatusLine.Notice.of(
                            ui.get("send.failed", error.getMessage()), Tone.DANGER)))
        .start();
  }
}
