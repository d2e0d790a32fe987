package id.dampingan.ui.reception;

import id.dampingan.store.Batch;
import id.dampingan.ui.ChangesPane;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every file that came, the newest first; below what the chosen one did, and its undo.
final class EarlierPane {
  private final EarlierModel model;
  private final Ui ui;
  private final boolean low;
  private final Runnable back;

  /// @param low whether a file's rows have no room below the list
  EarlierPane(EarlierModel model, Ui ui, boolean low, Runnable back) {
    this.model = model;
    this.ui = ui;
    this.low = low;
    this.back = back;
  }

  Node build() {
    TextField search = new TextField();
    search.setId("earlier-search");
    search.setPromptText(ui.get("reception.earlier.search"));
    search.setAccessibleText(ui.get("reception.earlier.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox head =
        Parts.row(
            Parts.button("reception-back", ui.get("reception.back"), "mdoal-arrow_back", back),
            Parts.label(ui.get("reception.earlier"), "section-title"),
            search);
    TableView<Batch> table = table();
    table.setMinHeight(ui.px(32 * 4));
    Parts.focusWhenShown(table);
    VBox below = new VBox();
    below.getStyleClass().addAll("column", "wide");
    VBox.setVgrow(below, Priority.SOMETIMES);
    Follow.with(
        below,
        () -> {
          below.getChildren().clear();
          Batch batch = model.selectedProperty().get();
          if (batch != null) {
            below.getChildren().addAll(about(batch));
          }
        },
        model.selectedProperty(),
        model.changes().contentProperty());
    VBox column = new VBox(head, Tables.boxed(table), below);
    column.getStyleClass().addAll("column", "files");
    return column;
  }

  private TableView<Batch> table() {
    TableView<Batch> table =
        Tables.table(
            "earlier-batches",
            ui.get("reception.earlier"),
            model.batches(),
            Parts.empty("mdoal-history", ui.get("reception.earlier.none")));
    TableColumn<Batch, Batch> read = number("read", batch -> batch.counts().read());
    TableColumn<Batch, Batch> same = number("same", batch -> batch.counts().same());
    TableColumn<Batch, Batch> deleted = number("deleted", batch -> batch.counts().deleted());
    TableColumn<Batch, Batch> sender =
        Tables.text(ui.get("reception.sender"), ui.px(110), batch -> batch.header().sender());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    "",
                    ui.px(36),
                    batch ->
                        batch.withdrawnAt() == null
                            ? Parts.icon("mdoal-check_circle", Tone.SUCCESS)
                            : Parts.icon("mdomz-undo", Tone.NEUTRAL)),
                Tables.text(
                    ui.get("reception.when"),
                    ui.px(120),
                    batch -> ui.words().texts().dateTime(batch.at())),
                Tables.node(
                    ui.get("reception.file"),
                    ui.px(140),
                    batch -> Parts.shrinking(batch.header().fileName(), "bold")),
                sender,
                read,
                number("new", batch -> batch.counts().fresh()),
                number("changed", batch -> batch.counts().changed()),
                same,
                number("conflict", batch -> batch.counts().conflict()),
                deleted,
                number("held", batch -> batch.counts().heldRows())));
    Tables.fold(table, same, deleted, sender, read);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, batch) -> {
          if (batch != null) {
            model.selectedProperty().set(batch);
          }
        });
    return table;
  }

  private TableColumn<Batch, Batch> number(
      String key, java.util.function.ToIntFunction<Batch> count) {
    return Tables.number(
        ui.get("reception.count." + key),
        ui.px(76),
        batch -> (long) count.applyAsInt(batch),
        batch -> ui.words().texts().number(count.applyAsInt(batch)));
  }

  /// A button that asks for the village.
  private Node move() {
    HBox box = Parts.row();
    Button move = Parts.button("earlier-move", ui.get("reception.move"), null, () -> {});
    move.setOnAction(_ -> box.getChildren().setAll(MoveBar.build(model.asking(), ui, model::move)));
    box.getChildren().setAll(move);
    return box;
  }

  private List<Node> about(Batch batch) {
    if (batch.withdrawnAt() != null) {
      return List.of(
          Parts.message(
              "mdomz-undo",
              ui.get(
                  "reception.earlier.withdrawn",
                  batch.header().fileName(),
                  ui.words().texts().dateTime(batch.withdrawnAt())),
              Tone.ACCENT));
    }
    Button undo = Parts.button("earlier-undo", ui.get("receive.undo"), "mdomz-undo", model::undo);
    undo.disableProperty().bind(model.busyProperty());
    HBox title =
        Parts.row(
            Parts.shrinking(batch.header().fileName(), "section-title"),
            Parts.spring(),
            move(),
            undo);
    ChangesPane changes = new ChangesPane(model.changes(), ui, "earlier");
    return low
        ? List.of(title, changes.filters())
        : List.of(title, changes.filters(), changes.details());
  }
}
