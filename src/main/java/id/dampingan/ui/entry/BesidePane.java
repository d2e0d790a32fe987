package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.store.HistoryLine;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The right side: what was known of the question before, its history, remarks and guidance; each
/// part folds.
final class BesidePane {
  private static final int MOST_LINES = 12;

  private final EntryModel model;
  private final Beside beside;
  private final Ui ui;
  private final Form form;
  private final Map<String, Boolean> folded;
  private final VBox node = new VBox();

  /// @param folded which parts are folded, kept by the screen
  BesidePane(EntryModel model, Ui ui, Form form, Map<String, Boolean> folded) {
    this.model = model;
    this.beside = model.beside();
    this.ui = ui;
    this.form = form;
    this.folded = folded;
    node.getStyleClass().add("right-side");
    node.getChildren()
        .addAll(
            part("before", this::before),
            part("history", this::history),
            part("remarks", this::remarks),
            part("guide", this::guide));
  }

  Node node() {
    javafx.scene.control.ScrollPane scroll = Parts.scrolling(node);
    scroll.getStyleClass().add("right-scroll");
    scroll.setFitToHeight(true);
    scroll.setId("entry-beside");
    return scroll;
  }

  private Node part(String key, Supplier<List<Node>> content) {
    VBox part = new VBox();
    part.getStyleClass().addAll("column", "beside-part");
    VBox body = new VBox();
    body.getStyleClass().addAll("column", "tight");
    Button head = new Button(ui.get("entry." + key));
    head.setId("beside-" + key);
    head.getStyleClass().addAll("flat", "beside-head");
    head.setMaxWidth(Double.MAX_VALUE);
    Runnable draw =
        () -> {
          boolean closed = folded.getOrDefault(key, false);
          head.setGraphic(Parts.icon(closed ? "mdoal-chevron_right" : "mdoal-expand_more"));
          body.getChildren().setAll(closed ? List.of() : content.get());
          body.setVisible(!closed);
          body.setManaged(!closed);
        };
    head.setOnAction(_ -> {
      folded.put(key, !folded.getOrDefault(key, false));
      draw.run();
    });
    part.getChildren().addAll(head, body);
    Follow.with(
        part,
        draw,
        beside.spotProperty(),
        beside.revisionProperty(),
        beside.history(),
        model.revisionProperty());
    return part;
  }

  // What was known before

  static String sourceOf(Earlier.Value value, Ui ui) {
    return value.round().isEmpty()
        ? ui.get("entry.before.prelist")
        : ui.words().texts().round(value.round());
  }

  private List<Node> before() {
    List<Node> nodes = new ArrayList<>();
    Earlier.Value known = beside.earlier();
    Spot spot = beside.spotProperty().get();
    if (known != null && spot != null) {
      nodes.addAll(comparison(spot, known));
    }
    nodes.addAll(prelist());
    if (nodes.isEmpty()) {
      nodes.add(Parts.paragraph(ui.get("entry.before.none"), "muted"));
    }
    return nodes;
  }

  private List<Node> comparison(Spot spot, Earlier.Value known) {
    String now = beside.value();
    boolean same = now.equals(known.value());
    VBox earlier = fact(sourceOf(known, ui), shown(known.value()), false);
    VBox finding = fact(ui.get("entry.before.finding"), now.isEmpty() ? "–" : shown(now), !same);
    HBox both = Parts.row(earlier, finding);
    HBox.setHgrow(earlier, Priority.ALWAYS);
    HBox.setHgrow(finding, Priority.ALWAYS);
    List<Node> nodes = new ArrayList<>(List.of(both));
    if (same) {
      nodes.add(Parts.state("mdoal-check", ui.get("entry.before.same"), Tone.SUCCESS));
    } else if (beside.isConfirmed(spot)) {
      nodes.add(Parts.state("mdoal-check", ui.get("entry.before.confirmed"), Tone.SUCCESS));
    } else {
      Button use =
          Parts.button(
              "before-use",
              ui.get("entry.before.use", cut(shown(known.value()))),
              null,
              beside::useEarlier);
      use.getStyleClass().add("compact");
      javafx.scene.layout.FlowPane deeds = new javafx.scene.layout.FlowPane(use);
      deeds.getStyleClass().add("chips");
      if (!now.isEmpty()) {
        Button right =
            Parts.button(
                "before-confirm",
                ui.get("entry.before.right", cut(shown(now))),
                null,
                beside::confirm);
        right.getStyleClass().add("compact");
        right.setGraphic(Parts.key("Alt+S"));
        right.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        deeds.getChildren().add(right);
      } else {
        use.setGraphic(Parts.key("Alt+S"));
        use.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      }
      nodes.add(deeds);
    }
    return nodes;
  }

  private static String cut(String text) {
    return text.length() <= 16 ? text : text.substring(0, 15) + "…";
  }

  private VBox fact(String name, String value, boolean marked) {
    VBox fact = new VBox(Parts.paragraph(name, "small"), Parts.paragraph(value, "section-title"));
    fact.getStyleClass().addAll("before-card", marked ? "before-differs" : "before-same");
    fact.setPrefWidth(ui.px(130));
    return fact;
  }

