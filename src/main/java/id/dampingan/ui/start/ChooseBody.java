package id.dampingan.ui.start;

import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Four cards: who one is.
final class ChooseBody {
  private final StartModel model;
  private final Words words;
  private final FileDialogs files;
  private final StartParts parts;

  ChooseBody(StartModel model, Words words, FileDialogs files) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.parts = new StartParts(model, words);
  }

  Node node() {
    VBox head =
        new VBox(
            Parts.paragraph(words.get("start.question"), "start-title"),
            Parts.paragraph(words.get("start.explain"), "muted"));
    head.getStyleClass().add("column");
    Button open =
        Parts.primary(
            "start-officer-package",
            words.get("start.officer.open"),
            "mdoal-folder_open",
            () -> openPackage(StartModel.Who.OFFICER));
    Button empty =
        Parts.button(
            "start-officer",
            words.get("start.officer.empty"),
            null,
            () -> model.begin(StartModel.Who.OFFICER, null));
    HBox cards =
        quarters(
            card("1", "mdoal-assignment_ind", "start.officer", 2, open, empty),
            card(
                "2",
                "mdomz-school",
                "start.partner",
                3,
                Parts.button(
                    "start-partner",
                    words.get("start.partner.open"),
                    "mdoal-folder_open",
                    () -> openPackage(StartModel.Who.PARTNER))),
            card(
                "3",
                "mdoal-account_balance",
                "start.master",
                3,
                Parts.button(
                    "start-master",
                    words.get("start.master.create"),
                    "mdoal-add",
                    () -> model.begin(StartModel.Who.MASTER, null))),
            card(
                "4",
                "mdoal-explore",
                "start.demo",
                2,
                Parts.button(
                    "start-demo", words.get("start.demo.open"), "mdomz-play_arrow", model::demo)));
    VBox body = new VBox(head, cards, belowCards());
    body.getStyleClass().add("start-body");
    body.setMaxHeight(Region.USE_PREF_SIZE);
    body.disableProperty().bind(model.busyProperty());
    Parts.focusWhenShown(open);
    return body;
  }

  private Node card(String key, String icon, String texts, int points, Button... buttons) {
    HBox top = Parts.row(Parts.icon(icon), Parts.spring(), Parts.key(key));
    top.getStyleClass().add("start-card-top");
    VBox card =
        Parts.card(
            top,
            Parts.paragraph(words.get(texts + ".title"), "section-title"),
            Parts.paragraph(words.get(texts + ".text"), "muted"));
    card.getStyleClass().add("start-card");
    for (int i = 1; i <= points; i++) {
      Label point = Parts.paragraph(words.get(texts + ".point" + i));
      HBox line = new HBox(Parts.icon("mdoal-check", Tone.SUCCESS), point);
      line.getStyleClass().add("row");
      card.getChildren().add(line);
    }
    card.getChildren().add(Parts.spring());
    VBox deeds = Parts.column(buttons);
    for (Button button : buttons) {
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setWrapText(true);
      button.setMinHeight(Region.USE_PREF_SIZE);
    }
    card.getChildren().add(deeds);
    return card;
  }

  /// Side by side and equally wide; the height is given, since wrapped words cannot tell it before
  /// they know their width.
  private HBox quarters(Node... cards) {
    HBox row = new HBox(cards);
    row.getStyleClass().addAll("row", "wide");
    row.setPrefHeight(450.0 * model.preferences().sizeProperty().get() / 100);
    row.setMinHeight(Region.USE_PREF_SIZE);
    for (Node card : cards) {
      HBox.setHgrow(card, Priority.ALWAYS);
      ((Region) card).setPrefWidth(0);
      ((Region) card).setMinWidth(0);
    }
    return row;
  }

  private Node belowCards() {
    HBox steps =
        Parts.row(
            stepNode("1", "start.step1", true),
            stepLine(),
            stepNode("2", "start.step2", false),
            stepLine(),
            stepNode("3", "start.step3", false));
    FlowPane others =
        new FlowPane(
            Parts.link("start-restore", words.get("start.restore"), this::openBackup),
            Parts.link("start-existing", words.get("start.existing"), this::openFolder));
    others.getStyleClass().add("filters");
    VBox below = Parts.column(steps, others);
    below.getChildren().addAll(parts.wrongLine(), parts.busyLine());
    return below;
  }

  private Node stepNode(String number, String key, boolean now) {
    Label circle = Parts.label(number, "step");
    Label word = Parts.label(words.get(key));
    if (now) {
      circle.getStyleClass().add("now");
      word.getStyleClass().add("bold");
    }
    return Parts.row(circle, word);
  }

  private static Node stepLine() {
    Region line = new Region();
    line.getStyleClass().add("step-line");
    return line;
  }

  private void openFolder() {
    Optional<Path> folder =
        files.folder(words.get("start.folderTitle"), model.folderProperty().get());
    folder.ifPresent(each -> model.unlock(each, String.valueOf(each.getFileName())));
  }

  void openPackage(StartModel.Who who) {
    List<Path> chosen =
        files.open(
            words.get("start.packageTitle"),
            words.get("start.packageKind"),
            List.of("*.zip", "*.xlsx"),
            false);
    if (!chosen.isEmpty()) {
      model.begin(who, chosen.getFirst());
    }
  }

  private void openBackup() {
    List<Path> chosen =
        files.open(
            words.get("start.restoreTitle"),
            words.get("start.restoreKind"),
            List.of("*.zip"),
            false);
    if (!chosen.isEmpty()) {
      model.receive(chosen.getFirst());
    }
  }
}
