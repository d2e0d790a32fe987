package id.dampingan.ui;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The vocabulary of all screens: one way to make a pill, a badge, a card, a button.
///
/// How they look is said in `app.css` alone.
public final class Parts {
  private Parts() {}

  public static FontIcon icon(String literal) {
    return new FontIcon(literal);
  }

  public static FontIcon icon(String literal, Tone tone) {
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().add(tone.style());
    return icon;
  }

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Text that may take several lines.
  public static Label paragraph(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Text that gives way where room is short; the whole of it stands in the tooltip.
  public static Label shrinking(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().add("shrinks");
    label.getStyleClass().addAll(styles);
    label.setMinWidth(0);
    return label;
  }

  /// A state: icon, word, colour.
  public static Label pill(String icon, String text, Tone tone) {
    Label pill = label(text, "pill", tone.style());
    pill.setGraphic(icon(icon));
    return pill;
  }

  /// The bare form of a state, for tables.
  public static Label state(String icon, String text, Tone tone) {
    Label state = label(text, "state", tone.style());
    state.setGraphic(icon(icon));
    return state;
  }

  public static Label badge(String count, Tone tone) {
    Label badge = label(count, "badge", tone.style());
    badge.setAlignment(Pos.CENTER);
    return badge;
  }

  /// A key as it stands on the keyboard.
  public static Label key(String key) {
    return label(key, "key-cap");
  }

  public static Button button(String id, String text, @Nullable String icon, Runnable act) {
    Button button = new Button(text);
    button.setId(id);
    if (icon != null) {
      button.setGraphic(icon(icon));
    }
    button.setOnAction(_ -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    return button;
  }

  /// The one button of a screen that most people will press next.
  public static Button primary(String id, String text, @Nullable String icon, Runnable act) {
    Button button = button(id, text, icon, act);
    button.getStyleClass().add("accent");
    return button;
  }

  /// A box to tick with its words, which are never cut.
  public static CheckBox tick(String id, String text, BooleanProperty ticked) {
    CheckBox box = new CheckBox(text);
    box.setId(id);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(ticked);
    return box;
  }

  /// A button that is an icon alone; its word is told by tooltip and to screen readers.
  public static Button iconButton(String id, String icon, String word, Runnable act) {
    Button button = button(id, "", icon, act);
    button.getStyleClass().addAll("button-icon", "flat");
    named(button, word);
    return button;
  }

  public static Hyperlink link(String id, String text, Runnable act) {
    Hyperlink link = new Hyperlink(text);
    link.setId(id);
    link.setOnAction(_ -> act.run());
    link.setMinWidth(Region.USE_PREF_SIZE);
    return link;
  }

  /// Gives a control without words its name.
  public static void named(ButtonBase button, String word) {
    button.setAccessibleText(word);
    button.setTooltip(new javafx.scene.control.Tooltip(word));
  }

  /// A button of a group of which one is pressed.
  public static ToggleButton segment(
      String id, String text, @Nullable String icon, ToggleGroup group, boolean selected) {
    ToggleButton segment = new ToggleButton(text);
    segment.setId(id);
    segment.setToggleGroup(group);
    segment.setSelected(selected);
    segment.getStyleClass().add("segment");
    segment.setMinWidth(Region.USE_PREF_SIZE);
    if (icon != null) {
      segment.setGraphic(icon(icon));
    }
    return segment;
  }

  /// Puts segments side by side, as one control.
  public static HBox segments(ToggleGroup group, ToggleButton... segments) {
    HBox box = new HBox(segments);
    box.getStyleClass().add("segments");
    box.setMaxWidth(Region.USE_PREF_SIZE);
    for (int i = 0; i < segments.length; i++) {
      segments[i]
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == segments.length - 1 ? "right-pill" : "center-pill");
    }
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    return box;
  }

  /// A choice of few, shown as words.
  public static <T> ComboBox<T> combo(
      String id, String name, Iterable<T> items, java.util.function.Function<T, String> words) {
    ComboBox<T> combo = new ComboBox<>();
    combo.setId(id);
    combo.setAccessibleText(name);
    items.forEach(combo.getItems()::add);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T item) {
            return item == null ? "" : words.apply(item);
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    combo.setButtonCell(wordCell(words));
    combo.setCellFactory(_ -> wordCell(words));
    return combo;
  }

  private static <T> ListCell<T> wordCell(java.util.function.Function<T, String> words) {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : words.apply(item));
      }
    };
  }

  public static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("column");
    return column;
  }

  public static VBox card(Node... nodes) {
    VBox card = new VBox(nodes);
    card.getStyleClass().add("card");
    return card;
  }

  /// Takes the room that is left.
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /// A title of a section with its count and what can be done there.
  public static HBox sectionHeader(String title, String count, Node... actions) {
    HBox header = row(label(title, "section-title"), label(count, "muted"), spring());
    header.getStyleClass().add("section-header");
    header.getChildren().addAll(actions);
    return header;
  }

  /// A place where nothing is yet: one sentence, and the button that fills it.
  public static VBox empty(String icon, String sentence, Node... actions) {
    Label words = paragraph(sentence, "muted", "empty-words");
    VBox empty = new VBox(icon(icon), words);
    empty.getStyleClass().add("empty");
    empty.setAlignment(Pos.CENTER);
    HBox row = row(actions);
    row.setAlignment(Pos.CENTER);
    if (actions.length > 0) {
      empty.getChildren().add(row);
    }
    return empty;
  }

  /// A page that scrolls up and down, never sideways.
  public static ScrollPane scrolling(Node content) {
    ScrollPane pane = new ScrollPane(content);
    // Its skin keeps a picture of what is seen, 3 MB a screen and as long as the screen is
    // remembered, and without a graphics card on the heap.
    pane.skinProperty()
        .subscribe(() -> pane.lookupAll(".viewport").forEach(node -> node.setCache(false)));
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("page-scroll");
    pane.setFocusTraversable(false);
    return pane;
  }

  /// How long running work will still take; nothing while that is unknown.
  public static Label timeLeft(Background.Work<?> work, Words words, String... styles) {
    Label label = label("", styles);
    Follow.with(
        label,
        () -> {
          long seconds = work.secondsLeftProperty().get();
          label.setText(
              seconds < 0
                  ? ""
                  : seconds < 60
                      ? words.get("time.left.seconds", Math.max(5, (seconds + 4) / 5 * 5))
                      : words.count("time.left.minutes", (seconds + 30) / 60));
          label.setManaged(seconds >= 0);
        },
        work.secondsLeftProperty());
    return label;
  }

  /// A bar that shows a share of a whole.
  public static Region meter(double share, String name) {
    Region fill = new Region();
    fill.getStyleClass().add("meter-fill");
    HBox meter = new HBox(fill);
    meter.getStyleClass().add("meter");
    meter.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    meter.setAccessibleText(name);
    fill.prefWidthProperty().bind(meter.widthProperty().multiply(Math.clamp(share, 0, 1)));
    fill.setMinWidth(Region.USE_PREF_SIZE);
    return meter;
  }

  /// A message in a box: hard error, soft warning or news.
  public static HBox message(String icon, String text, Tone tone, Node... actions) {
    Label words = paragraph(text, "message-words");
    words.setGraphic(null);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox box = row(icon(icon), words);
    box.getStyleClass().addAll("message-box", tone.style());
    box.getChildren().addAll(actions);
    return box;
  }

  /// Gives a node the focus once it can have it: what a scroll pane holds becomes part of the window
  /// only when it is drawn first.
  public static void focusWhenShown(Node node) {
    node.sceneProperty()
        .addListener((_, before, scene) -> {
          if (before == null && scene != null) {
            Platform.runLater(node::requestFocus);
          }
        });
    Platform.runLater(node::requestFocus);
  }
}
