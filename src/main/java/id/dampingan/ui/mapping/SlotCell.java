package id.dampingan.ui.mapping;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A question with what answers it; a column can be dropped on it.
final class SlotCell extends ListCell<Slot> {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("here");

  private final SlotWords words;
  private final Ui ui;

  SlotCell(Pairing pairing, Ui ui) {
    this.words = new SlotWords(pairing, ui);
    this.ui = ui;
    getStyleClass().add("mapping-slot");
    setOnMouseDragEntered(_ -> pseudoClassStateChanged(DROP, getItem() != null));
    setOnMouseDragExited(_ -> pseudoClassStateChanged(DROP, false));
    setOnMouseDragReleased(event -> {
      Slot slot = getItem();
      Pairing.Column column = pairing.columnProperty().get();
      if (slot != null && column != null) {
        pairing.pair(column, slot);
        event.consume();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Slot slot, boolean empty) {
    super.updateItem(slot, empty);
    if (empty || slot == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String title = words.title(slot);
    String answer = words.answer(slot);
    VBox text =
        new VBox(
            Parts.shrinking(title + (slot.isMissing() ? " *" : "")),
            Parts.shrinking(answer, "small", slot.isFilled() ? "link-word" : "muted"));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        Parts.row(
            slot.isFilled()
                ? Parts.icon("mdoal-check_circle", slot.guessed() ? Tone.ACCENT : Tone.SUCCESS)
                : slot.isMissing()
                    ? Parts.icon("mdomz-warning", Tone.WARNING)
                    : Parts.icon("mdomz-radio_button_unchecked", Tone.NEUTRAL),
            text);
    if (slot.guessed()) {
      row.getChildren().add(Parts.pill("mdoal-insights", ui.get("mapping.guess"), Tone.ACCENT));
    }
    row.setMinWidth(0);
    row.prefWidthProperty().bind(getListView().widthProperty().subtract(ui.px(44)));
    row.maxWidthProperty().bind(row.prefWidthProperty());
    setGraphic(row);
    setAccessibleText(
        title
            + ": "
            + answer
            + (slot.guessed() ? ", " + ui.get("mapping.guess") : "")
            + (slot.isMissing() ? ", " + ui.get("mapping.needed") : ""));
  }
}
