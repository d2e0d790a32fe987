package id.dampingan.ui.reception;

import id.dampingan.ui.Desk;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/// "Pindahkan ke desa…": which village, and the deed.
final class MoveBar {
  private MoveBar() {}

  /// @param move with the village's code
  static HBox build(Asking asking, Ui ui, Consumer<String> move) {
    ComboBox<Desk.VillageName> villages =
        Parts.combo(
            "move-village",
            ui.get("reception.move.village"),
            asking.villages(),
            village -> village.name() + ", " + village.district());
    villages.setPromptText(ui.get("reception.move.village"));
    Button go =
        Parts.button(
            "move-go",
            ui.get("reception.move.go"),
            "mdomz-place",
            () -> {
              Desk.VillageName chosen = villages.getValue();
              if (chosen != null) {
                move.accept(chosen.code());
              }
            });
    go.disableProperty().bind(villages.valueProperty().isNull().or(asking.busyProperty()));
    return Parts.row(villages, go);
  }
}
