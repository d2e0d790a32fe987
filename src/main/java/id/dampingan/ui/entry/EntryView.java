package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.form.Section;
import id.dampingan.store.HistoryLine;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
        return repeat != null && model.rows().add() != null;
      }
      case ESCAPE -> {
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
    page = built;
    Follow.with(built, () -> fill(built, heading), model.stateProperty());
    return built;
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
    into.setLeft(heading.isTight() ? null : sections.node());
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
    if (heading.room() == Heading.Room.WIDE) {
      into.setRight(side());
    }
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

  private List<Node> actions() {
    Button undo = Parts.button("entry-undo", ui.get("do.undo"), "mdomz-undo", model::undo);
    Follow.with(undo, () -> undo.setDisable(!model.canUndo()), model.revisionProperty());
    return List.of(undo, Parts.primary("entry-finish", ui.get("entry.finish"), null, this::finish));
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
            Parts.shrinking(here.title().in(ui.language()), "section-title"),
            Parts.label(ui.get("entry.answered", here.answered(), here.questions()), "muted"),
            Parts.spring());
    if (here.errors() > 0) {
      head.getChildren()
          .add(
              Parts.state(
                  "mdoal-error_outline", ui.count("entry.errors", here.errors()), Tone.DANGER));
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
      content = new QuestionList(model, ui, form, 1).node();
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

  /// Scrolls so far that the control with the focus can be seen.
  private static void reveal(ScrollPane scroll) {
    if (scroll.getScene() == null) {
      return;
    }
    Node focused = scroll.getScene().getFocusOwner();
    Node content = scroll.getContent();
    if (focused == null || !isInside(focused, content)) {
      return;
    }
    Bounds of = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
    double whole = content.getBoundsInLocal().getHeight();
    double seen = scroll.getViewportBounds().getHeight();
    if (whole <= seen) {
      return;
    }
    double top = scroll.getVvalue() * (whole - seen);
    double margin = 64;
    if (of.getMinY() - margin < top) {
      scroll.setVvalue(Math.max(0, of.getMinY() - margin) / (whole - seen));
    } else if (of.getMaxY() + margin > top + seen) {
      scroll.setVvalue(Math.min(1, (of.getMaxY() + margin - seen) / (whole - seen)));
    }
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
      back.getStyleClass().addAll("flat", "link-button");
      nodes.add(back);
    }
    nodes.add(Parts.spring());
    if (keys) {
      nodes.add(Parts.key("Enter"));
      nodes.add(Parts.label(ui.get("entry.key.next"), "small"));
      nodes.add(Parts.key("1–9"));
      nodes.add(Parts.label(ui.get("entry.key.choose"), "small"));
    }
    nodes.add(Parts.spring());
    if (after != null) {
      Button next =
          Parts.button(
              "next-section",
              after.title().in(ui.language()),
              "mdoal-chevron_right",
              model::nextSection);
      next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      nodes.add(next);
    } else {
      nodes.add(
          Parts.primary("check-and-finish", ui.get("entry.checkAndFinish"), null, this::finish));
    }
    HBox bar = Parts.row(nodes.toArray(Node[]::new));
    bar.getStyleClass().add("action-bar");
    return bar;
  }

  // The right side

  private Node side() {
    VBox history = new VBox();
    history.getStyleClass().addAll("column", "tight");
    Follow.with(
        history,
        () -> {
          history.getChildren().clear();
          if (model.history().isEmpty()) {
            history.getChildren().add(Parts.paragraph(ui.get("entry.history.none"), "muted"));
          }
          model.history().stream().limit(12).forEach(line -> history.getChildren().add(line(line)));
        },
        model.history());
    VBox side =
        new VBox(
            Parts.sectionHeader(ui.get("entry.history"), ""),
            history,
            hairline(),
            Parts.sectionHeader(ui.get("entry.guide"), ""),
            Parts.paragraph(ui.get("entry.guide.text"), "muted"));
    side.getStyleClass().add("right-side");
    return side;
  }

  private Node line(HistoryLine line) {
    String now = line.newValue();
    String value =
        now == null || now.isEmpty() ? ui.get("entry.history.emptied") : shown(line, now);
    return new VBox(
        Parts.paragraph(value, "bold"),
        Parts.paragraph(
            line.who()
                + " · "
                + ui.words().texts().since(line.when(), ui.clock().instant())
                + (line.file().isEmpty() ? "" : " · " + line.file()),
            "small"));
  }

  private String shown(HistoryLine line, String value) {
    return model
        .form()
        .flatMap(form ->
            form.tables().stream()
                .flatMap(table -> table.field(line.field()).stream())
                .findFirst()
                .map(field -> model.desk().labels().value(form, field, value, ui.words().texts())))
        .orElse(value);
  }

  private static Node hairline() {
    HBox line = new HBox();
    line.getStyleClass().add("hairline");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }
}
