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
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The table of villages, searched while typing.
public final class VillagesView implements Screen {
  private final VillagesModel model;
  private final Ui ui;
  private final TextField search = new TextField();

  public VillagesView(VillagesModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    search.setId("villages-search");
    search.textProperty().bindBidirectional(model.textProperty());
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.SEARCH) {
      search.requestFocus();
      search.selectAll();
      return true;
    }
    return false;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.villages"));
    search.setPromptText(ui.get("villages.search"));
    search.setAccessibleText(ui.get("villages.search"));
    search.setPrefWidth(ui.px(320));
    HBox bar = Parts.row();
    Follow.with(
        bar, () -> bar.getChildren().setAll(search, Parts.spring(), segments()), model.shown());
    TableView<VillagesModel.Line> table =
        Tables.table(
            "villages-table",
            ui.get("rail.villages"),
            model.shown(),
            Parts.empty("mdomz-place", ui.get("villages.none")));
    TableColumn<VillagesModel.Line, VillagesModel.Line> code =
        Tables.text(ui.get("villages.code"), ui.px(130), line -> line.village().code());
    TableColumn<VillagesModel.Line, VillagesModel.Line> complete =
        number("villages.complete", VillagesModel.Line::complete);
    TableColumn<VillagesModel.Line, VillagesModel.Line> draft =
        number("villages.draft", VillagesModel.Line::draft);
    TableColumn<VillagesModel.Line, VillagesModel.Line> state =
        Tables.node("", ui.px(120), this::state);
    state.setMinWidth(ui.px(110));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("villages.name"),
                    ui.px(240),
                    line -> Parts.shrinking(line.village().name(), "bold")),
                Tables.text(
                    ui.get("villages.district"), ui.px(180), line -> line.village().district()),
                code,
                complete,
                draft,
                number("villages.conflict", VillagesModel.Line::conflict),
                number("villages.held", VillagesModel.Line::held),
                state));
    Tables.fold(table, code, state, draft, complete);
    Tables.onOpen(table, line -> ui.navigator().go(new Place.Village(line.village().code())));
    VBox page = new VBox(bar, Tables.boxed(table));
    page.getStyleClass().add("page");
    return page;
  }

  private Node segments() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton touched =
        Parts.segment(
            "villages-touched",
            ui.get("villages.touched", model.touched()),
            null,
            group,
            model.onlyTouchedProperty().get());
    touched.setOnAction(_ -> model.onlyTouchedProperty().set(true));
    ToggleButton all =
        Parts.segment(
            "villages-all",
            ui.get("villages.all", model.count()),
            null,
            group,
            !model.onlyTouchedProperty().get());
    all.setOnAction(_ -> model.onlyTouchedProperty().set(false));
    return Parts.segments(group, touched, all);
  }

  private TableColumn<VillagesModel.Line, VillagesModel.Line> number(
      String key, ToIntFunction<VillagesModel.Line> count) {
    return Tables.number(
        ui.get(key),
        ui.px(90),
        line -> (long) count.applyAsInt(line),
        line -> {
          int number = count.applyAsInt(line);
          return number == 0 ? "–" : ui.words().texts().number(number);
        });
  }

  private Node state(VillagesModel.Line line) {
    if (line.held() > 0) {
      return Parts.state("mdoal-block", ui.get("rail.held"), Tone.DANGER);
    }
    if (line.conflict() > 0) {
      return Parts.state("mdoal-compare_arrows", ui.get("rail.conflicts"), Tone.WARNING);
    }
    if (line.draft() > 0) {
      return Parts.state("mdoal-edit", ui.get("state.draft"), Tone.NEUTRAL);
    }
    return line.complete() > 0
        ? Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS)
        : Parts.state("mdomz-radio_button_unchecked", ui.get("state.none"), Tone.NEUTRAL);
  }
}
