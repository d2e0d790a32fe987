package id.dampingan.ui.purge;

import id.dampingan.exchange.PurgeErrand;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What would go, whether it is elsewhere, and a word to type.
public final class PurgeView implements Screen {
  private final PurgeModel model;
  private final Ui ui;

  public PurgeView(PurgeModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("purge.title"));
    heading.subtitleProperty().set(ui.get("purge.sub"));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> page.getChildren().setAll(body()),
        model.lookProperty(),
        model.purgedProperty());
    return Parts.scrolling(page);
  }

  private List<Node> body() {
    PurgeErrand.Look look = model.lookProperty().get();
    Integer purged = model.purgedProperty().get();
    List<Node> nodes = new ArrayList<>();
    if (purged != null) {
      Label done = Parts.paragraph(ui.get("purge.done", purged), "bold");
      done.setId("purge-done");
      nodes.add(
          Parts.card(
              done,
              Parts.paragraph(ui.get("purge.done.text"), "muted"),
              Parts.row(
                  Parts.primary(
                      "purge-leave", ui.get("purge.leave"), "mdoal-lock", model::leave))));
      return nodes;
    }
    if (look == null) {
      return nodes;
    }
    FlowPane facts =
        new FlowPane(
            fact("purge.records", look.records()),
            fact("purge.drafts", look.drafts()),
            fact("purge.unsent", look.unsent()),
            fact("purge.unreceived", look.unreceived()),
            fact("purge.held", look.held()),
            fact("purge.photos", look.photos()));
    facts.getStyleClass().add("facts");
    nodes.add(
        look.isSafe()
            ? Parts.message("mdoal-check_circle", ui.get("purge.safe"), Tone.SUCCESS)
            : Parts.message("mdoal-error_outline", ui.get("purge.unsafe"), Tone.DANGER));
    nodes.add(Parts.card(facts, Parts.paragraph(ui.get("purge.text"), "muted"), deed()));
    return nodes;
  }

  private Node deed() {
    TextField word = new TextField();
    word.setId("purge-word");
    String asked = ui.get("purge.type", model.needed());
    word.setPromptText(model.needed());
    word.setAccessibleText(asked);
    word.setPrefWidth(ui.px(300));
    word.textProperty().bindBidirectional(model.wordProperty());
    word.setOnAction(_ -> model.purge());
    Button go = Parts.button("purge-go", ui.get("purge.go"), null, model::purge);
    go.getStyleClass().add("danger");
    go.disableProperty().bind(model.busyProperty());
    FlowPane row = new FlowPane(word, go);
    row.getStyleClass().add("filters");
    Label wrong = Parts.paragraph("", "bold");
    wrong.setId("purge-wrong");
    Follow.with(
        wrong,
        () -> {
          String key = model.wrongProperty().get();
          wrong.setVisible(!key.isEmpty());
          wrong.setManaged(!key.isEmpty());
          wrong.setText(key.isEmpty() ? "" : ui.get(key, model.needed()));
        },
        model.wrongProperty());
    return Parts.column(Parts.paragraph(asked), row, wrong);
  }

  private Node fact(String key, int count) {
    VBox box =
        new VBox(
            Parts.label(ui.get(key), "small"),
            Parts.label(ui.words().texts().number(count), "bold"));
    box.getStyleClass().add("fact");
    return box;
  }
}
