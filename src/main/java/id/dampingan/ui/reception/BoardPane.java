package id.dampingan.ui.reception;

import id.dampingan.programme.Standing;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Villages by round: complete, received when and from whom, returned, or nothing yet.
final class BoardPane {
  private final BoardModel model;
  private final Ui ui;

  BoardPane(BoardModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  Node build() {
    TableView<BoardModel.Line> table =
        Tables.table(
            "reception-villages",
            ui.get("reception.villages"),
            model.lines(),
            Parts.paragraph(ui.get("reception.noVillages"), "muted", "empty-words"));
    Follow.with(table, () -> table.getColumns().setAll(columns()), model.rounds());
    table.getStyleClass().add("two-lines");
    table.setFixedCellSize(ui.px(44));
    Tables.onOpen(table, line -> ui.navigator().go(new Place.Village(line.village().code())));
    VBox box = new VBox(head(), Tables.boxed(table), foot());
    box.getStyleClass().add("column");
    box.setMinWidth(ui.px(412));
    box.setPrefWidth(ui.px(424));
    box.setMaxWidth(ui.px(440));
    return box;
  }

  private Node head() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton all = Parts.segment("reception-all", "", null, group, true);
    ToggleButton missing = Parts.segment("reception-missing", "", null, group, false);
    missing.setSelected(model.missingOnlyProperty().get());
    all.setSelected(!missing.isSelected());
    all.setOnAction(_ -> model.missingOnlyProperty().set(false));
    missing.setOnAction(_ -> model.missingOnlyProperty().set(true));
    HBox head =
        Parts.sectionHeader(ui.get("reception.villages"), "", Parts.segments(group, all, missing));
    Follow.with(
        head,
        () -> {
          all.setText(ui.get("reception.all", model.villages()));
          missing.setText(ui.get("reception.missing", model.missing()));
        },
        model.lines());
    return head;
  }

  private List<TableColumn<BoardModel.Line, ?>> columns() {
    List<TableColumn<BoardModel.Line, ?>> columns = new ArrayList<>();
    columns.add(
        Tables.node(
            ui.get("villages.name"),
            ui.px(120),
            line -> {
              VBox name =
                  new VBox(
                      Parts.shrinking(line.village().name()),
                      Parts.shrinking(line.village().district(), "small"));
              name.setAlignment(Pos.CENTER_LEFT);
              return name;
            }));
    for (String round : model.rounds()) {
      String title =
          ui.get(
              model.isOpen(round) ? "reception.round.open" : "reception.round", shortRound(round));
      TableColumn<BoardModel.Line, BoardModel.Line> column =
          Tables.node(title, ui.px(104), line -> cell(line.in(round)));
      column.setMinWidth(ui.px(model.isOpen(round) ? 112 : 92));
      columns.add(column);
    }
    return columns;
  }

  private Label cell(Standing standing) {
    Label cell =
        switch (standing.state()) {
          case COMPLETE -> state("mdoal-done_all", "reception.complete", Tone.SUCCESS);
          case RETURNED -> state("mdomz-reply", "reception.returned", Tone.WARNING);
          case RECEIVED ->
              Parts.state("mdoal-inbox", day(standing) + " " + standing.sender(), Tone.ACCENT);
          case NONE -> state("mdomz-radio_button_unchecked", "reception.none", Tone.NEUTRAL);
        };
    cell.setMinWidth(0);
    cell.getStyleClass().add("shrinks");
    if (standing.at() != null) {
      cell.setTooltip(
          new Tooltip(
              ui.get(
                  "reception.received",
                  day(standing),
                  standing.sender().isEmpty() ? ui.get("receive.senderUnknown") : standing.sender(),
                  standing.records())));
    }
    return cell;
  }

  private Label state(String icon, String key, Tone tone) {
    return Parts.state(icon, ui.get(key), tone);
  }

  private String day(Standing standing) {
    Instant at = standing.at();
    return at == null ? "" : ui.words().texts().day(LocalDate.ofInstant(at, ui.clock().getZone()));
  }

  private Node foot() {
    Label foot = Parts.paragraph("", "muted");
    foot.setId("reception-standing");
    Follow.with(
        foot,
        () -> {
          Map<Standing.State, Integer> counts = model.counts();
          foot.setVisible(!model.rounds().isEmpty());
          foot.setText(
              model.rounds().isEmpty()
                  ? ""
                  : ui.get(
                      "reception.standing",
                      shortRound(model.rounds().getLast()),
                      counts.getOrDefault(Standing.State.COMPLETE, 0),
                      counts.getOrDefault(Standing.State.RECEIVED, 0),
                      counts.getOrDefault(Standing.State.RETURNED, 0),
                      counts.getOrDefault(Standing.State.NONE, 0),
                      model.villages()));
        },
        model.lines());
    return foot;
  }

  /// `Tw III`, with its year where the rounds shown are not all of one.
  private String shortRound(String round) {
    String words =
        ui.words().texts().round(round).replace("Triwulan", "Tw").replace("Quarter", "Q");
    String year = round.replaceFirst("-.*", "");
    boolean one = model.rounds().stream().allMatch(each -> each.startsWith(year + "-"));
    return one ? words.replace(year, "").strip() : words;
  }
}
