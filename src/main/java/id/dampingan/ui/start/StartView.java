package id.dampingan.ui.start;

import id.dampingan.text.Texts;
import id.dampingan.ui.FileDialogs;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Preferences;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Words;
import id.dampingan.ui.Workspaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first screen: four cards, then name and password; or the password of a known workspace.
public final class StartView {
  private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

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
    root.setTop(bar());
    Node body =
        switch (model.stepProperty().get()) {
          case StartModel.Step.Choose _ -> chooseBody();
          case StartModel.Step.Details details -> detailsBody(details);
          case StartModel.Step.Unlock unlock -> unlockBody(unlock);
          case StartModel.Step.Recovery made -> new RecoveryBody(model, words).node(made.code());
        };
    StackPane centred = new StackPane(body);
    centred.setAlignment(Pos.CENTER);
    var scroll = Parts.scrolling(centred);
    scroll.setFitToHeight(true);
    root.setCenter(scroll);
    root.setBottom(foot());
  }

  private Node bar() {
    HBox bar =
        Parts.row(
            Parts.label(words.get("start.app"), "start-name"),
            Parts.shrinking(words.get("start.programme"), "muted"),
            Parts.spring(),
            languages(),
            sizes(),
            themes());
    bar.getStyleClass().add("start-bar");
    return bar;
  }

  private Node languages() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (String language : Texts.LANGUAGES) {
      ToggleButton button =
          Parts.segment(
              "language-" + language,
              words.get("language." + language),
              null,
              group,
              language.equals(words.language()));
      button.setOnAction(_ -> model.preferences().languageProperty().set(language));
      buttons.add(button);
    }
    return Parts.segments(group, buttons.toArray(ToggleButton[]::new));
  }

  private Node sizes() {
    ComboBox<Integer> combo =
        Parts.combo(
            "size", words.get("start.sizeName"), SIZES, size -> words.get("start.size", size));
    combo.setValue(model.preferences().sizeProperty().get());
    combo.setOnAction(_ -> model.preferences().sizeProperty().set(combo.getValue()));
    combo.setMinWidth(Region.USE_PREF_SIZE);
    return combo;
  }

  private Node themes() {
    ComboBox<Preferences.Theme> combo =
        Parts.combo(
            "theme",
            words.get("start.themeName"),
            List.of(Preferences.Theme.values()),
            theme -> words.get("start.theme." + theme));
    combo.setValue(model.preferences().themeProperty().get());
    combo.setOnAction(_ -> model.preferences().themeProperty().set(combo.getValue()));
    combo.setMinWidth(Region.USE_PREF_SIZE);
    return combo;
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

  // Four cards

  private Node chooseBody() {
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
    Platform.runLater(open::requestFocus);
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
            stepNode("3", "start.step3", false),
            Parts.spring(),
            Parts.link("start-existing", words.get("start.existing"), this::openFolder));
    VBox below = Parts.column(steps);
    below.getChildren().addAll(wrongLine(), busyLine());
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

  private Node wrongLine() {
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

  private Node busyLine() {
    Label line = Parts.label(words.get("start.working"), "muted");
    line.visibleProperty().bind(model.busyProperty());
    line.managedProperty().bind(model.busyProperty());
    return line;
  }

  // A new workspace

  private Node detailsBody(StartModel.Step.Details details) {
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
            field("start.name", name));
    form.getStyleClass().add("start-form");
    Path received = details.received();
    if (received != null) {
      form.getChildren()
          .add(field("start.package", Parts.label(String.valueOf(received.getFileName()))));
    } else if (details.who() != StartModel.Who.MASTER) {
      form.getChildren().add(field("start.agency", agencyCombo()));
    }
    PasswordField password = passwordField("start-password", "start.password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    PasswordField repeated = passwordField("start-repeat", "start.repeat");
    repeated.textProperty().bindBidirectional(model.repeatedProperty());
    repeated.setOnAction(_ -> model.create());
    HBox twice = new HBox(field("start.password", password), field("start.repeat", repeated));
    twice.getStyleClass().addAll("row", "wide");
    twice.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
    form.getChildren().addAll(twice, strength(), field("start.folder", folderRow()), wrongLine());
    form.getChildren().addAll(busyLine(), detailsDeeds());
    form.setMaxHeight(Region.USE_PREF_SIZE);
    VBox card = Parts.card(form);
    card.getStyleClass().add("start-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Platform.runLater(name::requestFocus);
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

  private PasswordField passwordField(String id, String key) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setAccessibleText(words.get(key));
    return field;
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

  private Node folderRow() {
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

  private Node strength() {
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

  private Node field(String key, Node control) {
    Label label = Parts.label(words.get(key), "field-label");
    label.setLabelFor(control);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(words.get(key));
    }
    VBox box = new VBox(label, control);
    box.getStyleClass().addAll("column", "tight");
    return box;
  }

  // A known workspace

  private Node unlockBody(StartModel.Step.Unlock unlock) {
    PasswordField password = passwordField("unlock-password", "start.password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    Button open = Parts.primary("unlock", words.get("start.unlock.deed"), null, model::open);
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busyProperty());
    VBox form =
        new VBox(
            Parts.paragraph(words.get("start.unlock", unlock.name()), "start-title"),
            Parts.shrinking(unlock.folder().toString(), "muted"),
            field("start.password", password),
            wrongLine(),
            busyLine(),
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
    Platform.runLater(password::requestFocus);
    return card;
  }

  private void openFolder() {
    Optional<Path> folder =
        files.folder(words.get("start.folderTitle"), model.folderProperty().get());
    folder.ifPresent(each -> model.unlock(each, String.valueOf(each.getFileName())));
  }

  private void openPackage(StartModel.Who who) {
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

  private void onTyped(KeyEvent event) {
    if (!(model.stepProperty().get() instanceof StartModel.Step.Choose)) {
      return;
    }
    switch (event.getCharacter()) {
      case "1" -> model.begin(StartModel.Who.OFFICER, null);
      case "2" -> openPackage(StartModel.Who.PARTNER);
      case "3" -> model.begin(StartModel.Who.MASTER, null);
      case "4" -> model.demo();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
