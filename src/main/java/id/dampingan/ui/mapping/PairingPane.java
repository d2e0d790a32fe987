package id.dampingan.ui.mapping;

import id.dampingan.foreign.ForeignSheet;
import id.dampingan.form.FormTable;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Left the file's columns, beside them the form's questions, right how the chosen one is answered.
///
/// A column is dragged onto its question; Enter in either list, and the button, do the same.
final class PairingPane {
  private final Pairing pairing;
  private final MappingModel model;
  private final Ui ui;

  PairingPane(MappingModel model, Ui ui) {
    this.model = model;
    this.pairing = model.pairing();
    this.ui = ui;
  }

  Node build(Heading heading) {
    VBox columns = Parts.column(columnsHead(), boxed(columns()));
    VBox slots = Parts.column(slotsHead(), tools(), boxed(slots()));
    Node detail = new SlotPane(model, ui).build(heading.isNarrow());
    grow(columns, 240);
    grow(slots, 300);
    if (heading.isTight()) {
      VBox stack = new VBox(columns, slots, detail);
      stack.getStyleClass().add("files");
      return stack;
    }
    HBox both = new HBox(columns, slots);
    both.getStyleClass().addAll("row", "wide");
    columns.setMaxWidth(ui.px(360));
    VBox.setVgrow(both, Priority.ALWAYS);
    if (heading.isNarrow()) {
      VBox stack = new VBox(both, detail);
      stack.getStyleClass().add("files");
      return stack;
    }
    both.getChildren().add(detail);
    return both;
  }

  private void grow(VBox box, double width) {
    box.setPrefWidth(ui.px(width));
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
  }

  private StackPane boxed(ListView<?> list) {
    StackPane box = new StackPane(list);
    box.getStyleClass().add("table-box");
    list.setMinHeight(ui.px(160));
    list.setPrefHeight(ui.px(220));
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node columnsHead() {
    HBox head = Parts.sectionHeader(ui.get("mapping.columns"), "");
    ComboBox<ForeignSheet> sheets =
        Parts.combo("mapping-sheet", ui.get("mapping.sheet"), pairing.sheets(), ForeignSheet::name);
    sheets.setMaxWidth(ui.px(170));
    Follow.with(
        sheets,
        () -> {
          sheets.getItems().setAll(pairing.sheets());
          sheets.setVisible(pairing.sheets().size() > 1);
          sheets.setManaged(sheets.isVisible());
          ForeignSheet now = pairing.sheetProperty().get();
          sheets.getItems().stream()
              .filter(each -> now != null && each.name().equals(now.name()))
              .findFirst()
              .ifPresent(sheets::setValue);
        },
        pairing.sheetProperty());
    sheets.setOnAction(_ -> {
      ForeignSheet now = pairing.sheetProperty().get();
      ForeignSheet chosen = sheets.getValue();
      if (chosen != null && now != null && !chosen.name().equals(now.name())) {
        pairing.useSheet(chosen);
      }
    });
    head.getChildren().add(sheets);
    return head;
  }

  private ListView<Pairing.Column> columns() {
    ListView<Pairing.Column> list = new ListView<>(pairing.columns());
    list.setId("mapping-columns");
    list.setAccessibleText(ui.get("mapping.columns"));
    list.setCellFactory(_ -> new ColumnCell(pairing, ui));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            pairing.columnProperty().set(now);
          }
        });
    Follow.with(
        list,
        () -> {
          Pairing.Column now = pairing.columnProperty().get();
          if (now != null && !now.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(now);
          }
        },
        pairing.columnProperty());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        pair();
        event.consume();
      }
    });
    return list;
  }

  private Node slotsHead() {
    HBox head = Parts.sectionHeader(ui.get("mapping.questions"), "");
    ComboBox<FormTable> tables =
        Parts.combo(
            "mapping-table",
            ui.get("mapping.table"),
            pairing.tables(),
            table ->
                table.isRepeat() ? table.label().in(ui.language()) : ui.get("mapping.table.main"));
    tables.setMaxWidth(ui.px(220));
    Follow.with(
        tables,
        () -> {
          if (!tables.getItems().equals(pairing.tables())) {
            tables.getItems().setAll(pairing.tables());
          }
          tables.setVisible(pairing.tables().size() > 1);
          tables.setManaged(tables.isVisible());
          tables.setValue(pairing.tableProperty().get());
        },
        pairing.tableProperty(),
        pairing.tables());
    tables.setOnAction(_ -> {
      FormTable chosen = tables.getValue();
      if (chosen != null && chosen != pairing.tableProperty().get()) {
        pairing.showTable(chosen);
      }
    });
    head.getChildren().add(tables);
    return head;
  }

  private Node tools() {
    TextField search = new TextField();
    search.setId("mapping-search");
    search.setPromptText(ui.get("mapping.search"));
    search.setAccessibleText(ui.get("mapping.search"));
    search.textProperty().bindBidirectional(pairing.searchProperty());
    search.setPrefWidth(ui.px(150));
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons =
        List.of(Pairing.Filter.values()).stream().map(each -> filter(group, each)).toList();
    FlowPane tools =
        new FlowPane(search, Parts.segments(group, buttons.toArray(ToggleButton[]::new)));
    tools.getStyleClass().add("filters");
    return tools;
  }

  private ToggleButton filter(ToggleGroup group, Pairing.Filter filter) {
    String name = filter.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Parts.segment(
            "mapping-filter-" + name,
            ui.get("mapping.filter." + name),
            null,
            group,
            filter == pairing.filterProperty().get());
    Follow.with(
        button,
        () -> button.setSelected(filter == pairing.filterProperty().get()),
        pairing.filterProperty());
    button.setOnAction(_ -> pairing.filterProperty().set(filter));
    return button;
  }

  private ListView<Slot> slots() {
    ListView<Slot> list = new ListView<>(pairing.slots());
    list.setId("mapping-slots");
    list.setAccessibleText(ui.get("mapping.questions"));
    list.setPlaceholder(Parts.label(ui.get("mapping.noQuestions"), "muted"));
    list.setCellFactory(_ -> new SlotCell(pairing, ui));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            pairing.slotProperty().set(now);
          }
        });
    Follow.with(
        list,
        () -> {
          Slot now = pairing.slotProperty().get();
          if (now != null
              && !now.equals(list.getSelectionModel().getSelectedItem())
              && list.getItems().contains(now)) {
            list.getSelectionModel().select(now);
            list.scrollTo(Math.max(0, list.getItems().indexOf(now) - 1));
          }
        },
        pairing.slotProperty());
    list.setOnKeyPressed(event -> {
      Slot slot = pairing.slotProperty().get();
      if (event.getCode() == KeyCode.ENTER) {
        pair();
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE && slot != null && slot.isFilled()) {
        pairing.release(slot);
        event.consume();
      }
    });
    return list;
  }

  private void pair() {
    Pairing.Column column = pairing.columnProperty().get();
    Slot slot = pairing.slotProperty().get();
    if (column != null && slot != null) {
      pairing.pair(column, slot);
    }
  }
}
