package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.form.Section;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Left the sections, in the middle the questions of one, on the right what happened to an answer.
public final class EntryView implements Screen {
  private final EntryModel model;
  private final Ui ui;
  private final String formId;
  private BorderPane page = new BorderPane();
  private Heading.Room room = Heading.Room.WIDE;
  private @Nullable RepeatPane repeat;

  /// Whether people want the right side, null: where there is room for it.
  private final ObjectProperty<@Nullable Boolean> besideShown = new SimpleObjectProperty<>();

  private final Map<String, Boolean> folded = new HashMap<>();

  /// @param formId the form's id while it is not open yet, or the empty text
  public EntryView(EntryModel model, Ui ui, String formId) {
    this.model = model;
    this.ui = ui;
    this.formId = formId;
  }

  @Override
  public boolean press(Press press) {
    if (model.stateProperty().get() != EntryModel.State.READY) {
      return false;
    }
    switch (press) {
      case NEXT_ERROR -> model.nextError(1);
      case PREVIOUS_ERROR -> model.nextError(-1);
      case UNDO -> model.undo();
      case REDO -> model.redo();
      case NEW -> {
        return repeat != null && model.addRow();
      }
      case ESCAPE -> {
        if (model.reasons().skip()) {
          return true;
        }
        if (model.faults().isEmpty()) {
          return repeat != null && model.rows().leave();
        }
        Section here = model.sectionProperty().get();
        if (here != null) {
          model.select(here);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Node build(Heading heading) {
    BorderPane built = new BorderPane();
    built.getStyleClass().add("entry");
    built.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    page = built;
    Follow.with(built, () -> fill(built, heading), model.stateProperty());
    return built;
  }

  /// `Alt+S` confirms the finding, `Alt+C` goes to the remarks, `Ctrl+PageDown` and `Ctrl+PageUp` to
  /// the next and previous section, `Ctrl+Enter` is "Selesai".
  private void onKey(KeyEvent event) {
    if (model.stateProperty().get() != EntryModel.State.READY) {
      return;
    }
    Runnable deed =
        event.isAltDown()
            ? switch (event.getCode()) {
              case S -> model.beside()::confirm;
              case C -> this::focusRemark;
              default -> null;
            }
            : event.isShortcutDown()
                ? switch (event.getCode()) {
                  case PAGE_DOWN -> model::nextSection;
                  case PAGE_UP -> model::previousSection;
                  case ENTER -> this::finish;
                  default -> null;
                }
                : null;
    if (deed != null) {
      event.consume();
      deed.run();
    }
  }

  /// Shows the right side if it is folded away, and waits for a remark there.
  private void focusRemark() {
    besideShown.set(true);
    Platform.runLater(() -> {
      // What was folded away stands in the scene only once it is laid out.
      page.applyCss();
      page.layout();
      Node remark = page.lookup("#remark-text");
      if (remark != null) {
        remark.requestFocus();
      }
    });
  }

  private void fill(BorderPane into, Heading heading) {
    switch (model.stateProperty().get()) {
      case LOADING -> {
        heading.titleProperty().set(formId);
        into.setCenter(Parts.empty("mdoal-assignment", ui.get("entry.loading")));
      }
      case GONE ->
          into.setCenter(
              Parts.empty(
                  "mdoal-block",
                  ui.get("entry.gone"),
                  Parts.button(
                      "entry-back", ui.get("do.back"), null, () -> ui.navigator().back())));
      case READY -> ready(into, heading, model.form().orElseThrow());
    }
  }

  private void ready(BorderPane into, Heading heading, Form form) {
    Follow.with(
        into, () -> head(heading, form), model.revisionProperty(), model.completeProperty());
    room = heading.room();
    heading.actions().setAll(actions());
    SectionList sections = new SectionList(model, ui);
    BorderPane middle = new BorderPane();
    into.setCenter(middle);
    String[] shown = {""};
    Follow.with(
        middle,
        () -> {
          Section here = model.sectionProperty().get();
          if (here == null) {
            return;
          }
          String wanted = model.faults().isEmpty() ? here.id() : "faults";
          if (!wanted.equals(shown[0])) {
            shown[0] = wanted;
            middle.setCenter(model.faults().isEmpty() ? section(form, here) : faults());
          }
          middle.setTop(model.faults().isEmpty() ? sectionHead(here) : faultsHead());
          middle.setBottom(actionBar(!heading.isNarrow()));
        },
        model.sectionProperty(),
        model.faults());
    Node side = new BesidePane(model, ui, form, folded).node();
    Follow.with(
        into,
        () -> {
          boolean withSide = isBesideShown();
          into.setRight(withSide ? side : null);
          // Where room is short the sections fold while the right side is there.
          boolean both = !heading.isTight() && (!withSide || heading.room() == Heading.Room.WIDE);
          into.setLeft(both ? sections.node() : null);
        },
        model.sectionProperty(),
        besideShown);
  }

  private void head(Heading heading, Form form) {
    String name = model.name(ui.words().texts());
    heading.titleProperty().set(name.isEmpty() ? ui.get("entry.new") : name);
    StringBuilder subtitle = new StringBuilder(model.desk().title(form, ui.language()));
    if (!model.village().isEmpty()) {
      subtitle.append(" · ").append(model.desk().village(model.village()).name());
    }
    if (!model.round().isEmpty()) {
      subtitle.append(" · ").append(ui.words().texts().round(model.round()));
    }
    heading.subtitleProperty().set(subtitle.toString());
    heading
        .marks()
        .setAll(
            model.completeProperty().get()
                ? Parts.pill("mdoal-check", ui.get("state.complete"), Tone.SUCCESS)
                : Parts.pill("mdoal-edit", ui.get("state.draft"), Tone.NEUTRAL));
  }

  /// A table takes the whole room, and a narrow window has none to give.
  private boolean isBesideShown() {
    Boolean wanted = besideShown.get();
    Section here = model.sectionProperty().get();
    boolean table = here != null && here.repeatTable() != null;
    return wanted != null ? wanted : room == Heading.Room.WIDE && !table;
  }

  private List<Node> actions() {
    Button side =
        Parts.iconButton(
            "entry-side",
            "mdomz-vertical_split",
            ui.get("entry.side"),
            () -> besideShown.set(!isBesideShown()));
    Button undo = Parts.button("entry-undo", ui.get("do.undo"), "mdomz-undo", model::undo);
    Follow.with(undo, () -> undo.setDisable(!model.canUndo()), model.revisionProperty());
    return List.of(
        side, undo, Parts.primary("entry-finish", ui.get("entry.finish"), null, this::finish));
  }

  private void finish() {
    // What is being typed is taken first: a field commits when it loses the focus.
    page.requestFocus();
    if (model.finish()) {
      ui.status()
          .tell(
              StatusLine.Notice.of(
                  ui.get("entry.finished", model.name(ui.words().texts())), Tone.SUCCESS));
      ui.navigator().back();
    }
  }

  // The middle

  private Node sectionHead(Section here) {
    HBox head =
        Parts.row(
            Parts.label(Integer.toString(model.sections().indexOf(here) + 1), "section-title"),
            Parts.shrinking(here.title().in(ui.language()), "section-title"));
    if (here.repeatTable() == null) {
      head.getChildren()
          .add(Parts.label(ui.get("entry.answered", here.answered(), here.questions()), "muted"));
    }
    head.getChildren().add(Parts.spring());
    if (here.errors() > 0) {
      head.getChildren()
          .add(
              Parts.state(
                  "mdoal-error_outline", ui.count("entry.errors", here.errors()), Tone.DANGER));
    }
    if (here.warnings() > 0 && (here.repeatTable() == null || room == Heading.Room.WIDE)) {
      head.getChildren()
          .add(
              Parts.state(
                  "mdomz-warning", ui.count("entry.warnings", here.warnings()), Tone.WARNING));
    }
    RepeatPane of = repeat;
    if (here.repeatTable() != null && of != null) {
      head.getChildren().addAll(of.actions());
    }
    head.getStyleClass().add("entry-head");
    return head;
  }

  private Node section(Form form, Section here) {
    Node content;
    if (here.repeatTable() == null) {
      repeat = null;
      content = new QuestionList(model, ui, form, 1, false, model::nextSection).node();
    } else {
      RepeatPane pane = new RepeatPane(model, ui, form, room);
      repeat = pane;
      content = pane.node();
    }
    ScrollPane scroll = Parts.scrolling(content);
    scroll.setId("questions");
    content.focusWithinProperty().addListener(_ -> reveal(scroll));
    if (scroll.getScene() != null) {
      reveal(scroll);
    }
    scroll
        .sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            Follow.with(scroll, () -> reveal(scroll), scene.focusOwnerProperty());
          }
        });
    return scroll;
  }

  /// Scrolls so far that the question with the focus can be seen, with all its choices.
  private static void reveal(ScrollPane scroll) {
    if (scroll.getScene() == null) {
      return;
    }
    Node focused = scroll.getScene().getFocusOwner();
    Node content = scroll.getContent();
    if (focused == null || !isInside(focused, content)) {
      return;
    }
    double whole = content.getBoundsInLocal().getHeight();
    double seen = scroll.getViewportBounds().getHeight();
    Node question = question(focused, content);
    boolean fits = question.getBoundsInLocal().getHeight() < seen;
    Node shown = fits ? question : focused;
    Bounds of = content.sceneToLocal(shown.localToScene(shown.getBoundsInLocal()));
    if (whole <= seen) {
      return;
    }
    double top = scroll.getVvalue() * (whole - seen);
    double margin = fits ? 16 : 64;
    if (of.getMinY() - margin < top) {
      scroll.setVvalue(Math.max(0, of.getMinY() - margin) / (whole - seen));
    } else if (of.getMaxY() + margin > top + seen) {
      scroll.setVvalue(Math.min(1, (of.getMaxY() + margin - seen) / (whole - seen)));
    }
  }

  private static Node question(Node focused, Node content) {
    for (Node at = focused; at != content && at != null; at = at.getParent()) {
      if (at.getId() != null && at.getId().startsWith("question-")) {
        return at;
      }
    }
    return focused;
  }

  private static boolean isInside(Node node, Node container) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == container) {
        return true;
      }
    }
    return false;
  }

  // What is missing

  private Node faultsHead() {
    HBox head =
        Parts.row(
            Parts.label(ui.get("entry.faults.title"), "section-title"),
            Parts.label(ui.count("entry.faults.count", model.faults().size()), "muted"));
    head.getStyleClass().add("entry-head");
    return head;
  }

  private Node faults() {
    VBox list = new VBox();
    list.getStyleClass().add("faults");
    list.getChildren().add(Parts.paragraph(ui.get("entry.faults.text"), "muted"));
    Sentences sentences = Sentences.in(ui.language());
    int number = 0;
    for (Fault fault : model.faults()) {
      HBox line =
          Parts.row(
              Parts.icon("mdoal-error_outline", Tone.DANGER),
              Parts.shrinking(fault.question().label().in(ui.language()), "bold"),
              Parts.shrinking(sentences.reason(fault.problem()), "muted"),
              Parts.spring(),
              Parts.label(ui.get("entry.faults.jump"), "link-word"));
      Button button = new Button();
      button.setGraphic(line);
      button.setId("fault-" + number++);
      button.getStyleClass().addAll("flat", "fault");
      button.setAccessibleText(
          fault.question().label().in(ui.language()) + ": " + sentences.reason(fault.problem()));
      button.setMaxWidth(Double.MAX_VALUE);
      line.prefWidthProperty().bind(button.widthProperty().subtract(ui.px(24)));
      button.setOnAction(_ -> model.jump(fault.spot()));
      list.getChildren().add(button);
    }
    return Parts.scrolling(list);
  }

  private Node actionBar(boolean keys) {
    List<Node> nodes = new ArrayList<>();
    Section before = model.neighbour(-1);
    Section after = model.neighbour(1);
    if (before != null) {
      Button back =
          Parts.button(
              "previous-section",
              before.title().in(ui.language()),
              "mdoal-chevron_left",
              model::previousSection);
      back.getStyleClass().addAll("flat", "link-button", "shrinks");
      back.setMinWidth(0);
      nodes.add(back);
    }
    nodes.add(Parts.spring());
    HBox hints =
        Parts.row(
            Parts.key("Enter"),
            Parts.label(ui.get("entry.key.next"), "small"),
            Parts.key("1–9"),
            Parts.label(ui.get("entry.key.choose"), "small"),
            Parts.key("Alt+T"),
            Parts.label(ui.get("entry.key.missing"), "small"));
    if (keys) {
      nodes.add(hints);
    }
    nodes.add(Parts.spring());
    if (after != null) {
      Button next =
          Parts.button(
              "next-section",
              after.title().in(ui.language()),
              "mdoal-chevron_right",
              model::nextSection);
      next.setContentDisplay(ContentDisplay.RIGHT);
      next.getStyleClass().add("shrinks");
      next.setMinWidth(0);
      nodes.add(next);
    } else {
      nodes.add(
          Parts.primary("check-and-finish", ui.get("entry.checkAndFinish"), null, this::finish));
    }
    HBox bar = Parts.row(nodes.toArray(Node[]::new));
    bar.getStyleClass().add("action-bar");
    // The hints go first where the bar is too short for all.
    bar.setMinWidth(0);
    hints.setMinWidth(0);
    Follow.with(
        hints,
        () -> {
          double others =
              bar.getChildren().stream()
                  .filter(each -> each != hints)
                  .mapToDouble(each -> each.prefWidth(-1))
                  .sum();
          double left = bar.getWidth() - others - bar.getSpacing() * bar.getChildren().size();
          hints.setVisible(left >= hints.prefWidth(-1) + ui.px(48));
          hints.setManaged(hints.isVisible());
        },
        bar.widthProperty());
    return bar;
  }
}
