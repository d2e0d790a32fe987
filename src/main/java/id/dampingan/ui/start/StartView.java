package id.dampingan.ui.start;

import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The first screen: four cards, then name and password; or the password of a known workspace.
public final class StartView {
  private final StartModel model;
  private final Words words;
  private final FileDialogs files;
  private final BorderPane root = new BorderPane();

  public StartView(StartModel model, Words words, FileDialogs files) {
    this.model = model;
    this.words = words;
    this.files = files;
    root.getStyleClass().add("start");
    Follow.with(
        root,
        this::build,
        model.stepProperty(),
        words.textsProperty(),
        model.preferences().sizeProperty());
    root.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
  }

  public BorderPane root() {
    return root;
  }

  private void build() {
    root.setTop(new StartBar(model, words).node());
    Node body =
        switch (model.stepProperty().get()) {
          case StartModel.Step.Choose _ -> new ChooseBody(model, words, files).node();
          case StartModel.Step.Details details ->
              new DetailsBody(model, words, files).node(details);
          case StartModel.Step.Unlock unlock -> new UnlockBody(model, words).node(unlock);
          case StartModel.Step.Restore restore ->
              new RestoreBody(model, words, files).node(restore);
          case StartModel.Step.Recovery made -> new RecoveryBody(model, words).node(made.code());
        };
    StackPane centred = new StackPane(body);
    centred.setAlignment(Pos.CENTER);
    var scroll = Parts.scrolling(centred);
    scroll.setFitToHeight(true);
    root.setCenter(scroll);
    root.setBottom(foot());
  }

  private Node foot() {
    HBox foot =
        Parts.row(
            Parts.icon("mdoal-lock"),
            Parts.label(words.get("start.safe"), "small"),
            Parts.spring(),
            Parts.label(words.get("start.version", model.workspaces().version()), "small"));
    foot.getStyleClass().add("status-bar");
    return foot;
  }

  private void onTyped(KeyEvent event) {
    if (!(model.stepProperty().get() instanceof StartModel.Step.Choose)) {
      return;
    }
    switch (event.getCharacter()) {
      case "1" -> model.begin(StartModel.Who.OFFICER, null);
      case "2" -> new ChooseBody(model, words, files).openPackage(StartModel.Who.PARTNER);
      case "3" -> model.begin(StartModel.Who.MASTER, null);
      case "4" -> model.demo();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
