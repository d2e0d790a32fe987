package id.dampingan.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's frame: rail, top bar, the present place, bottom line; and the keys that mean the
/// same everywhere.
public final class Shell {
  private static final double TIGHT = 780;
  private static final double NARROW = 1100;
  private static final double WIDE = 1240;

  private final Ui ui;
  private final List<RailEntry> rail;
  private final String person;
  private final String agency;
  private final Palette palette;
  private final StackPane root = new StackPane();
  private final BorderPane frame = new BorderPane();
  private final StackPane stage = new StackPane();
  private Heading heading = new Heading(Heading.Room.WIDE);

  /// @param person who works here
  /// @param agency for whom
  public Shell(Ui ui, List<RailEntry> rail, String person, String agency, Palette palette) {
    this.ui = ui;
    this.rail = rail;
    this.person = person;
    this.agency = agency;
    this.palette = palette;
    root.getStyleClass().add("shell");
    root.getChildren().add(frame);
    stage.getStyleClass().add("stage");
    ui.navigator().currentProperty().addListener(_ -> rebuild(false));
    ui.words()
        .textsProperty()
        .addListener(_ -> {
          ui.status().noticeProperty().set(null); // it was said in the other language
          rebuild(true);
        });
    ui.preferences().sizeProperty().addListener(_ -> rebuild(true));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    // Not a filter: an open list closes with Escape first.
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onEscape);
    root.widthProperty()
        .addListener((_, before, now) -> {
          if (room(before.doubleValue()) != room(now.doubleValue())) {
            rebuild(true);
          }
        });
    rebuild(false);
  }

  private Heading.Room room(double width) {
    if (width <= 0 || width >= ui.px(WIDE)) {
      return Heading.Room.WIDE;
    }
    if (width < ui.px(TIGHT)) {
      return Heading.Room.TIGHT;
    }
    return width < ui.px(NARROW) ? Heading.Room.NARROW : Heading.Room.MEDIUM;
  }

  public StackPane root() {
    return root;
  }

  /// Builds everything in the present language; the focus stays where it was.
  private void rebuild(boolean keepFocus) {
    Node focused = keepFocus && root.getScene() != null ? root.getScene().getFocusOwner() : null;
    String focusedId = focused == null ? null : focused.getId();
    heading = new Heading(room(root.getWidth()));
    Navigator.Stop stop = ui.navigator().currentProperty().get();
    Node screen = stop == null ? new Region() : stop.screen().build(heading);
    stage.getChildren().setAll(screen);
    frame.setLeft(buildRail(stop == null ? null : stop.place()));
    BorderPane middle = new BorderPane(stage);
    middle.setTop(buildTopBar());
    frame.setCenter(middle);
    frame.setBottom(buildStatusBar());
    if (focusedId != null) {
      Platform.runLater(() -> {
        Node again = root.lookup("#" + focusedId);
        if (again != null) {
          again.requestFocus();
        }
      });
    }
  }

  private Node buildRail(@Nullable Place here) {
    VBox places = new VBox();
    places.getStyleClass().add("rail");
    if (heading.isTight()) {
      places.getStyleClass().add("folded");
    } else {
      VBox who = new VBox(Parts.shrinking(person, "rail-person"), Parts.shrinking(agency, "small"));
      who.getStyleClass().add("rail-who");
      places.getChildren().add(who);
    }
    for (RailEntry entry : rail) {
      if (entry.startsGroup() && places.getChildren().size() > 0) {
        places.getChildren().add(rule());
      }
      places.getChildren().add(railButton(entry, here));
    }
    places.getChildren().add(Parts.spring());
    places
        .getChildren()
        .addAll(
            railButton(
                new RailEntry(
                    new Place.Settings(),
                    java.util.Set.of(Place.Settings.class),
                    "mdomz-settings",
                    "rail.settings",
                    null,
                    Tone.NEUTRAL,
                    false),
                here),
            railButton(
                new RailEntry(
                    new Place.Help(),
                    java.util.Set.of(Place.Help.class),
                    "mdoal-help_outline",
                    "rail.help",
                    null,
                    Tone.NEUTRAL,
                    false),
                here));
    return places;
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rail-rule");
    return rule;
  }

  private Button railButton(RailEntry entry, @Nullable Place here) {
    Label word = Parts.label(ui.get(entry.key()), "rail-word");
    boolean folded = heading.isTight();
    HBox content =
        folded
            ? Parts.row(Parts.icon(entry.icon()))
            : Parts.row(Parts.icon(entry.icon()), word, Parts.spring());
    content.getStyleClass().add("rail-content");
    ObservableIntegerValue count = entry.count();
    if (count != null) {
      Label badge = Parts.badge("", entry.tone());
      Follow.with(
          badge,
          () -> {
            badge.setText(ui.words().texts().number(count.get()));
            badge.setVisible(count.get() > 0);
            badge.setManaged(count.get() > 0);
          },
          count);
      content.getChildren().add(badge);
    }
    if (entry.place() instanceof Place.Help && !folded) {
      content.getChildren().add(Parts.key("F1"));
    }
    Button button = new Button();
    button.setGraphic(content);
    Parts.named(button, ui.get(entry.key()));
    button.setId("rail-" + entry.place().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("rail-button", "flat");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> ui.navigator().go(entry.place()));
    if (here != null && entry.kinds().contains(here.getClass())) {
      button.getStyleClass().add("here");
    }
    content.prefWidthProperty().bind(button.widthProperty().subtract(ui.px(16)));
    return button;
  }

  private Node buildTopBar() {
    Button back =
        Parts.iconButton(
            "back", "mdoal-arrow_back", ui.get("top.back"), () -> ui.navigator().back());
    back.disableProperty().bind(ui.navigator().canGoBackProperty().not());
    Button forth =
        Parts.iconButton(
            "forth", "mdoal-arrow_forward", ui.get("top.forth"), () -> ui.navigator().forth());
    forth.disableProperty().bind(ui.navigator().canGoForthProperty().not());
    Label title = Parts.shrinking("", "place-title");
    title.setId("place-title");
    title.textProperty().bind(heading.titleProperty());
    Label subtitle = Parts.shrinking("", "muted");
    subtitle.setId("place-subtitle");
    subtitle.textProperty().bind(heading.subtitleProperty());
    HBox marks = Parts.row();
    Bindings.bindContent(marks.getChildren(), heading.marks());
    HBox actions = Parts.row();
    Bindings.bindContent(actions.getChildren(), heading.actions());
    HBox bar = Parts.row(back, forth, title, subtitle, marks, Parts.spring(), actions);
    bar.getStyleClass().add("top-bar");
    if (!heading.isTight()) {
      bar.getChildren()
          .add(Parts.iconButton("print", "mdomz-print", ui.get("top.print"), this::print));
    }
    bar.getChildren().add(searchField());
    return bar;
  }

  private Node searchField() {
    if (heading.isNarrow()) {
      return Parts.iconButton("jump", "mdomz-search", ui.get("top.jump"), () -> palette.open(root));
    }
    Button field = new Button();
    HBox content =
        Parts.row(
            Parts.icon("mdomz-search"),
            Parts.label(ui.get("top.jump"), "muted"),
            Parts.spring(),
            Parts.key("Ctrl+K"));
    content.setPrefWidth(ui.px(264));
    field.setGraphic(content);
    field.setId("jump");
    field.setAccessibleText(ui.get("top.jump"));
    field.getStyleClass().add("jump-field");
    field.setOnAction(_ -> palette.open(root));
    return field;
  }

  private Node buildStatusBar() {
    StatusLine status = ui.status();
    HBox left = Parts.row();
    Follow.with(
        left,
        () -> left.getChildren().setAll(leftOfStatus(status)),
        status.savedAtProperty(),
        status.savingProperty(),
        status.unsentProperty(),
        status.unreceivedProperty(),
        status.noticeProperty());
    HBox right = Parts.row();
    Follow.with(
        right,
        () -> right.getChildren().setAll(rightOfStatus(status)),
        status.workProperty(),
        status.roundProperty());
    HBox bar = Parts.row(left, Parts.spring(), right);
    bar.getStyleClass().add("status-bar");
    return bar;
  }

  private List<Node> leftOfStatus(StatusLine status) {
    StatusLine.Notice notice = status.noticeProperty().get();
    if (notice != null) {
      return noticeNodes(status, notice);
    }
    Instant saved = status.savedAtProperty().get();
    StringBuilder text =
        new StringBuilder(
            status.savingProperty().get()
                ? ui.get("status.saving")
                : saved == null
                    ? ui.get("status.ready")
                    : ui.get("status.saved", ui.words().texts().clock(saved)));
    if (status.unsentProperty().get() > 0) {
      text.append(" · ").append(ui.count("status.unsent", status.unsentProperty().get()));
    }
    if (status.unreceivedProperty().get() > 0) {
      text.append(" · ").append(ui.count("status.unreceived", status.unreceivedProperty().get()));
    }
    Label label = Parts.label(text.toString(), "small", "status-text");
    label.setId("status-saved");
    return List.of(
        status.savingProperty().get()
            ? Parts.icon("mdomz-sync", Tone.NEUTRAL)
            : Parts.icon("mdoal-check_circle", Tone.SUCCESS),
        label);
  }

  private List<Node> noticeNodes(StatusLine status, StatusLine.Notice notice) {
    Label label = Parts.shrinking(ui.get(notice.text()), "small", "status-text");
    label.setId("status-notice");
    HBox row = Parts.row(Parts.icon(iconOf(notice.tone()), notice.tone()), label);
    Runnable act = notice.act();
    if (notice.deed() != null && act != null) {
      row.getChildren()
          .add(
              Parts.link(
                  "status-act",
                  ui.get(notice.deed()),
                  () -> {
                    status.noticeProperty().set(null);
                    act.run();
                  }));
    }
    if (!notice.details().isEmpty()) {
      row.getChildren()
          .add(
              Parts.link(
                  "status-copy",
                  ui.get("status.copyDetails"),
                  () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(notice.details());
                    Clipboard.getSystemClipboard().setContent(content);
                  }));
    }
    Button close =
        Parts.iconButton(
            "status-close",
            "mdoal-close",
            ui.get("status.close"),
            () -> status.noticeProperty().set(null));
    close.getStyleClass().add("tiny");
    row.getChildren().add(close);
    return List.of(row);
  }

  private static String iconOf(Tone tone) {
    return switch (tone) {
      case SUCCESS -> "mdoal-check_circle";
      case WARNING -> "mdomz-warning";
      case DANGER -> "mdoal-error_outline";
      default -> "mdoal-info";
    };
  }

  private List<Node> rightOfStatus(StatusLine status) {
    Background.Work<?> work = status.workProperty().get();
    if (work != null) {
      ProgressBar bar = new ProgressBar();
      bar.progressProperty().bind(work.progressProperty());
      bar.setAccessibleText(ui.get("status.working"));
      bar.setPrefWidth(ui.px(120));
      Label saying = Parts.shrinking("", "small", "status-text");
      saying.textProperty().bind(work.sayingProperty());
      return List.of(
          Parts.icon("mdomz-sync", Tone.ACCENT),
          saying,
          Parts.timeLeft(work, ui.words(), "small", "status-text"),
          bar,
          Parts.link("status-cancel", ui.get("do.cancelWork"), work::cancel));
    }
    String round = status.roundProperty().get();
    return round.isEmpty()
        ? List.of()
        : List.of(
            Parts.label(
                ui.get("status.round", ui.words().texts().round(round)), "small", "status-text"));
  }

  private void onKey(KeyEvent event) {
    if (palette.isOpen()) {
      return;
    }
    if (act(event)) {
      event.consume();
    }
  }

  private boolean act(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isAltDown() && code == KeyCode.LEFT) {
      ui.navigator().back();
      return true;
    }
    if (event.isAltDown() && code == KeyCode.RIGHT) {
      ui.navigator().forth();
      return true;
    }
    if (event.isShortcutDown()) {
      boolean typing = event.getTarget() instanceof TextField;
      return switch (code) {
        case K -> {
          palette.open(root);
          yield true;
        }
        case P -> {
          print();
          yield true;
        }
        case F -> press(Screen.Press.SEARCH);
        case N -> press(Screen.Press.NEW);
        case Z -> !typing && press(Screen.Press.UNDO);
        case Y -> !typing && press(Screen.Press.REDO);
        default -> false;
      };
    }
    return switch (code) {
      case F1 -> {
        ui.navigator().go(new Place.Help(topic()));
        yield true;
      }
      case F8 -> press(event.isShiftDown() ? Screen.Press.PREVIOUS_ERROR : Screen.Press.NEXT_ERROR);
      default -> false;
    };
  }

  /// Goes to where what is on the screen can be printed.
  private void print() {
    Navigator.Stop stop = ui.navigator().currentProperty().get();
    Place.Print asked = stop == null ? null : stop.screen().printed();
    ui.navigator().go(asked != null ? asked : Place.Print.of(stop == null ? null : stop.place()));
  }

  /// The guide's page about the present place.
  private String topic() {
    Navigator.Stop stop = ui.navigator().currentProperty().get();
    return switch (stop == null ? null : stop.place()) {
      case Place.Villages _, Place.Village _ -> "desa";
      case Place.Submissions _ -> "daftar";
      case Place.Entry _, Place.NewEntry _ -> "isian";
      case Place.History _, Place.Undo _ -> "riwayat";
      case Place.Send _ -> "kirim";
      case Place.Receive _ -> "terima";
      case Place.Reception _ -> "penerimaan";
      case Place.Conflicts _ -> "benturan";
      case Place.Duplicates _ -> "ganda";
      case Place.Held _ -> "tertahan";
      case Place.Review _ -> "tinjau";
      case Place.HandOver _ -> "tim";
      case Place.FormUpdates _ -> "terima";
      case Place.Forms _, Place.Trial _ -> "formulir";
      case Place.Purge _ -> "tim";
      case Place.Share _ -> "tim";
      case Place.Mapping _ -> "pemetaan";
      case Place.Settings _ -> "pengaturan";
      case Place.Print _ -> "cetak";
      case Place.Home _, Place.Help _ -> "beranda";
      case null -> "beranda";
    };
  }

  private void onEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !palette.isOpen()) {
      if (!press(Screen.Press.ESCAPE)) {
        ui.navigator().back();
      }
      event.consume();
    }
  }

  private boolean press(Screen.Press press) {
    Navigator.Stop stop = ui.navigator().currentProperty().get();
    return stop != null && stop.screen().press(press);
  }
}
