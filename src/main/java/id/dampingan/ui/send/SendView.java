package id.dampingan.ui.send;

import id.dampingan.exchange.Addressee;
import id.dampingan.exchange.Refused;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Sticks;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What goes, in which file, with which password; then what went, and that it is not received yet.
public final class SendView implements Screen {
  private static final String EVERYWHERE = "";

  /// A stick that was just plugged in is found after so long.
  private static final Duration LOOK = Duration.seconds(3);

  private final SendModel model;
  private final Ui ui;
  private final Timeline looking = new Timeline();
  private boolean tight;

  public SendView(SendModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> model.lookForSticks()));
    looking.setCycleCount(Animation.INDEFINITE);
  }

  @Override
  public void shown() {
    model.refresh();
    model.lookForSticks();
    looking.play();
  }

  @Override
  public void left() {
    looking.stop();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.send"));
    heading
        .subtitleProperty()
        .set(ui.get(model.desk().isMaster() ? "send.sub.master" : "send.sub"));
    tight = heading.isTight();
    BorderPane page = new BorderPane();
    VBox body = new VBox();
    body.getStyleClass().add("page");
    Follow.with(
        body,
        () -> body.getChildren().setAll(body()),
        model.sentProperty(),
        model.failureProperty(),
        model.addresseeProperty(),
        model.lines(),
        model.villages());
    VBox whole = new VBox(body, new ShipmentsPane(model, ui, tight).build());
    whole.getStyleClass().add("page");
    body.getStyleClass().setAll("column");
    page.setCenter(Parts.scrolling(whole));
    page.setBottom(bar());
    return page;
  }

  private List<Node> body() {
    List<Node> nodes = new ArrayList<>();
    SendModel.Sent sent = model.sentProperty().get();
    if (sent != null) {
      nodes.add(sentCard(sent));
    }
    Exception failure = model.failureProperty().get();
    if (failure != null) {
      String why =
          failure instanceof Refused refused
              ? Sentences.in(ui.language()).reason(refused.problem())
              : String.valueOf(failure.getMessage());
      nodes.add(Parts.message("mdoal-error_outline", ui.get("send.failed", why), Tone.DANGER));
    }
    nodes.add(options());
    nodes.add(what());
    return nodes;
  }

  private Node sentCard(SendModel.Sent sent) {
    VBox words =
        Parts.column(
            Parts.paragraph(
                sent.parts() == 1
                    ? ui.get("send.done", sent.rows(), String.valueOf(sent.file().getFileName()))
                    : ui.get("send.done.parts", sent.rows(), sent.parts()),
                "bold"),
            Parts.paragraph(
                ui.get(
                    model.desk().isMaster() ? "send.done.master" : "send.done.text",
                    sent.file().toAbsolutePath().getParent()),
                "muted"));
    words.setId("send-done");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = Parts.row(Parts.icon("mdoal-check_circle", Tone.SUCCESS), words);
    box.getStyleClass().addAll("message-box", Tone.SUCCESS.style());
    return box;
  }

  private Node options() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton unsent =
        Parts.segment(
            "send-unsent", ui.get("send.unsent"), null, group, model.unsentOnlyProperty().get());
    unsent.setOnAction(_ -> model.unsentOnlyProperty().set(true));
    ToggleButton all =
        Parts.segment(
            "send-all", ui.get("send.all"), null, group, !model.unsentOnlyProperty().get());
    all.setOnAction(_ -> model.unsentOnlyProperty().set(false));
    List<String> places = new ArrayList<>();
    places.add(EVERYWHERE);
    places.addAll(model.villages());
    ComboBox<String> village =
        Parts.combo(
            "send-village",
            ui.get("send.village"),
            places,
            code ->
                code.isEmpty() ? ui.get("send.everyVillage") : model.desk().village(code).name());
    String chosen = model.villageProperty().get();
    village.setValue(chosen == null ? EVERYWHERE : chosen);
    village.setOnAction(_ -> {
      String code = village.getValue();
      model.villageProperty().set(code == null || code.isEmpty() ? null : code);
    });
    CheckBox photos = new CheckBox(ui.get("send.photos"));
    photos.setId("send-photos");
    photos.selectedProperty().bindBidirectional(model.withPhotosProperty());
    PasswordField password = new PasswordField();
    password.setId("send-password");
    password.setAccessibleText(ui.get("send.password"));
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.setPrefWidth(ui.px(280));
    VBox card =
        Parts.card(
            named("send.what", Parts.row(Parts.segments(group, unsent, all), village)),
            line(),
            named("send.form", photos),
            line(),
            named("send.size", size()),
            line());
    card.getChildren().addAll(seal(password));
    return card;
  }

  /// Where Bappeda's key is known, a seal in place of the password.
  private List<Node> seal(PasswordField password) {
    Addressee addressee = model.addresseeProperty().get();
    if (addressee == null) {
      password.setPromptText(ui.get("send.password.prompt"));
      return List.of(named("send.password", password));
    }
    CheckBox seal = new CheckBox(ui.get("send.seal", addressee.name()));
    seal.setId("send-seal");
    seal.setMinWidth(Region.USE_PREF_SIZE);
    seal.selectedProperty().bindBidirectional(model.sealedProperty());
    VBox words =
        new VBox(
            Parts.label(ui.get("send.seal.title"), "bold"),
            Parts.paragraph(ui.get("send.seal.text", addressee.name(), addressee.id()), "muted"));
    password.disableProperty().bind(seal.selectedProperty());
    password
        .promptTextProperty()
        .bind(
            Bindings.when(seal.selectedProperty())
                .then(ui.get("send.password.sealed"))
                .otherwise(ui.get("send.password.prompt")));
    return List.of(beside(words, seal), line(), named("send.password", password));
  }

  /// A few usual sizes, or any that is typed.
  private Node size() {
    ComboBox<Integer> size = new ComboBox<>();
    size.setId("send-size");
    size.setAccessibleText(ui.get("send.size"));
    size.getItems().setAll(SendModel.WHOLE, 10, 25, 100);
    size.setEditable(true);
    size.setConverter(new Megabytes(ui));
    size.valueProperty().bindBidirectional(model.megabytesProperty());
    size.disableProperty().bind(model.withPhotosProperty().not());
    size.setPrefWidth(ui.px(180));
    size.getEditor().setAccessibleText(ui.get("send.size"));
    return size;
  }

  private Node named(String key, Node control) {
    VBox words =
        new VBox(Parts.label(ui.get(key), "bold"), Parts.paragraph(ui.get(key + ".text"), "muted"));
    return beside(words, control);
  }

  private Node beside(VBox words, Node control) {
    HBox.setHgrow(words, Priority.ALWAYS);
    return tight ? Parts.column(words, control) : Parts.row(words, control);
  }

  private static Node line() {
    HBox line = new HBox();
    line.getStyleClass().add("hairline");
    return line;
  }

  private Node what() {
    TableView<SendModel.Line> table =
        Tables.table(
            "send-table",
            ui.get("send.table"),
            model.lines(),
            Parts.label(ui.get("send.nothing"), "muted"));
    TableColumn<SendModel.Line, SendModel.Line> complete =
        Tables.number(
            ui.get("villages.complete"),
            ui.px(110),
            line -> (long) line.complete(),
            line -> ui.words().texts().number(line.complete()));
    TableColumn<SendModel.Line, SendModel.Line> draft =
        Tables.number(
            ui.get("villages.draft"),
            ui.px(110),
            line -> (long) line.draft(),
            line -> ui.words().texts().number(line.draft()));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("send.column.form"),
                    ui.px(320),
                    line ->
                        Parts.shrinking(model.desk().title(line.form(), ui.language()), "bold")),
                complete,
                draft,
                Tables.node(
                    ui.get("send.column.state"),
                    ui.px(260),
                    line ->
                        line.draft() == 0
                            ? Parts.state("mdoal-check", ui.get("send.ready"), Tone.SUCCESS)
                            : Parts.state("mdoal-edit", ui.get("send.withDrafts"), Tone.WARNING))));
    Tables.fold(table, complete, draft);
    Tables.fitRows(table, ui.px(32), 12);
    return Parts.column(Parts.sectionHeader(ui.get("send.table"), ""), Tables.boxed(table));
  }

  private Node bar() {
    Label total = Parts.shrinking("", "muted");
    HBox bar = Parts.row();
    bar.getStyleClass().add("action-bar");
    Follow.with(
        bar,
        () -> {
          total.setText(model.drafts() == 0 ? "" : ui.count("send.drafts", model.drafts()));
          bar.getChildren().setAll(total, Parts.spring());
          bar.getChildren().addAll(deeds());
        },
        model.lines(),
        model.sticks(),
        model.busyProperty());
    return bar;
  }

  /// A stick that is there comes first.
  private List<Button> deeds() {
    List<Button> deeds = new ArrayList<>();
    String save = ui.count("send.go", model.total());
    if (model.sticks().isEmpty()) {
      deeds.add(Parts.primary("send-go", save, "mdoal-folder", this::choose));
    } else {
      Path stick = model.sticks().getFirst();
      deeds.add(Parts.button("send-go", ui.get("send.elsewhere"), "mdoal-folder", this::choose));
      deeds.add(
          Parts.primary(
              "send-stick",
              ui.get("send.stick", model.total(), Sticks.name(stick)),
              "mdomz-usb",
              () -> model.sendTo(stick)));
    }
    deeds.forEach(each -> each.setDisable(model.busyProperty().get() || model.total() == 0));
    return deeds;
  }

  private void choose() {
    String ending = model.ending();
    Optional<Path> out =
        ui.files()
            .save(
                ui.get("send.save"),
                ui.get(ending.equals(".xlsx") ? "send.kind.workbook" : "send.kind.package"),
                "*" + ending.substring(ending.lastIndexOf('.')),
                model.proposedName());
    out.ifPresent(model::send);
  }
}