  /// All that the prelist says, with what was found.
  private List<Node> prelist() {
    Map<String, String> pairs = Earlier.prelist(form.main());
    GridPane table = new GridPane();
    table.getStyleClass().add("side-facts");
    int at = 0;
    for (Field field : form.main().fields()) {
      String from = pairs.get(field.name());
      String known = from == null ? "" : model.session().cell(model.root(), from).value();
      if (known.isEmpty()) {
        continue;
      }
      Spot spot = new Spot(model.root(), field.name());
      String now = model.session().cell(spot.row(), spot.field()).value();
      Node state =
          now.isEmpty()
              ? Parts.link(
                  "before-" + field.name(),
                  ui.get("entry.before.toConfirm"),
                  () -> model.jump(spot))
              : now.equals(known)
                  ? Parts.state("mdoal-check", ui.get("entry.before.same"), Tone.SUCCESS)
                  : Parts.state("mdoal-compare_arrows", ui.get("entry.before.other"), Tone.WARNING);
      javafx.scene.control.Label label = Parts.shrinking(field.label().in(ui.language()), "small");
      label.setMaxWidth(ui.px(112));
      table.addRow(
          at++,
          label,
          Parts.shrinking(
              model.desk().labels().value(form, field, known, ui.words().texts()), "bold"),
          state);
    }
    return at == 0 ? List.of() : List.of(table);
  }

  // History

  private List<Node> history() {
    if (beside.history().isEmpty()) {
      return List.of(Parts.paragraph(ui.get("entry.history.none"), "muted"));
    }
    List<Node> nodes = new ArrayList<>();
    beside.history().stream().limit(MOST_LINES).forEach(line -> nodes.add(line(line)));
    nodes.add(
        Parts.link(
            "history-full",
            ui.get("history.open.full"),
            () -> {
              Spot spot = beside.spotProperty().get();
              if (spot != null) {
                ui.navigator().go(new Place.History(model.root(), spot.row(), spot.field()));
              }
            }));
    return nodes;
  }

  private Node line(HistoryLine line) {
    String now = line.isContested() ? line.came().getFirst() : line.newValue();
    String value = now == null || now.isEmpty() ? ui.get("entry.history.emptied") : shown(now);
    VBox told =
        new VBox(
            Parts.paragraph(value, "bold"),
            Parts.paragraph(
                line.who()
                    + " · "
                    + ui.words().texts().since(line.when(), ui.clock().instant())
                    + source(line),
                "small"));
    if (line.withdrawn()) {
      told.getChildren().add(Parts.state("mdomz-undo", ui.get("history.withdrawn"), Tone.WARNING));
    }
    if (line.isDecision()) {
      told.getChildren().add(Parts.paragraph(ui.get("entry.history.decided", line.who()), "small"));
      told.getChildren().add(lost(line));
    }
    return told;
  }

  private String source(HistoryLine line) {
    if (line.file().isEmpty()) {
      return "";
    }
    return " · "
        + (line.row() == 0
            ? line.file()
            : ui.get("history.source", line.file(), line.sheet(), line.row()));
  }

  /// What a decision set aside, each to be taken with one key.
  private Node lost(HistoryLine line) {
    javafx.scene.layout.FlowPane losers = new javafx.scene.layout.FlowPane();
    losers.getStyleClass().add("chips");
    int number = 0;
    for (String value : line.lost()) {
      Button take =
          Parts.button(
              "history-lost-" + line.batch() + "-" + number++,
              ui.get("entry.before.use", cut(shown(value))),
              null,
              () -> beside.take(value));
      take.getStyleClass().add("compact");
      losers.getChildren().add(take);
    }
    return losers;
  }

  private String shown(String value) {
    return beside
        .field()
        .map(field -> model.desk().labels().value(form, field, value, ui.words().texts()))
        .orElse(value);
  }

  // Remarks

  private List<Node> remarks() {
    List<Node> nodes = new ArrayList<>();
    Spot spot = beside.spotProperty().get();
    if (spot == null) {
      return List.of(Parts.paragraph(ui.get("entry.remarks.none"), "muted"));
    }
    for (Beside.Remark remark : beside.remarksOn(spot)) {
      nodes.add(
          new VBox(
              Parts.paragraph(
                  remark.who()
                      + " · "
                      + ui.words().texts().since(remark.when(), ui.clock().instant())
                      + (remark.unsent() ? " · " + ui.get("entry.remarks.unsent") : ""),
                  "small"),
              Parts.paragraph(remark.text())));
    }
    TextField reply = new TextField();
    reply.setId("remark-text");
    reply.setPromptText(ui.get("entry.remarks.prompt"));
    reply.setAccessibleText(ui.get("entry.remarks.prompt"));
    reply.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            beside.remark(spot, reply.getText());
            reply.clear();
            model.jump(spot);
          }
        });
    nodes.add(reply);
    return nodes;
  }

  // Guidance

  private List<Node> guide() {
    List<Node> nodes = new ArrayList<>();
    beside
        .field()
        .ifPresent(field -> {
          for (String text :
              List.of(field.guidance().in(ui.language()), field.hint().in(ui.language()))) {
            if (!text.isEmpty()) {
              nodes.add(Parts.paragraph(text));
            }
          }
        });
    nodes.add(Parts.paragraph(ui.get("entry.guide.text"), "muted"));
    return nodes;
  }
}
