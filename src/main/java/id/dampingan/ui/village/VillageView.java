package id.dampingan.ui.village;

import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The village's header and its forms: filled, complete, new.
public final class VillageView implements Screen {
  private final VillageModel model;
  private final Ui ui;

  public VillageView(VillageModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(model.village().name());
    heading.subtitleProperty().set(ui.get("village.where", model.village().district()));
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("header-facts");
    Follow.with(
        facts,
        () -> facts.getChildren().setAll(facts()),
        model.lines(),
        model.assignmentProperty());
    TableView<VillageModel.Line> table =
        Tables.table(
            "village-forms",
            ui.get("village.forms"),
            model.lines(),
            Parts.empty("mdoal-assignment", ui.get("village.noForms")));
    TableColumn<VillageModel.Line, VillageModel.Line> draft =
        number("villages.draft", VillageModel.Line::draft);
    TableColumn<VillageModel.Line, VillageModel.Line> conflict =
        number("villages.conflict", VillageModel.Line::conflict);
    TableColumn<VillageModel.Line, VillageModel.Line> held =
        number("villages.held", VillageModel.Line::held);
    TableColumn<VillageModel.Line, VillageModel.Line> state =
        Tables.node(ui.get("village.state"), ui.px(170), this::state);
    state.setMinWidth(ui.px(150));
    TableColumn<VillageModel.Line, VillageModel.Line> deeds =
        Tables.node("", ui.px(200), this::deeds);
    deeds.setMinWidth(ui.px(180));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("village.form"),
                    ui.px(280),
                    line -> Parts.shrinking(model.title(line.form(), ui.language()), "bold")),
                number("villages.complete", VillageModel.Line::complete),
                draft,
                conflict,
                held,
                state,
                deeds));
    Tables.fold(table, conflict, held, draft, state);
    Tables.onOpen(table, this::open);
    VBox page = Parts.column(Parts.sectionHeader(ui.get("village.forms"), ""), Tables.boxed(table));
    page.getStyleClass().add("page");
    VBox.setVgrow(page, javafx.scene.layout.Priority.ALWAYS);
    VBox all = new VBox(facts, page);
    return all;
  }

  private List<Node> facts() {
    return List.of(
        fact("village.code", model.village().code()),
        fact("village.district", model.village().district()),
        fact("village.agency", model.assignmentProperty().get().agency()),
        fact("village.records", ui.words().texts().number(model.total())));
  }

  private Node fact(String key, String value) {
    VBox box =
        new VBox(
            Parts.label(ui.get(key), "small"),
            Parts.label(value.isEmpty() ? ui.get("village.unknown") : value));
    box.getStyleClass().add("fact");
    return box;
  }

  private TableColumn<VillageModel.Line, VillageModel.Line> number(
      String key, ToIntFunction<VillageModel.Line> count) {
    return Tables.number(
        ui.get(key),
        ui.px(90),
        line -> (long) count.applyAsInt(line),
        line -> {
          int number = count.applyAsInt(line);
          return number == 0 ? "–" : ui.words().texts().number(number);
        });
  }

  private Node state(VillageModel.Line line) {
    if (line.complete() + line.draft() == 0) {
      return Parts.state("mdomz-radio_button_unchecked", ui.get("state.none"), Tone.NEUTRAL);
    }
    return line.unsent() > 0
        ? Parts.state("mdomz-send", ui.count("village.unsent", line.unsent()), Tone.ACCENT)
        : Parts.state("mdoal-done_all", ui.get("village.sent"), Tone.SUCCESS);
  }

  private Node deeds(VillageModel.Line line) {
    return Parts.row(
        Parts.link("open-" + line.form().id(), ui.get("village.list"), () -> open(line)),
        Parts.link(
            "new-" + line.form().id(),
            ui.get("village.new"),
            () ->
                ui.navigator()
                    .go(
                        new Place.NewEntry(
                            line.form().id(), model.village().code(), UUID.randomUUID()))));
  }

  private void open(VillageModel.Line line) {
    ui.navigator().go(new Place.Submissions(line.form().id(), model.village().code()));
  }
}
