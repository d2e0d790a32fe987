package id.dampingan.ui.mapping;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A column of the file with what its first cells say; it can be dragged onto a question.
final class ColumnCell extends ListCell<Pairing.Column> {
  private final Pairing pairing;
  private final Ui ui;

  ColumnCell(Pairing pairing, Ui ui) {
    this.pairing = pairing;
    this.ui = ui;
    setOnDragDetected(event -> {
      Pairing.Column column = getItem();
      if (column != null) {
        pairing.columnProperty().set(column);
        startFullDrag();
        event.consume();
      }
    });
  }

  @Override
  protected void updateItem(Pairing.@Nullable Column column, boolean empty) {
    super.updateItem(column, empty);
    if (empty || column == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String samples =
        column.samples().isEmpty()
            ? ui.get("mapping.emptyColumn")
            : column.samples().stream().map(Samples::masked).collect(Collectors.joining(" · "));
    boolean used =
        !column.questions().isEmpty()
            || pairing.slots().stream().anyMatch(each -> each.columns().contains(column.title()));
    VBox words =
        new VBox(Parts.shrinking(column.title(), "bold"), Parts.shrinking(samples, "small"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        Parts.row(
            used
                ? Parts.icon("mdoal-check_circle", Tone.SUCCESS)
                : Parts.icon("mdomz-radio_button_unchecked", Tone.NEUTRAL),
            words);
    row.setMinWidth(0);
    row.prefWidthProperty().bind(getListView().widthProperty().subtract(ui.px(44)));
    row.maxWidthProperty().bind(row.prefWidthProperty());
    setGraphic(row);
    setAccessibleText(
        ui.get(used ? "mapping.column.used" : "mapping.column.free", column.title(), samples));
  }
}
