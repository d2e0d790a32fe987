package id.dampingan.ui.entry;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The short list of reasons below an answer that was sent or approved and is now another; Esc skips
/// it, and Enter goes on as ever.
final class WhyRow {
  private final Spot spot;
  private final Reasons reasons;
  private final VBox node;

  WhyRow(Spot spot, Reasons reasons, Ui ui) {
    this.spot = spot;
    this.reasons = reasons;
    FlowPane list = new FlowPane();
    list.getStyleClass().add("filters");
    for (String reason : Reasons.LIST) {
      list.getChildren()
          .add(
              compact(
                  Parts.button(
                      "why-" + reason,
                      ui.get("entry.why." + reason),
                      null,
                      () -> {
                        reasons.give(spot, reason);
                        reasons.shows(spot, false, this::hide);
                        hide();
                      })));
    }
    list.getChildren()
        .add(compact(Parts.button("why-skip", ui.get("entry.why.skip"), null, this::skip)));
    node = new VBox(Parts.paragraph(ui.get("entry.why"), "small"), list);
    node.setId("why-" + spot.field());
    node.getStyleClass().addAll("column", "tight");
    hide();
  }

  private static Button compact(Button button) {
    button.getStyleClass().add("compact");
    return button;
  }

  Node node() {
    return node;
  }

  void show(String value) {
    boolean offered = reasons.isOffered(spot, value);
    node.setVisible(offered);
    node.setManaged(offered);
    reasons.shows(spot, offered, this::hide);
  }

  private void hide() {
    node.setVisible(false);
    node.setManaged(false);
  }

  private void skip() {
    reasons.skip();
  }

  void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && node.isVisible()) {
      event.consume();
      skip();
    }
  }
}
