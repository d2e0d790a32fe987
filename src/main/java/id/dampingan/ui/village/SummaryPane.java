package id.dampingan.ui.village;

import id.dampingan.programme.Indicator.Source;
import id.dampingan.programme.VillageProgress;
import id.dampingan.report.Tally;
import id.dampingan.report.VillageFigures;
import id.dampingan.report.VillageFigures.Line;
import id.dampingan.report.VillageFigures.Meaning;
import id.dampingan.text.Texts;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The indicators as a table, and one of them told in full beside it.
final class SummaryPane {
  private static final String NOTHING = "–";
  private static final int MOST = 50;

  private final VillageModel model;
  private final FiguresModel figures;
  private final Ui ui;

  SummaryPane(VillageModel model, Ui ui) {
    this.model = model;
    this.figures = model.figures();
    this.ui = ui;
  }

  Node build(Heading heading) {
    HBox all = new HBox();
    Follow.with(
        all,
        () -> all.getChildren().setAll(content(heading)),
        figures.figuresProperty(),
        figures.sourceProperty());
    return all;
  }

  private List<Node> content(Heading heading) {
    VillageFigures known = figures.figuresProperty().get();
    if (known == null) {
      return List.of();
    }
    if (known.lines().isEmpty()) {
      VBox empty = nothing();
      HBox.setHgrow(empty, Priority.ALWAYS);
      return List.of(empty);
    }
    TableView<Line> table = table();
    VBox page = new VBox(bar(known), Tables.boxed(table));
    page.getStyleClass().addAll("page");
    page.setMinWidth(0);
    Node team = team();
    if (team != null) {
      page.getChildren().add(team);
    }
    if (heading.isTight()) {
      // A table of two rows is none: here the whole page scrolls.
      Tables.fitRows(table, ui.px(32), MOST);
      Node scroll = Parts.scrolling(page);
      HBox.setHgrow(scroll, Priority.ALWAYS);
      return List.of(scroll);
    }
    HBox.setHgrow(page, Priority.ALWAYS);
    List<Node> nodes = new ArrayList<>(List.of(page));
    if (!heading.isNarrow()) {
      nodes.add(new FigurePanel(figures, ui).build());
    }
    return nodes;
  }

  private VBox nothing() {
    return Parts.empty(
        "mdoal-insights",
        ui.get("village.figures.none"),
        Parts.primary(
            "village-first-household",
            ui.get("village.fill.household"),
            "mdoal-add",
            () -> fill("rumah_tangga")),
        Parts.button(
            "village-first-profile",
            ui.get("village.fill.profile"),
            "mdoal-add",
            () -> fill("profil_desa")));
  }

  private void fill(String form) {
    ui.navigator().go(new Place.NewEntry(form, model.village().code(), UUID.randomUUID()));
  }

  private Node bar(VillageFigures known) {
    ToggleGroup group = new ToggleGroup();
    ComboBox<String> round =
        Parts.combo(
            "village-round",
            ui.get("village.round"),
            figures.rounds(),
            code -> ui.words().texts().round(code));
    round.setValue(known.round());
    round.setOnAction(_ -> {
      String chosen = round.getValue();
      if (chosen != null && !chosen.equals(known.round())) {
        figures.choose(chosen);
      }
    });
    FlowPane bar =
        new FlowPane(
            Parts.segments(
                group,
                source(group, Source.RT, "village.figures.surveyed"),
                source(group, Source.DESA, "village.figures.village")),
            round,
            Parts.state(
                "mdoal-check",
                ui.get("village.figures.better", figures.count(Meaning.BETTER)),
                Tone.SUCCESS),
            Parts.state(
                "mdomz-priority_high",
                ui.get("village.figures.worse", figures.count(Meaning.WORSE)),
                Tone.DANGER),
            Parts.label(
                ui.get(
                    "village.figures.rest",
                    figures.count(Meaning.SAME, Meaning.UP, Meaning.DOWN),
                    figures.count(Meaning.NO_BASELINE, Meaning.UNKNOWN)),
                "muted"));
    bar.getStyleClass().add("filters");
    bar.setRowValignment(javafx.geometry.VPos.CENTER);
    return bar;
  }

  private ToggleButton source(ToggleGroup group, Source source, String key) {
    ToggleButton button =
        Parts.segment(
            "figures-" + source.name().toLowerCase(Locale.ROOT),
            ui.get(key),
            null,
            group,
            source == figures.sourceProperty().get());
    button.setOnAction(_ -> figures.sourceProperty().set(source));
    return button;
  }

