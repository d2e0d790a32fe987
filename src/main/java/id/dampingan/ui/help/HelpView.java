package id.dampingan.ui.help;

import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The guide: its pages on the left, the open one on the right; the last one lists the keys.
public final class HelpView implements Screen {
  private record Line(String text, List<String> keys) {}

  private static final List<Line> LINES =
      List.of(
          new Line("help.key.search", List.of("Ctrl+F")),
          new Line("help.key.new", List.of("Ctrl+N")),
          new Line("help.key.jump", List.of("Ctrl+K")),
          new Line("help.key.print", List.of("Ctrl+P")),
          new Line("help.key.enter", List.of("Enter")),
          new Line("help.key.digit", List.of("1–9")),
          new Line("help.key.error", List.of("F8", "Shift+F8")),
          new Line("help.key.undo", List.of("Ctrl+Z", "Ctrl+Y")),
          new Line("help.key.back", List.of("Esc")),
          new Line("help.key.way", List.of("Alt+←", "Alt+→")),
          new Line("help.key.lock", List.of("Ctrl+L")));

  private static final double MARGIN = 64;

  private final HelpModel model;
  private final Words words;

  public HelpView(HelpModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(words.get("help.title"));
    BorderPane page = new BorderPane();
    VBox topics = new VBox();
    if (heading.isTight()) {
      topics.getStyleClass().add("entry-head");
      page.setTop(topics);
    } else {
      topics.getStyleClass().addAll("help-topics", "side");
      ScrollPane side = Parts.scrolling(topics);
      side.setFitToHeight(true);
      page.setLeft(side);
    }
    Follow.with(
        page,
        () -> {
          String topic = model.topicProperty().get();
          topics
              .getChildren()
              .setAll(
                  heading.isTight()
                      ? List.of(choice(topic))
                      : model.topics().stream().map(each -> topic(each, topic)).toList());
          heading.subtitleProperty().set(title(topic));
          page.setCenter(Parts.scrolling(content(topic, page)));
        },
        model.topicProperty());
    return page;
  }

  /// Where there is no room for all topics beside the page.
  private Node choice(String topic) {
    ComboBox<String> choice =
        Parts.combo("help-topic", words.get("help.title"), model.topics(), this::title);
    choice.setValue(topic);
    choice.setOnAction(_ -> model.open(choice.getValue()));
    return choice;
  }

  private Button topic(String topic, String here) {
    Button button =
        Parts.button(
            "help-" + (topic.isEmpty() ? "keys" : topic),
            title(topic),
            null,
            () -> model.open(topic));
    button.getStyleClass().addAll("flat", "help-topic");
    if (topic.equals(here)) {
      button.getStyleClass().add("here");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private String title(String topic) {
    return topic.equals(HelpModel.KEYS)
        ? words.get("help.keys")
        : Guide.page(topic, words.language()).title();
  }

  private Node content(String topic, BorderPane page) {
    if (topic.equals(HelpModel.KEYS)) {
      return keys();
    }
    return new PageNodes(
            words.language(), () -> Math.max(400, page.getWidth() - leftWidth(page) - MARGIN))
        .of(Guide.page(topic, words.language()));
  }

  private static double leftWidth(BorderPane page) {
    return page.getLeft() == null ? 0 : page.getLeft().getLayoutBounds().getWidth();
  }

  private Node keys() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    int row = 0;
    for (Line line : LINES) {
      HBox keys = Parts.row();
      line.keys().forEach(key -> keys.getChildren().add(Parts.key(key)));
      grid.addRow(row++, keys, Parts.paragraph(words.get(line.text())));
    }
    VBox page =
        new VBox(
            Parts.message("mdoal-lock", words.get("help.safe"), Tone.ACCENT), Parts.card(grid));
    page.getStyleClass().add("page");
    return page;
  }
}
