package id.dampingan.ui.village;

import id.dampingan.programme.Timeline;
import id.dampingan.text.Texts;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The interventions of a year: outline = plan, fill = reported, red = past the plan, always with a
/// word.
final class TimelinePane {
  private final VillageModel model;
  private final TimelineModel timeline;
  private final Ui ui;

  TimelinePane(VillageModel model, Ui ui) {
    this.model = model;
    this.timeline = model.timeline();
    this.ui = ui;
  }

  Node build(Heading heading) {
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> page.getChildren().setAll(content(heading)),
        timeline.timelineProperty(),
        timeline.yearProperty());
    return Parts.scrolling(page);
  }

  private List<Node> content(Heading heading) {
    Timeline known = timeline.timelineProperty().get();
    if (known == null) {
      return List.of();
    }
    if (known.bars().isEmpty()) {
      return List.of(
          Parts.empty(
              "mdomz-timeline",
              ui.get("village.timeline.none"),
              Parts.primary(
                  "village-first-intervention",
                  ui.get("village.fill.intervention"),
                  "mdoal-add",
                  this::fillNew)));
    }
    int year = timeline.yearProperty().get();
    List<Timeline.Bar> bars = timeline.bars();
    VBox rows = new VBox(months(heading, year));
    rows.getStyleClass().add("table-box");
    bars.forEach(bar -> rows.getChildren().add(row(heading, bar, year)));
    rows.getChildren().add(foot(bars));
    return List.of(head(known, year), rows, legend());
  }

  private Node head(Timeline known, int year) {
    List<Integer> years = known.years();
    int at = years.indexOf(year);
    var before =
        Parts.iconButton(
            "timeline-before",
            "mdoal-chevron_left",
            ui.get("village.timeline.before"),
            () -> timeline.yearProperty().set(years.get(at - 1)));
    before.setDisable(at <= 0);
    var after =
        Parts.iconButton(
            "timeline-after",
            "mdoal-chevron_right",
            ui.get("village.timeline.after"),
            () -> timeline.yearProperty().set(years.get(at + 1)));
    after.setDisable(at < 0 || at >= years.size() - 1);
    return Parts.row(
        before,
        Parts.label(Integer.toString(year), "section-title"),
        after,
        Parts.spring(),
        Parts.button(
            "fill-intervensi", ui.get("village.fill.intervention"), "mdoal-add", this::fillNew));
  }

  private Node months(Heading heading, int year) {
    HBox row = line(heading, cell(ui.get("village.timeline.name"), "small"), "gantt-head");
    GanttBar months = new GanttBar(year, timeline.desk().today());
    months.showMonths(ui.words().texts(), heading.isNarrow());
    HBox.setHgrow(months, Priority.ALWAYS);
    if (!heading.isNarrow()) {
      row.getChildren().add(number(ui.get("village.timeline.budget"), 76, "small"));
      row.getChildren().add(state(Parts.label(ui.get("list.state"), "small")));
    }
    row.getChildren().add(number(ui.get("village.timeline.physical"), 60, "small"));
    row.getChildren().add(months);
    return row;
  }

  private Node row(Heading heading, Timeline.Bar bar, int year) {
    Texts texts = ui.words().texts();
    Hyperlink name =
        Parts.link(
            "timeline-open",
            bar.name(),
            () -> ui.navigator().go(new Place.Entry(bar.row().submission().root())));
    name.setMinWidth(0);
    name.getStyleClass().add("shrinks");
    String agency = agency(bar.agency());
    VBox words =
        new VBox(
            name,
            heading.isNarrow() ? stateOf(bar) : Parts.shrinking(agency, "small", "gantt-agency"));
    HBox row = line(heading, words, "gantt-row");
    GanttBar drawn = new GanttBar(year, timeline.desk().today());
    drawn.show(bar);
    drawn.setAccessibleText(
        ui.get(
            "village.timeline.told",
            bar.name(),
            texts.shortDate(bar.start()),
            texts.shortDate(bar.end()),
            percent(bar)));
    HBox.setHgrow(drawn, Priority.ALWAYS);
    if (!heading.isNarrow()) {
      row.getChildren().add(number(texts.decimal(bar.budget() / 1e6, 1), 76, ""));
      row.getChildren().add(state(stateOf(bar)));
    }
    row.getChildren().add(number(percent(bar), 60, "bold"));
    row.getChildren().add(drawn);
    return row;
  }

  private HBox line(Heading heading, Node first, String style) {
    HBox row = new HBox();
    row.getStyleClass().add(style);
    double width = ui.px(heading.isTight() ? 190 : 230);
    if (first instanceof Region region) {
      region.setMinWidth(width);
      region.setPrefWidth(width);
      region.setMaxWidth(width);
    }
    row.getChildren().add(first);
    return row;
  }

  private static Label cell(String text, String style) {
    return Parts.label(text, style);
  }

  private Label number(String text, double width, String style) {
    Label label = style.isEmpty() ? Parts.label(text) : Parts.label(text, style);
    label.setMinWidth(ui.px(width));
    label.setPrefWidth(ui.px(width));
    label.getStyleClass().add("gantt-number");
    return label;
  }

  private Node state(Node inside) {
    HBox box = new HBox(inside);
    box.getStyleClass().add("gantt-state");
    box.setMinWidth(ui.px(150));
    box.setPrefWidth(ui.px(150));
    return box;
  }

  private String percent(Timeline.Bar bar) {
    Double physical = bar.physical();
    return physical == null ? "–" : ui.words().texts().decimal(physical, 0) + " %";
  }

  private Node stateOf(Timeline.Bar bar) {
    String key = "village.state." + bar.state().name().toLowerCase(Locale.ROOT);
    return switch (bar.state()) {
      case LATE -> Parts.state("mdoal-error_outline", ui.count(key, bar.lateDays()), Tone.DANGER);
      case BEHIND -> Parts.state("mdomz-warning", ui.get(key), Tone.WARNING);
      case DONE -> Parts.state("mdoal-check", ui.get(key), Tone.SUCCESS);
      case RUNNING -> Parts.state("mdomz-play_arrow", ui.get(key), Tone.ACCENT);
      case APPROVED -> Parts.state("mdomz-schedule", ui.get(key), Tone.NEUTRAL);
      case PROPOSED -> Parts.state("mdoal-edit", ui.get(key), Tone.NEUTRAL);
      case STOPPED -> Parts.state("mdoal-block", ui.get(key), Tone.NEUTRAL);
    };
  }

  private String agency(String code) {
    return timeline.desk().lists().items("opd").stream()
        .filter(each -> code.equals(each.value()) || code.equals(each.properties().get("kode_opd")))
        .map(each -> each.label().in("id"))
        .findFirst()
        .orElse(code);
  }

  private Node foot(List<Timeline.Bar> bars) {
    Texts texts = ui.words().texts();
    double budget = bars.stream().mapToDouble(Timeline.Bar::budget).sum();
    double spent = bars.stream().mapToDouble(Timeline.Bar::spent).sum();
    HBox foot =
        Parts.row(
            Parts.label(ui.count("village.timeline.count", bars.size()), "bold"),
            Parts.spring(),
            Parts.shrinking(
                ui.get(
                    "village.timeline.spent",
                    texts.decimal(spent / 1e6, 1),
                    texts.decimal(budget / 1e6, 1)),
                "muted"));
    foot.getStyleClass().addAll("gantt-foot");
    return foot;
  }

  private Node legend() {
    List<Node> nodes = new ArrayList<>();
    for (String each : List.of("plan", "proposed", "reported", "done", "late")) {
      Region sample = new Region();
      sample.getStyleClass().addAll("gantt-sample", "gantt-" + each);
      nodes.add(Parts.row(sample, Parts.label(ui.get("village.legend." + each), "small")));
    }
    LocalDate today = timeline.desk().today();
    Region line = new Region();
    line.getStyleClass().add("gantt-today-sample");
    nodes.add(
        Parts.row(
            line,
            Parts.label(
                ui.get("village.legend.today", ui.words().texts().shortDate(today)), "small")));
    FlowPane legend = new FlowPane();
    legend.getStyleClass().add("legend");
    legend.getChildren().setAll(nodes);
    return legend;
  }

  private void fillNew() {
    ui.navigator().go(new Place.NewEntry("intervensi", model.village().code(), UUID.randomUUID()));
  }
}
