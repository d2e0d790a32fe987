package id.dampingan.ui.settings;

import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// People and their passwords, the recovery code, and when the workspace locks itself.
final class KeysCard {
  private static final List<Integer> MINUTES = List.of(5, 10, 30, 0);

  private final KeysModel model;
  private final Ui ui;

  KeysCard(KeysModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node node() {
    VBox card = Parts.card(said(), people(), line(), mine(), line(), recovery(), line(), lock());
    card.setId("keys-card");
    return card;
  }

  private Node said() {
    HBox box = Parts.message("mdoal-info", "", Tone.ACCENT);
    Label words = (Label) box.getChildren().get(1);
    words.setId("keys-said");
    Follow.with(
        box,
        () -> {
          KeysModel.Said said = model.saidProperty().get();
          box.setVisible(said != null);
          box.setManaged(said != null);
          if (said != null) {
            words.setText(ui.get(said.key()));
            box.getStyleClass().removeAll(Tone.ACCENT.style(), Tone.DANGER.style());
            box.getStyleClass().add((said.wrong() ? Tone.DANGER : Tone.ACCENT).style());
          }
        },
        model.saidProperty());
    return box;
  }

  private Node people() {
    VBox list = Parts.column();
    Follow.with(
        list,
        () -> {
          list.getChildren().setAll(words("keys.people"));
          int number = 0;
          for (String name : model.users()) {
            HBox row = Parts.row(Parts.icon("mdomz-person"), Parts.label(name));
            if (name.equals(model.me())) {
              row.getChildren().add(Parts.label(ui.get("keys.me"), "muted"));
            } else {
              row.getChildren()
                  .addAll(
                      Parts.spring(),
                      Parts.link(
                          "keys-remove-" + number,
                          ui.get("keys.remove"),
                          () -> model.remove(name)));
            }
            number++;
            list.getChildren().add(row);
          }
        },
        model.users());
    TextField name = new TextField();
    name.setId("keys-name");
    name.setPromptText(ui.get("keys.name"));
    name.setAccessibleText(ui.get("keys.name"));
    PasswordField first = secret("keys-first", "start.password");
    PasswordField again = secret("keys-again", "start.repeat");
    FlowPane add =
        flow(
            name,
            first,
            again,
            Parts.button(
                "keys-add",
                ui.get("keys.add"),
                "mdoal-add",
                () -> {
                  model.add(name.getText(), first.getText(), again.getText());
                  first.clear();
                  again.clear();
                }));
    return Parts.column(list, add);
  }

  private Node mine() {
    PasswordField old = secret("keys-old", "keys.old");
    PasswordField fresh = secret("keys-new", "keys.new");
    PasswordField again = secret("keys-new-again", "start.repeat");
    FlowPane fields = flow();
    if (model.asksOld()) {
      fields.getChildren().add(old);
    }
    fields
        .getChildren()
        .addAll(
            fresh,
            again,
            Parts.button(
                "keys-change",
                ui.get("keys.change"),
                null,
                () -> {
                  model.changeMine(old.getText(), fresh.getText(), again.getText());
                  List.of(old, fresh, again).forEach(TextField::clear);
                }));
    return Parts.column(words("keys.mine"), fields);
  }

  private Node recovery() {
    VBox box = Parts.column();
    Follow.with(
        box,
        () -> {
          String code = model.codeProperty().get();
          box.getChildren().setAll(words(model.hasCode() ? "keys.code" : "keys.noCode"));
          if (code.isEmpty()) {
            box.getChildren()
                .add(
                    Parts.button(
                        "keys-code", ui.get("keys.makeCode"), "mdomz-vpn_key", model::makeCode));
          } else {
            Label shown = Parts.label(code, "recovery-code");
            shown.setId("keys-shown-code");
            box.getChildren()
                .addAll(
                    shown,
                    Parts.row(
                        Parts.button(
                            "keys-copy", ui.get("keys.copy"), "mdoal-file_copy", () -> copy(code)),
                        Parts.shrinking(ui.get("keys.once"), "muted")));
          }
        },
        model.codeProperty());
    return box;
  }

  private Node lock() {
    ComboBox<Integer> minutes =
        Parts.combo(
            "keys-lock",
            ui.get("keys.lock"),
            MINUTES,
            each -> each == 0 ? ui.get("keys.never") : ui.get("keys.minutes", each));
    minutes.setMinWidth(Region.USE_PREF_SIZE);
    minutes.setValue(model.lockMinutesProperty().get());
    minutes.setOnAction(_ -> model.lockMinutesProperty().set(minutes.getValue()));
    VBox words = words("keys.lock");
    HBox.setHgrow(words, Priority.ALWAYS);
    return Parts.row(words, minutes);
  }

  private VBox words(String key) {
    return new VBox(
        Parts.paragraph(ui.get(key), "bold"), Parts.paragraph(ui.get(key + ".text"), "muted"));
  }

  private PasswordField secret(String id, String key) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setPromptText(ui.get(key));
    field.setAccessibleText(ui.get(key));
    return field;
  }

  private static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(nodes);
    flow.getStyleClass().add("filters");
    return flow;
  }

  private static Node line() {
    HBox line = new HBox();
    line.getStyleClass().add("hairline");
    return line;
  }

  private static void copy(String code) {
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
