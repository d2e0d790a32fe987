package id.dampingan.ui.start;

import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A backup, or what a colleague handed over: where it goes, and the password that opens it.
final class RestoreBody {
  private final StartModel model;
  private final Words words;
  private final FileDialogs files;
  private final StartParts parts;

  RestoreBody(StartModel model, Words words, FileDialogs files) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.parts = new StartParts(model, words);
  }

  Node node(StartModel.Step.Restore restore) {
    PasswordField password = parts.passwordField("restore-password", "start.password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    Button open = Parts.primary("restore", words.get("start.restore.deed"), null, model::restore);
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busyProperty());
    VBox form =
        new VBox(
            Parts.paragraph(words.get("start.restore.question"), "start-title"),
            Parts.paragraph(words.get("start.restore.text"), "muted"),
            parts.field(
                "start.restore.file",
                Parts.shrinking(String.valueOf(restore.file().getFileName()))),
            parts.field("start.password", password),
            parts.field("start.folder", parts.folderRow(files)),
            parts.wrongLine(),
            parts.busyLine(),
            Parts.row(
                Parts.button("start-back", words.get("do.back"), "mdoal-arrow_back", model::back),
                Parts.spring(),
                open));
    form.getStyleClass().add("start-form");
    form.setPrefWidth(460);
    VBox card = Parts.card(form);
    card.getStyleClass().add("start-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Parts.focusWhenShown(password);
    return card;
  }
}