  private TableView<Line> table() {
    TableView<Line> table =
        Tables.table(
            "village-figures",
            ui.get("village.tab.summary"),
            figures.shown(),
            Parts.empty(
                "mdoal-insights",
                ui.get("village.figures.noSource"),
                Parts.button(
                    "village-fill-profile",
                    ui.get("village.fill.profile"),
                    "mdoal-add",
                    () -> fill("profil_desa"))));
    TableColumn<Line, Line> unit =
        Tables.text(ui.get("village.figures.unit"), ui.px(64), line -> line.indicator().unit());
    TableColumn<Line, Line> before = number("previous", line -> line.figure().previous());
    TableColumn<Line, Line> stayed =
        figure("changed", line -> signed(ui.words().texts(), line.changed()));
    TableColumn<Line, Line> moved =
        figure("moved", line -> signed(ui.words().texts(), line.moved()));
    TableColumn<Line, Line> since =
        figure("change", line -> signed(ui.words().texts(), line.figure().change()));
    TableColumn<Line, Line> trend =
        Tables.node(ui.get("village.figures.trend"), ui.px(84), this::trend);
    trend.setMinWidth(ui.px(84));
    TableColumn<Line, Line> meaning =
        Tables.node(ui.get("village.figures.meaning"), ui.px(112), line -> meaning(ui, line));
    meaning.setMinWidth(ui.px(110));
    TableColumn<Line, Line> now = number("now", line -> line.figure().now());
    now.getStyleClass().add("strong-number");
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("village.figures.indicator"),
                    ui.px(260),
                    line -> line.indicator().name().in(ui.language())),
                unit,
                number("baseline", line -> line.figure().baseline()),
                before,
                now,
                since,
                meaning,
                stayed,
                moved,
                trend));
    Tables.fold(table, moved, stayed, unit, before, trend, since);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (line != null) {
            figures.chosenProperty().set(line);
          }
        });
    table.getSelectionModel().select(figures.chosenProperty().get());
    return table;
  }

  private TableColumn<Line, Line> number(String key, Function<Line, @Nullable Tally> tally) {
    return figure(key, line -> value(ui.words().texts(), tally.apply(line)));
  }

  private TableColumn<Line, Line> figure(String key, Function<Line, String> words) {
    TableColumn<Line, Line> column =
        Tables.text(ui.get("village.figures." + key), ui.px(62), words);
    column.getStyleClass().add("numeric");
    column.setSortable(false);
    // As wide as its title, which is not cut.
    column.setMinWidth(ui.px(Math.max(56, 24 + 6.9 * column.getText().length())));
    return column;
  }

  private Node trend(Line line) {
    return new Sparkline(
        line.series(),
        tone(line.meaning()),
        ui.px(64),
        ui.px(20),
        line.series().stream()
            .map(value -> value == null ? NOTHING : ui.words().texts().decimal(value, 1))
            .collect(Collectors.joining(", ")));
  }

  /// Who found out what: only where more than one has worked.
  private @Nullable Node team() {
    VillageProgress progress = model.headerProperty().get().progress();
    if (progress == null || progress.byOfficer().size() < 2) {
      return null;
    }
    String counts =
        progress.byOfficer().entrySet().stream()
            .map(each -> each.getKey() + " " + ui.words().texts().number(each.getValue()))
            .collect(Collectors.joining(" · "));
    return Parts.paragraph(ui.get("village.byOfficer", counts), "muted");
  }

  static String value(Texts texts, @Nullable Tally tally) {
    Double value = tally == null ? null : tally.value();
    return value == null ? NOTHING : texts.decimal(value, 1);
  }

  static String signed(Texts texts, @Nullable Double change) {
    if (change == null) {
      return NOTHING;
    }
    String size = texts.decimal(Math.abs(change), 1);
    return size.equals("0") ? size : (change > 0 ? "+" : "−") + size;
  }

  static Node meaning(Ui ui, Line line) {
    Double change = line.figure().change();
    String icon =
        switch (line.meaning()) {
          case NO_BASELINE, UNKNOWN -> "mdomz-radio_button_unchecked";
          case SAME -> "mdoal-arrow_forward";
          case BETTER, WORSE, UP, DOWN ->
              change != null && change > 0 ? "mdoal-arrow_upward" : "mdoal-arrow_downward";
        };
    return Parts.state(
        icon,
        ui.get("village.meaning." + line.meaning().name().toLowerCase(Locale.ROOT)),
        tone(line.meaning()));
  }

  static Tone tone(Meaning meaning) {
    return switch (meaning) {
      case BETTER -> Tone.SUCCESS;
      case WORSE -> Tone.DANGER;
      case SAME, UP, DOWN, NO_BASELINE, UNKNOWN -> Tone.NEUTRAL;
    };
  }
}
