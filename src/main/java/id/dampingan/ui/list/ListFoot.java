package id.dampingan.ui.list;

import id.dampingan.store.StoredRow;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Below the table: how many there are, and what can be done to the chosen ones.
final class ListFoot {
  private final ListModel model;
  private final Ui ui;
  private final ListTable table;

  ListFoot(ListModel model, Ui ui, ListTable table) {
    this.model = model;
    this.ui = ui;
    this.table = table;
  }

  Node build() {
    FlowPane foot = new FlowPane();
    foot.getStyleClass().add("filters");
    foot.setRowValignment(javafx.geometry.VPos.CENTER);
    Follow.with(
        foot,
        () -> foot.getChildren().setAll(content()),
        model.rows(),
        model.totalProperty(),
        model.deeds().busyProperty(),
        table.chosen());
    return foot;
  }

  private List<Node> content() {
    List<Node> nodes = new ArrayList<>();
    List<StoredRow> chosen = table.chosen().stream().filter(row -> row != null).toList();
    int shown = model.rows().size();
    int total = model.totalProperty().get();
    if (chosen.isEmpty()) {
      nodes.add(
          Parts.label(
              shown < total ? ui.get("list.some", shown, total) : ui.count("list.count", total),
              "muted"));
      if (shown < total) {
        nodes.add(Parts.link("list-more", ui.get("list.more"), model::more));
      }
      return nodes;
    }
    boolean busy = model.deeds().busyProperty().get();
    nodes.add(Parts.label(ui.count("list.chosen", chosen.size()), "bold"));
    nodes.add(
        Parts.button(
            "list-complete",
            ui.get("list.complete"),
            "mdoal-check",
            () -> act(() -> model.complete(chosen))));
    if (model.isPictured()) {
      nodes.add(
          Parts.button(
              "list-carry",
              ui.get("list.carry"),
              "mdoal-autorenew",
              () -> act(() -> model.carry(chosen))));
    }
    nodes.add(
        Parts.button(
            "list-delete",
            ui.get("list.delete"),
            "mdoal-delete",
            () -> act(() -> model.delete(chosen))));
    if (chosen.size() == 1) {
      Place history = new Place.History(chosen.getFirst().submission().root());
      nodes.add(
          Parts.button(
              "list-history",
              ui.get("history.open"),
              "mdoal-history",
              () -> ui.navigator().go(history)));
    }
    nodes.forEach(node -> node.setDisable(busy));
    return nodes;
  }

  /// What was chosen is done with.
  private void act(Runnable deed) {
    deed.run();
    table.choose(List.of());
  }
}
