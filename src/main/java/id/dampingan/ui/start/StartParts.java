package id.dampingan.ui.start;

import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What several steps of the first screen are made of.
final class StartParts {
  private final StartModel model;
  private final Words words;

  StartParts(StartModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  Node field(String key, Node control) {
    Label label = Parts.label(words.get(key), "field-label");
    label.setLabelFor(control);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(words.get(key));
    }
    VBox box = new VBox(label, control);
    box.getStyleClass().addAll("column", "tight");
    return box;
  }

  PasswordField passwordField(String id, String key) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setAccessibleText(words.get(key));
    return field;
  }

  Node wrongLine() {
    HBox line = Parts.message("mdoal-error_outline", "", Tone.DANGER);
    line.setId("start-wrong");
    Label text = (Label) line.getChildren().get(1);
    Follow.with(
        line,
        () -> {
          StartModel.Wrong wrong = model.wrongProperty().get();
          line.setVisible(wrong != null);
          line.setManaged(wrong != null);
          text.setText(wrong == null ? "" : words.get(wrong.key(), wrong.argument()));
        },
        model.wrongProperty());
    return line;
  }

  Node busyLine() {
    Label line = Parts.label(words.get("start.working"), "muted");
    line.visibleProperty().bind(model.busyProperty());
    line.managedProperty().bind(model.busyProperty());
    return line;
  }

  Node strength() {
    HBox bars = new HBox();
    bars.getStyleClass().add("strength");
    Label word = Parts.label("", "small");
    word.setId("start-strength");
    Label advice = Parts.paragraph(words.get("start.strength.advice"), "small");
    VBox box = new VBox(bars, word, advice);
    box.getStyleClass().addAll("column", "tight");
    Follow.with(
        box,
        () -> {
          int strength = PasswordStrength.of(model.passwordProperty().get());
          Tone tone = strength < 2 ? Tone.DANGER : strength == 2 ? Tone.WARNING : Tone.SUCCESS;
          bars.getChildren().clear();
          for (int i = 1; i <= 4; i++) {
            Region bar = new Region();
            bar.getStyleClass().addAll("strength-bar", tone.style());
            if (i <= strength) {
              bar.getStyleClass().add("on");
            }
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
          }
          word.setText(words.get("start.strength." + strength));
        },
        model.passwordProperty());
    return box;
  }

  Node folderRow(FileDialogs files) {
    Label path = Parts.shrinking("", "muted");
    path.textProperty().bind(model.folderProperty().asString());
    Button choose =
        Parts.button(
            "start-folder",
            words.get("do.choose"),
            "mdoal-folder_open",
            () ->
                files
                    .folder(words.get("start.folderTitle"), model.folderProperty().get())
                    .ifPresent(model.folderProperty()::set));
    return Parts.row(path, Parts.spring(), choose);
  }
}
