package id.dampingan.ui.start;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The password of a known workspace.
final class UnlockBody {
  private final StartModel model;
  private final Words words;
  private final StartParts parts;

  UnlockBody(StartModel model, Words words) {
    this.model = model;
    this.words = words;
    this.parts = new StartParts(model, words);
  }

  Node node(StartModel.Step.Unlock unlock) {
    PasswordField password = parts.passwordField("unlock-password", "start.password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    Button open = Parts.primary("unlock", words.get("start.unlock.deed"), null, model::open);
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busyProperty());
    VBox form =
        new VBox(
            Parts.paragraph(words.get("start.unlock", unlock.name()), "start-title"),
            Parts.shrinking(unlock.folder().toString(), "muted"),
            parts.field("start.password", password),
            parts.wrongLine(),
            parts.busyLine(),
            Parts.row(
                Parts.button("start-back", words.get("do.back"), "mdoal-arrow_back", model::back),
                Parts.spring(),
                open));
    form.getStyleClass().add("start-form");
    form.setPrefWidth(460);
    List<Preferences.Recent> others =
        model.preferences().recent().stream()
            .filter(each -> !each.folder().equals(unlock.folder()))
            .toList();
    if (!others.isEmpty()) {
      form.getChildren().add(Parts.label(words.get("start.recent"), "small"));
      int number = 0;
      for (Preferences.Recent each : others) {
        form.getChildren()
            .add(
                Parts.link(
                    "recent-" + number++,
                    each.name() + " · " + each.folder().getFileName(),
                    () -> model.unlock(each.folder(), each.name())));
      }
    }
    VBox card = Parts.card(form);
    card.getStyleClass().add("start-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Parts.focusWhenShown(password);
    return card;
  }
}
