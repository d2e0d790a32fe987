package id.dampingan.ui.list;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.Search;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Labels;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The table: the form's own columns, sorted by the store, the next page read as its end comes near.
final class ListTable {
  private static final double NEAR_END = 0.9;

  private final ListModel model;
  private final Ui ui;
  private final Form form;
  private final TableView<StoredRow> table;

  ListTable(ListModel model, Ui ui, Form form, Node nothing) {
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.table =
        Tables.table("list-table", model.desk().title(form, ui.language()), model.rows(), nothing);
  }

  TableView<StoredRow> build() {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Follow.with(table, this::columns, model.columnsProperty());
    table.setSortPolicy(_ -> {
      sort();
      return true; // the store has sorted
    });
    table
        .skinProperty()
        .addListener((_, _, skin) -> {
          if (skin != null) {
            table.lookupAll(".scroll-bar").forEach(this::watch);
          }
        });
    Tables.onOpen(table, row -> ui.navigator().go(new Place.Entry(row.submission().root())));
    return table;
  }

  ObservableList<StoredRow> chosen() {
    return table.getSelectionModel().getSelectedItems();
  }

  void choose(List<StoredRow> rows) {
    table.getSelectionModel().clearSelection();
    rows.forEach(table.getSelectionModel()::select);
  }

  private void watch(Node node) {
    if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
      bar.valueProperty()
          .addListener((_, _, value) -> {
            if (value.doubleValue() > NEAR_END) {
              model.more();
            }
          });
    }
  }

  private void sort() {
    if (table.getSortOrder().isEmpty()) {
      model.sort(null, false);
    } else {
      TableColumn<StoredRow, ?> by = table.getSortOrder().getFirst();
      model.sort(
          by.getUserData() instanceof String field ? field : null,
          by.getSortType() == TableColumn.SortType.DESCENDING);
    }
  }

  private void columns() {
    List<TableColumn<StoredRow, ?>> columns = new ArrayList<>();
    List<TableColumn<StoredRow, ?>> giveWay = new ArrayList<>();
    Labels labels = model.desk().labels();
    TableColumn<StoredRow, StoredRow> names =
        Tables.node(
            ui.get("list.record"),
            ui.px(280),
            row -> {
              String name = labels.name(form, row, ui.words().texts());
              return Parts.shrinking(name.isEmpty() ? ui.get("list.unnamed") : name, "bold");
            });
    columns.add(names);
    for (Field field : model.columns(form)) {
      TableColumn<StoredRow, StoredRow> column =
          sortable(
              Tables.text(
                  field.label().in(ui.language()),
                  ui.px(field.type().isNumber() ? 100 : 190),
                  row -> labels.value(form, field, row.value(field.name()), ui.words().texts())),
              field.name());
      if (field.type().isNumber()) {
        column.getStyleClass().add("numeric");
      }
      giveWay.addFirst(column);
      columns.add(column);
    }
    if (model.villageProperty().get() == null) {
      columns.add(
          sortable(
              Tables.text(
                  ui.get("list.village"),
                  ui.px(130),
                  row -> model.desk().village(row.village()).name()),
              "desa"));
    }
    columns.add(
        sortable(
            Tables.text(
                ui.get("list.round"), ui.px(130), row -> ui.words().texts().round(row.round())),
            "putaran"));
    columns.getLast().setMinWidth(ui.px(124));
    giveWay.add(columns.getLast());
    TableColumn<StoredRow, StoredRow> state =
        Tables.node(ui.get("list.state"), ui.px(130), this::state);
    state.setMinWidth(ui.px(120));
    columns.add(state);
    TableColumn<StoredRow, StoredRow> changed =
        sortable(
            Tables.text(
                ui.get("list.changed"),
                ui.px(100),
                row -> ui.words().texts().since(row.changedAt(), ui.clock().instant())),
            Search.CHANGED);
    columns.add(changed);
    giveWay.add(changed);
    table.getColumns().setAll(columns);
    Tables.fold(table, giveWay);
  }

  private static TableColumn<StoredRow, StoredRow> sortable(
      TableColumn<StoredRow, StoredRow> column, @Nullable String field) {
    column.setUserData(field);
    return column;
  }

  private Node state(StoredRow row) {
    if (row.submission().isDeleted()) {
      return Parts.state("mdoal-delete", ui.get("state.deleted"), Tone.NEUTRAL);
    }
    if (!row.submission().conflicts().isEmpty()) {
      return Parts.state("mdoal-compare_arrows", ui.get("state.conflict"), Tone.WARNING);
    }
    if (Labels.isDraft(row)) {
      return Parts.state("mdoal-edit", ui.get("state.draft"), Tone.NEUTRAL);
    }
    return row.unsent() && !model.desk().isMaster()
        ? Parts.state("mdomz-send", ui.get("state.unsent"), Tone.ACCENT)
        : Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS);
  }
}
