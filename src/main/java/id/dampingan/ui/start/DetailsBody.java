package id.dampingan.ui.start;

import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Words;
import id.dampingan.ui.Workspaces;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Name, agency, folder and password of a new workspace.
final class DetailsBody {
  private final StartModel model;
  private final Words words;
  private final FileDialogs files;
  private final StartParts parts;

  DetailsBody(StartModel model, Words words, FileDialogs files) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.parts = new StartParts(model, words);
  }

  Node node(StartModel.Step.Details details) {
    String who =
        switch (details.who()) {
          case OFFICER -> "start.details.officer";
          case PARTNER -> "start.details.partner";
          case MASTER -> "start.details.master";
        };
    TextField name = new TextField();
    name.setId("start-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    VBox form =
        new VBox(
            Parts.paragraph(words.get(who), "start-title"),
            Parts.paragraph(words.get("start.details.explain"), "muted"),
            parts.field("start.name", name));
    form.getStyleClass().add("start-form");
    Path received = details.received();
    if (received != null) {
      form.getChildren()
          .add(parts.field("start.package", Parts.label(String.valueOf(received.getFileName()))));
    }
    if (details.who() == StartModel.Who.OFFICER
        || (details.who() == StartModel.Who.PARTNER && received == null)) {
      form.getChildren().add(parts.field("start.agency", agencyCombo()));
    }
    PasswordField password = parts.passwordField("start-password", "start.password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    PasswordField repeated = parts.passwordField("start-repeat", "start.repeat");
    repeated.textProperty().bindBidirectional(model.repeatedProperty());
    repeated.setOnAction(_ -> model.create());
    HBox twice =
        new HBox(parts.field("start.password", password), parts.field("start.repeat", repeated));
    twice.getStyleClass().addAll("row", "wide");
    twice.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
    form.getChildren()
        .addAll(
            twice,
            parts.strength(),
            parts.field("start.folder", parts.folderRow(files)),
            parts.wrongLine());
    form.getChildren().addAll(parts.busyLine(), detailsDeeds());
    form.setMaxHeight(Region.USE_PREF_SIZE);
    VBox card = Parts.card(form);
    card.getStyleClass().add("start-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Parts.focusWhenShown(name);
    return card;
  }

  private Node detailsDeeds() {
    Button create = Parts.primary("start-create", words.get("start.create"), null, model::create);
    create.disableProperty().bind(model.busyProperty());
    create.setDefaultButton(true);
    return Parts.row(
        Parts.button("start-back", words.get("do.back"), "mdoal-arrow_back", model::back),
        Parts.spring(),
        create);
  }

  private Node agencyCombo() {
    ComboBox<Workspaces.Agency> combo =
        Parts.combo(
            "start-agency",
            words.get("start.agency"),
            model.workspaces().agencies(),
            Workspaces.Agency::name);
    combo.setPromptText(words.get("start.agency.prompt"));
    combo.valueProperty().bindBidirectional(model.agencyProperty());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.addEventHandler(
        KeyEvent.KEY_TYPED, event -> jumpTo(combo, event.getCharacter().toLowerCase()));
    return combo;
  }

  /// Typing a letter goes to the next agency that begins with it.
  private static void jumpTo(ComboBox<Workspaces.Agency> combo, String letter) {
    int from = combo.getSelectionModel().getSelectedIndex() + 1;
    int count = combo.getItems().size();
    for (int i = 0; i < count; i++) {
      int at = (from + i) % count;
      if (!letter.isBlank() && combo.getItems().get(at).name().toLowerCase().startsWith(letter)) {
        combo.getSelectionModel().select(at);
        return;
      }
    }
  }
}
