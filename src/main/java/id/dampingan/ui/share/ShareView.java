package id.dampingan.ui.share;

import id.dampingan.exchange.ShareErrand;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of a village with their counts, a tick for those that go, and the colleague's name.
public final class ShareView implements Screen {
  private final ShareModel model;
  private final Ui ui;

  public ShareView(ShareModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("share.title"));
    heading.subtitleProperty().set(ui.get("share.sub"));
    VBox table = new VBox();
    Follow.with(table, () -> table.getChildren().setAll(table()), model.parts());
    VBox given = new VBox();
    Follow.with(given, () -> given.getChildren().setAll(given()), model.given());
    VBox page = new VBox(Parts.card(choices()), table, given);
    page.getStyleClass().add("page");
    Node scroll = Parts.scrolling(page);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(scroll, said(), bar());
  }

  private Node choices() {
    ComboBox<String> village =
        Parts.combo("share-village", ui.get("share.village"), model.villages(), model::villageName);
    village.setValue(model.villageProperty().get());
    village.setOnAction(_ -> model.villageProperty().set(village.getValue()));
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> splits = new ArrayList<>();
    for (ShareErrand.By by : ShareErrand.By.values()) {
      String name = by.name().toLowerCase(Locale.ROOT);
      ToggleButton button =
          Parts.segment(
              "share-by-" + name,
              ui.get("share.by." + name),
              null,
              group,
              by == model.byProperty().get());
      button.setOnAction(_ -> model.byProperty().set(by));
      splits.add(button);
    }
    FlowPane flow =
        new FlowPane(
            new VBox(Parts.label(ui.get("share.village"), "field-label"), village),
            new VBox(
                Parts.label(ui.get("share.by"), "field-label"),
                Parts.segments(group, splits.toArray(ToggleButton[]::new))));
    flow.getStyleClass().add("filters");
    return flow;
  }

  private Node table() {
    TableView<ShareErrand.Part> table =
        Tables.table(
            "share-table",
            ui.get("share.title"),
            model.parts(),
            Parts.label(ui.get("handover.nothing"), "muted"));
    TableColumn<ShareErrand.Part, ShareErrand.Part> households =
        number("share.households", model::households);
    TableColumn<ShareErrand.Part, ShareErrand.Part> others = number("share.others", model::others);
    TableColumn<ShareErrand.Part, ShareErrand.Part> draft =
        number("villages.draft", ShareErrand.Part::drafts);
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(ui.get("share.part"), ui.px(230), this::tick),
                households,
                others,
                draft,
                Tables.node(ui.get("share.holder"), ui.px(240), this::holder)));
    Tables.fold(table, draft, others);
    Tables.fitRows(table, ui.px(36), 9);
    return Parts.column(
        Parts.sectionHeader(ui.get("share.parts"), ui.get("share.parts.text")),
        Tables.boxed(table));
  }

  private TableColumn<ShareErrand.Part, ShareErrand.Part> number(
      String key, java.util.function.ToIntFunction<ShareErrand.Part> of) {
    return Tables.number(
        ui.get(key),
        ui.px(110),
        part -> (long) of.applyAsInt(part),
        part -> ui.words().texts().number(of.applyAsInt(part)));
  }

  private Node tick(ShareErrand.Part part) {
    CheckBox tick = new CheckBox(model.title(model.byProperty().get(), part.value()));
    tick.setMnemonicParsing(false);
    tick.setId("share-part-" + Math.max(0, model.parts().indexOf(part)));
    tick.setSelected(model.isChosen(part));
    tick.setOnAction(_ -> model.choose(part, tick.isSelected()));
    return tick;
  }

  private Node holder(ShareErrand.Part part) {
    return model
        .holder(part)
        .<Node>map(given -> Parts.shrinking(given.colleague() + ", " + date(given)))
        .orElseGet(() -> Parts.shrinking(ui.get("share.here"), "muted"));
  }

  private String date(ShareErrand.Given given) {
    return ui.words().texts().date(LocalDate.ofInstant(given.at(), ui.clock().getZone()));
  }

  private List<Node> given() {
    if (model.given().isEmpty()) {
      return List.of();
    }
    VBox list = Parts.card();
    int number = 0;
    for (ShareErrand.Given each : model.given()) {
      list.getChildren()
          .add(
              Parts.row(
                  Parts.icon("mdomz-person"),
                  Parts.shrinking(
                      ui.get(
                          "share.given.line",
                          each.colleague(),
                          model.title(each.by(), each.value()),
                          model.villageName(each.village()),
                          each.records(),
                          date(each))),
                  Parts.spring(),
                  Parts.link(
                      "share-back-" + number++, ui.get("share.back"), () -> model.takeBack(each))));
    }
    return List.of(Parts.column(Parts.sectionHeader(ui.get("share.given"), ""), list));
  }

  private Node said() {
    var box = Parts.message("mdoal-info", "", Tone.ACCENT);
    Label words = (Label) box.getChildren().get(1);
    words.setId("share-said");
    Follow.with(
        box,
        () -> {
          ShareModel.Said said = model.saidProperty().get();
          box.setVisible(said != null);
          box.setManaged(said != null);
          if (said != null) {
            words.setText(ui.get(said.key(), said.arguments().toArray()));
            box.getStyleClass().removeAll(Tone.ACCENT.style(), Tone.DANGER.style());
            box.getStyleClass().add((said.wrong() ? Tone.DANGER : Tone.ACCENT).style());
          }
        },
        model.saidProperty());
    return box;
  }

  private Node bar() {
    TextField colleague = new TextField();
    colleague.setId("share-colleague");
    colleague.setPromptText(ui.get("share.colleague"));
    colleague.setAccessibleText(ui.get("share.colleague"));
    colleague.setPrefWidth(ui.px(220));
    colleague.textProperty().bindBidirectional(model.colleagueProperty());
    Button go = Parts.primary("share-go", ui.get("share.go"), "mdoal-folder", this::choose);
    go.disableProperty().bind(model.busyProperty());
    FlowPane bar = new FlowPane(colleague, go);
    bar.getStyleClass().addAll("filters", "action-bar");
    return bar;
  }

  private void choose() {
    if (model.isReady()) {
      ui.files()
          .save(ui.get("share.title"), ui.get("send.kind.package"), "*.zip", model.proposedName())
          .ifPresent(model::share);
    }
  }
}
