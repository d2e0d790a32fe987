package id.dampingan.ui.settings;

import id.dampingan.exchange.Addressee;
import id.dampingan.exchange.FilePasswords;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Bappeda's key, and the agencies whose files open by themselves; no password is ever shown.
final class FilePasswordsCard {
  private static final ZoneId PLACE = ZoneId.of("Asia/Jakarta");

  private final FilePasswordsModel model;
  private final Ui ui;

  FilePasswordsCard(FilePasswordsModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node node() {
    VBox card = Parts.card(key(), line(), passwords());
    card.setId("file-passwords-card");
    if (model.isMaster()) {
      card.getChildren().addAll(line(), new RegainPane(model.regain(), ui).node());
    }
    return card;
  }

  private static Node line() {
    HBox line = new HBox();
    line.getStyleClass().add("hairline");
    return line;
  }

  private Node key() {
    VBox box = Parts.column();
    Follow.with(
        box,
        () -> {
          Addressee key = model.keyProperty().get();
          String words = model.isMaster() ? "seals.own" : "seals.theirs";
          box.getChildren()
              .setAll(
                  Parts.paragraph(ui.get("seals.title"), "bold"),
                  Parts.paragraph(
                      key == null ? ui.get("seals.unknown") : ui.get(words, key.name(), key.id()),
                      "muted"));
        },
        model.keyProperty());
    return box;
  }

  private Node passwords() {
    VBox list = Parts.column();
    Follow.with(
        list,
        () -> {
          list.getChildren()
              .setAll(
                  Parts.paragraph(ui.get("filePasswords.title"), "bold"),
                  Parts.paragraph(
                      ui.get(model.kept().isEmpty() ? "filePasswords.none" : "filePasswords.text"),
                      "muted"));
          int number = 0;
          for (FilePasswords.Kept each : model.kept()) {
            list.getChildren().add(row(each, number++));
          }
        },
        model.kept());
    return list;
  }

  private Node row(FilePasswords.Kept each, int number) {
    String used = ui.words().texts().date(LocalDate.ofInstant(each.used(), PLACE));
    return Parts.row(
        Parts.icon("mdoal-lock"),
        Parts.shrinking(each.name(), "bold"),
        Parts.shrinking(ui.get("filePasswords.used", used), "muted"),
        Parts.spring(),
        Parts.link(
            "file-password-forget-" + number,
            ui.get("filePasswords.forget"),
            () -> model.forget(each.who())));
  }
}
