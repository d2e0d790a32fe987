package id.dampingan.ui.conflict;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A question in conflict; the first of a record carries the record's name above it.
final class ConflictCell extends ListCell<Conflict> {
  private final ConflictWords words;
  private final Ui ui;

  ConflictCell(ConflictWords words, Ui ui) {
    this.words = words;
    this.ui = ui;
  }

  @Override
  protected void updateItem(@Nullable Conflict conflict, boolean empty) {
    super.updateItem(conflict, empty);
    if (empty || conflict == null) {
      setGraphic(null);
      return;
    }
    VBox cell = new VBox();
    cell.getStyleClass().add("conflict-cell");
    int above = getIndex() - 1;
    Conflict before =
        above >= 0 && above < getListView().getItems().size()
            ? getListView().getItems().get(above)
            : null;
    if (!conflict.isOfSameRecord(before)) {
      VBox record =
          new VBox(
              Parts.shrinking(words.name(conflict), "bold"),
              Parts.shrinking(words.place(conflict), "small"));
      record.getStyleClass().add("conflict-record");
      cell.getChildren().add(record);
    }
    HBox question =
        Parts.row(
            Parts.shrinking(words.question(conflict)),
            Parts.spring(),
            Parts.label(ui.get("conflict.values", conflict.candidates().size()), "small"));
    question.getStyleClass().add("conflict-question");
    cell.getChildren().add(question);
    cell.setMaxWidth(ui.px(250));
    cell.setPrefWidth(ui.px(250));
    setGraphic(cell);
    setAccessibleText(words.question(conflict) + ", " + words.name(conflict));
  }
}
