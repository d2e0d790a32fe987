package id.dampingan.ui.village;

import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Each form of the village: filled, complete, sent, new.
final class FormsPane {
  private final VillageModel model;
  private final Ui ui;

  FormsPane(VillageModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build() {
    TableView<VillageModel.Line> table =
        Tables.table(
            "village-forms",
            ui.get("village.forms"),
            model.lines(),
            Parts.empty(
                "mdoal-assignment",
                ui.get("village.noForms"),
                Parts.button(
                    "village-receive",
                    ui.get("home.empty.package"),
                    "mdoal-inbox",
                    () -> ui.navigator().go(new Place.Receive()))));
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
        Tables.node("", ui.px(300), this::deeds);
    deeds.setMinWidth(ui.px(270));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("village.form"),
                    ui.px(240),
                    line -> Parts.shrinking(model.title(line.form(), ui.language()), "bold")),
                number("villages.complete", VillageModel.Line::complete),
                draft,
                conflict,
                held,
                state,
                deeds));
    Tables.fold(table, conflict, held, draft, state);
    Tables.onOpen(table, this::open);
    VBox page = Parts.column(Tables.boxed(table));
    page.getStyleClass().add("page");
    return page;
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
    HBox deeds =
        Parts.row(
            Parts.link("open-" + line.form().id(), ui.get("village.list"), () -> open(line)),
            Parts.link(
                "new-" + line.form().id(),
                ui.get("village.new"),
                () ->
                    ui.navigator()
                        .go(
                            new Place.NewEntry(
                                line.form().id(), model.village().code(), UUID.randomUUID()))));
    if (line.pictured() && line.complete() + line.draft() > 0) {
      deeds
          .getChildren()
          .add(
              Parts.link(
                  "carry-" + line.form().id(),
                  ui.get("village.carry"),
                  () -> model.carry(line.form())));
    }
    return deeds;
  }

  private void open(VillageModel.Line line) {
    ui.navigator().go(new Place.Submissions(line.form().id(), model.village().code()));
  }
}
