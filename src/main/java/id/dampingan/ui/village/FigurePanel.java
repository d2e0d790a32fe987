package id.dampingan.ui.village;

import id.dampingan.programme.Indicator;
import id.dampingan.report.VillageFigures;
import id.dampingan.report.VillageFigures.Line;
import id.dampingan.text.Texts;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One indicator in full: a bar a round, what its change is made of, who was assessed.
final class FigurePanel {
  private static final int BARS = 4;
  private static final double HIGHEST = 88;

  private final FiguresModel figures;
  private final Ui ui;

  FigurePanel(FiguresModel figures, Ui ui) {
    this.figures = figures;
    this.ui = ui;
  }

  Node build() {
    VBox panel = new VBox();
    panel.getStyleClass().addAll("figure-panel", "subtle");
    Follow.with(panel, () -> panel.getChildren().setAll(content()), figures.chosenProperty());
    var scroll = Parts.scrolling(panel);
    scroll.getStyleClass().add("figure-scroll");
    scroll.setMinWidth(ui.px(296));
    scroll.setPrefWidth(ui.px(296));
    scroll.setMaxWidth(ui.px(296));
    return scroll;
  }

  private List<Node> content() {
    Line line = figures.chosenProperty().get();
    VillageFigures all = figures.figuresProperty().get();
    if (line == null || all == null) {
      return List.of();
    }
    Texts texts = ui.words().texts();
    Indicator indicator = line.indicator();
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.paragraph(indicator.name().in(ui.language()), "section-title"));
    nodes.add(
        Parts.paragraph(
            ui.get(
                "village.panel.about",
                indicator.unit(),
                ui.get("village.good." + indicator.direction().name().toLowerCase(Locale.ROOT)),
                indicator.sdgs()),
            "small"));
    nodes.add(bars(all, line));
    nodes.add(
        line(ui.get("village.figures.change"), withUnit(line, line.figure().change()), "bold"));
    if (line.changed() != null) {
      nodes.add(
          line(
              ui.get("village.panel.changed"), SummaryPane.signed(texts, line.changed()), "muted"));
      nodes.add(
          line(ui.get("village.panel.moved"), SummaryPane.signed(texts, line.moved()), "muted"));
    }
    if (indicator.source() == Indicator.Source.RT) {
      nodes.add(rule());
      nodes.add(
          line(
              ui.get("village.panel.assessed"),
              ui.get("village.panel.of", all.assessed(), all.households()),
              ""));
      Line own = figures.ofVillage(line);
      if (own != null) {
        nodes.add(rule());
        nodes.add(
            line(
                ui.get("village.figures.village"),
                SummaryPane.value(texts, own.figure().now()),
                "bold"));
        nodes.add(Parts.paragraph(ui.get("village.panel.notAdded"), "small"));
      }
    }
    return nodes;
  }

  private String withUnit(Line line, @Nullable Double change) {
    String signed = SummaryPane.signed(ui.words().texts(), change);
    return change == null ? signed : signed + " " + line.indicator().unit();
  }

  private static Node rule() {
    Region rule = new Region();
    rule.getStyleClass().add("hairline");
    return rule;
  }

  private Node line(String what, String value, String style) {
    Label words = Parts.paragraph(what);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Label figure = Parts.label(value, "bold");
    if (!style.isEmpty()) {
      words.getStyleClass().add(style);
    }
    return Parts.row(words, figure);
  }

  private Node bars(VillageFigures all, Line line) {
    int from = Math.max(0, all.rounds().size() - BARS);
    double most =
        line.series().stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    HBox bars = new HBox();
    bars.getStyleClass().add("bars");
    bars.setAlignment(Pos.BOTTOM_CENTER);
    for (int i = from; i < all.rounds().size(); i++) {
      Double value = line.series().get(i);
      boolean last = i == all.rounds().size() - 1;
      Region bar = new Region();
      bar.getStyleClass().addAll("bar", last ? "bar-now" : "bar-before");
      double height = value == null || most <= 0 ? 1 : Math.max(1, ui.px(HIGHEST) * value / most);
      bar.setMinHeight(height);
      bar.setPrefHeight(height);
      bar.setMaxHeight(height);
      Label number =
          Parts.label(
              value == null ? "–" : ui.words().texts().decimal(value, 1), last ? "bold" : "muted");
      Label round = Parts.label(shortRound(all.rounds().get(i)), "small");
      VBox column = new VBox(number, bar, round);
      column.getStyleClass().add("bar-column");
      column.setAlignment(Pos.BOTTOM_CENTER);
      HBox.setHgrow(column, Priority.ALWAYS);
      bars.getChildren().add(column);
    }
    return bars;
  }

  /// `III 2026`: as people say it, without the word for quarter.
  private String shortRound(String code) {
    String words = ui.words().texts().round(code);
    return words.substring(words.indexOf(' ') + 1);
  }
}
