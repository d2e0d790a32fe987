package id.dampingan.ui.settings;

import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A new password, then the folder of the laptop's workspace.
final class RegainPane {
  private final RegainModel model;
  private final Ui ui;

  RegainPane(RegainModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node node() {
    PasswordField first = secret("regain-password", "keys.new");
    PasswordField again = secret("regain-again", "start.repeat");
    FlowPane fields =
        new FlowPane(
            first,
            again,
            Parts.button(
                "regain-choose",
                ui.get("regain.choose"),
                "mdoal-folder",
                () -> choose(first, again)));
    fields.getStyleClass().add("filters");
    VBox said = Parts.column();
    Follow.with(
        said,
        () -> {
          said.getChildren().clear();
          RegainModel.Said now = model.saidProperty().get();
          if (now != null) {
            said.getChildren()
                .add(
                    Parts.message(
                        now.wrong() ? "mdoal-error_outline" : "mdoal-check_circle",
                        words(now),
                        now.wrong() ? Tone.DANGER : Tone.SUCCESS));
          }
        },
        model.saidProperty());
    return Parts.column(
        Parts.paragraph(ui.get("regain.title"), "bold"),
        Parts.paragraph(ui.get("regain.text"), "muted"),
        fields,
        said);
  }

  private String words(RegainModel.Said said) {
    Problem problem = said.problem();
    if (problem == null) {
      return ui.get(said.key(), said.folder());
    }
    Sentences sentences = Sentences.in(ui.language());
    return sentences.reason(problem) + " " + sentences.remedy(problem);
  }

  private void choose(PasswordField first, PasswordField again) {
    if (!model.fits(first.getText(), again.getText())) {
      return;
    }
    Optional<Path> laptop =
        ui.files().folder(ui.get("regain.choose"), Path.of(System.getProperty("user.home", ".")));
    laptop.ifPresent(folder -> {
      model.regain(folder, first.getText());
      first.clear();
      again.clear();
    });
  }

  private PasswordField secret(String id, String key) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setPromptText(ui.get(key));
    field.setAccessibleText(ui.get(key));
    return field;
  }
}
