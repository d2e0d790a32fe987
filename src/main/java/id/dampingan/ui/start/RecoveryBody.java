package id.dampingan.ui.start;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The recovery code of a new workspace, shown once.
final class RecoveryBody {
  private final StartModel model;
  private final Words words;

  RecoveryBody(StartModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  Node node(String code) {
    Label shown = Parts.label(code, "recovery-code");
    shown.setId("start-code");
    Button go = Parts.primary("start-go", words.get("start.recovery.go"), null, model::begin);
    go.setDefaultButton(true);
    VBox card =
        Parts.card(
            Parts.paragraph(words.get("start.recovery"), "start-title"),
            Parts.paragraph(words.get("start.recovery.text"), "muted"),
            shown,
            Parts.row(
                Parts.button(
                    "start-copy",
                    words.get("start.recovery.copy"),
                    "mdoal-file_copy",
                    () -> copy(code)),
                Parts.spring(),
                go));
    card.getStyleClass().add("start-form");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    Parts.focusWhenShown(go);
    return card;
  }

  private static void copy(String code) {
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
