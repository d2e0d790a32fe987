package id.dampingan.ui.undo;

import id.dampingan.exchange.UndoErrand;
import id.dampingan.store.Batch;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A card for each way to take a batch back: how much it gives back, whether it travels, and what
/// stays because somebody changed it since.
public final class UndoView implements Screen {
  private final UndoModel model;
  private final Ui ui;

  public UndoView(UndoModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("undo.title", model.batch()));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> page.getChildren().setAll(body()),
        model.waysProperty(),
        model.undoneProperty(),
        model.refusedProperty());
    return Parts.scrolling(page);
  }

  private List<Node> body() {
    UndoErrand.Undone done = model.undoneProperty().get();
    if (done != null) {
      Label said =
          Parts.paragraph(ui.get("undo.done", done.restored(), done.untouched().size()), "bold");
      said.setId("undo-done");
      return List.of(
          Parts.card(
              said,
              Parts.row(
                  Parts.button(
                      "undo-back", ui.get("do.back"), null, () -> ui.navigator().back()))));
    }
    String refused = model.refusedProperty().get();
    if (!refused.isEmpty()) {
      return List.of(Parts.message("mdoal-error_outline", refused, Tone.DANGER));
    }
    UndoModel.Ways ways = model.waysProperty().get();
    if (ways == null) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.paragraph(facts(ways.change().batch()), "muted"));
    UndoErrand.Outlook withdrawal = ways.withdrawal();
    if (withdrawal != null) {
      nodes.add(way("withdraw", withdrawal, ways.leftByWithdrawal(), false));
    }
    nodes.add(way("change", ways.change(), ways.leftByChange(), true));
    return nodes;
  }

  private String facts(Batch batch) {
    String who =
        batch.header().sender().isEmpty() ? batch.header().user() : batch.header().sender();
    String file = batch.header().fileName();
    String kind = ui.get("history.kind." + batch.header().kind().name().toLowerCase(Locale.ROOT));
    return String.join(
        " · ", List.of(file.isEmpty() ? kind : file, who, ui.words().texts().dateTime(batch.at())));
  }

  private Node way(
      String id, UndoErrand.Outlook outlook, List<UndoModel.Left> left, boolean asChange) {
    VBox card =
        Parts.card(
            Parts.paragraph(ui.get("undo." + id), "section-title"),
            Parts.paragraph(ui.get("undo." + id + ".text")),
            Parts.paragraph(ui.count("undo.restored", outlook.restored()), "bold"));
    card.setId("undo-" + id + "-card");
    if (outlook.travels()) {
      card.getChildren().add(Parts.message("mdomz-send", ui.get("undo.travels"), Tone.WARNING));
    }
    if (!outlook.untouched().isEmpty()) {
      card.getChildren()
          .add(
              Parts.message(
                  "mdoal-info",
                  ui.count("undo.left." + id, outlook.untouched().size()),
                  Tone.ACCENT));
      int number = 0;
      for (UndoModel.Left each : left) {
        String words = each.field().isEmpty() ? each.name() : each.name() + ": " + each.question();
        Place history =
            new Place.History(
                each.root(), each.row(), each.field().isEmpty() ? null : each.field());
        card.getChildren()
            .add(
                Parts.row(
                    Parts.shrinking(words),
                    Parts.spring(),
                    Parts.link(
                        "undo-" + id + "-history-" + number++,
                        ui.get("history.open"),
                        () -> ui.navigator().go(history))));
      }
    }
    Button deed =
        Parts.button(
            "undo-" + id, ui.get("undo." + id + ".deed"), "mdomz-undo", () -> model.undo(asChange));
    if (outlook.restored() == 0) {
      deed.setDisable(true);
    } else {
      deed.disableProperty().bind(model.busyProperty());
    }
    card.getChildren().add(Parts.row(deed));
    return card;
  }
}
