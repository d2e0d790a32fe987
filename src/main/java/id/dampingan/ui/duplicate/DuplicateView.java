package id.dampingan.ui.duplicate;

import id.dampingan.duplicate.Evidence;
import id.dampingan.duplicate.Likeness;
import id.dampingan.duplicate.Subject;
import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import id.dampingan.text.Masking;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Left the likely duplicates; right two records question by question, chosen by `1` and `2`.
public final class DuplicateView implements Screen {
  private final DuplicateModel model;
  private final Ui ui;

  public DuplicateView(DuplicateModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.UNDO && model.lastBatchProperty().get() != null) {
      model.undo();
      return true;
    }
    return false;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.duplicates"));
    heading.subtitleProperty().set(ui.get("duplicate.sub"));
    Button undo =
        Parts.button("duplicate-undo", ui.get("conflict.undo"), "mdomz-undo", model::undo);
    heading.actions().add(undo);
    Follow.with(
        undo,
        () -> undo.setDisable(model.lastBatchProperty().get() == null),
        model.lastBatchProperty());
    boolean tight = heading.isNarrow();
    BorderPane page = new BorderPane();
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Follow.with(
        page,
        () -> {
          boolean some = !model.likely().isEmpty();
          page.setLeft(some && !tight ? list() : null);
          page.setBottom(some ? bar() : null);
          if (!model.loadedProperty().get()) {
            page.setCenter(Parts.empty("mdoal-content_copy", ui.get("duplicate.looking")));
          } else {
            page.setCenter(
                some ? detail() : Parts.empty("mdoal-check_circle", ui.get("duplicate.none")));
          }
        },
        model.loadedProperty(),
        model.likely());
    return page;
  }

  private Node list() {
    ListView<Likeness> list = new ListView<>(model.likely());
    list.setId("duplicate-list");
    list.setAccessibleText(ui.get("rail.duplicates"));
    list.setCellFactory(_ -> new LikenessCell());
    Follow.with(
        list,
        () -> {
          DuplicateModel.Sides now = model.sidesProperty().get();
          if (now != null && now.likeness() != list.getSelectionModel().getSelectedItem()) {
            list.getSelectionModel().select(now.likeness());
          }
        },
        model.sidesProperty());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> {
          DuplicateModel.Sides now = model.sidesProperty().get();
          if (chosen != null && (now == null || now.likeness() != chosen)) {
            model.select(chosen);
          }
        });
    VBox side =
        new VBox(Parts.sectionHeader(ui.count("duplicate.count", model.likely().size()), ""), list);
    VBox.setVgrow(list, Priority.ALWAYS);
    side.getStyleClass().addAll("side", "conflict-side");
    side.setPrefWidth(ui.px(272));
    side.setMinWidth(ui.px(220));
    return side;
  }

  private Node detail() {
    VBox box = new VBox();
    box.getStyleClass().add("page");
    Follow.with(
        box,
        () -> {
          box.getChildren().clear();
          DuplicateModel.Sides sides = model.sidesProperty().get();
          if (sides != null) {
            box.getChildren().addAll(head(sides), evidence(sides.likeness()), questions(sides));
          }
        },
        model.sidesProperty(),
        model.revealedProperty());
    return Parts.scrolling(box);
  }

  private Node head(DuplicateModel.Sides sides) {
    Form form = sides.form();
    int at = model.likely().indexOf(sides.likeness()) + 1;
    String eye = ui.get(model.revealedProperty().get() ? "duplicate.mask" : "duplicate.reveal");
    return Parts.row(
        Parts.shrinking(name(sides, sides.kept()), "section-title"),
        Parts.shrinking(model.desk().title(form, ui.language()), "muted"),
        Parts.spring(),
        Parts.label(ui.get("conflict.of", at, model.likely().size()), "muted"),
        Parts.iconButton("duplicate-eye", "mdomz-visibility", eye, model::reveal));
  }

  private Node evidence(Likeness likeness) {
    FlowPane pills = new FlowPane();
    pills.setId("duplicate-evidence");
    pills.getStyleClass().add("filters");
    for (Evidence each : likeness.inOrder()) {
      Tone tone =
          each == Evidence.SAME_NIK || each == Evidence.SAME_KK ? Tone.WARNING : Tone.NEUTRAL;
      pills.getChildren().add(Parts.pill("mdoal-check", word(each), tone));
    }
    pills.getChildren().add(Parts.label(ui.get("duplicate.score", likeness.score()), "muted"));
    return pills;
  }

  private String word(Evidence evidence) {
    return ui.get("duplicate.evidence." + evidence.name().toLowerCase(Locale.ROOT));
  }

  private Node questions(DuplicateModel.Sides sides) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("side-facts");
    grid.setVgap(ui.px(6));
    for (int share : List.of(28, 36, 36)) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(
        0,
        Parts.label("", "small"),
        side("1", "duplicate.kept", sides.kept()),
        side("2", "duplicate.other", sides.other()));
    int row = 1;
    int number = 0;
    for (DuplicateModel.Line line : sides.differing()) {
      choice(grid, row++, number++, sides, line);
    }
    for (DuplicateModel.Line line : sides.lines()) {
      if (!line.differs()) {
        Label same = Parts.shrinking(shown(sides, line, line.kept()), "muted");
        grid.addRow(row, Parts.shrinking(line.field().label().in(ui.language()), "muted"), same);
        GridPane.setColumnSpan(same, 2);
        row++;
      }
    }
    return grid;
  }

  private Node side(String number, String key, StoredRow row) {
    String where =
        model.desk().village(row.village()).name()
            + (row.round().isEmpty() ? "" : " · " + ui.words().texts().round(row.round()));
    return Parts.column(
        Parts.row(
            Parts.key(number),
            Parts.shrinking(ui.get(key), "bold"),
            Parts.spring(),
            Parts.link(
                "duplicate-open-" + number,
                ui.get("conflict.open"),
                () -> ui.navigator().go(new Place.Entry(row.submission().root())))),
        Parts.shrinking(where, "small"));
  }

  private void choice(
      GridPane grid, int row, int number, DuplicateModel.Sides sides, DuplicateModel.Line line) {
    Label question = Parts.shrinking(line.field().label().in(ui.language()));
    ToggleGroup group = new ToggleGroup();
    ToggleButton kept = toggle(group, number, 1, shown(sides, line, line.kept()));
    ToggleButton other = toggle(group, number, 2, shown(sides, line, line.other()));
    kept.setAccessibleText(question.getText() + ", 1 " + kept.getText());
    other.setAccessibleText(question.getText() + ", 2 " + other.getText());
    grid.addRow(row, question, kept, other);
    Follow.with(
        question,
        () -> {
          boolean takesOther = number < model.takesOther().size() && model.takesOther().get(number);
          group.selectToggle(takesOther ? other : kept);
          question.getStyleClass().remove("bold");
          if (model.atProperty().get() == number) {
            question.getStyleClass().add("bold");
          }
        },
        model.takesOther(),
        model.atProperty());
  }

  private ToggleButton toggle(ToggleGroup group, int number, int side, String value) {
    ToggleButton button = new ToggleButton(value.isEmpty() ? ui.get("receive.empty") : value);
    button.setId("duplicate-" + number + "-" + side);
    button.setToggleGroup(group);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setWrapText(true);
    button.setOnAction(_ -> {
      model.choose(number, side);
      model.move(number);
      group.selectToggle(button);
    });
    return button;
  }

  private String shown(DuplicateModel.Sides sides, DuplicateModel.Line line, String value) {
    boolean number = !line.field().number().isEmpty();
    return number && model.revealedProperty().get()
        ? Masking.grouped(value)
        : model.desk().labels().value(sides.form(), line.field(), value, ui.words().texts());
  }

  private Node bar() {
    FlowPane bar =
        new FlowPane(
            Parts.primary(
                "duplicate-merge", ui.get("duplicate.merge"), "mdoal-call_merge", model::merge),
            Parts.button(
                "duplicate-different", ui.get("duplicate.different"), null, model::different),
            Parts.button("duplicate-skip", ui.get("conflict.skip"), null, model::skip),
            Parts.button("duplicate-turn", ui.get("duplicate.turn"), null, model::turn));
    Button moved = Parts.button("duplicate-moved", ui.get("duplicate.moved"), null, model::moved);
    bar.getChildren().add(moved);
    bar.getStyleClass().addAll("action-bar", "filters");
    Follow.with(
        moved,
        () -> {
          DuplicateModel.Sides now = model.sidesProperty().get();
          boolean across = now != null && now.likeness().isAcrossVillages();
          moved.setVisible(across);
          moved.setManaged(across);
        },
        model.sidesProperty());
    return bar;
  }

  private void onKey(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code.isDigitKey()) {
      model.choose(code.getName().charAt(code.getName().length() - 1) - '0');
      event.consume();
    }
  }

  private String name(DuplicateModel.Sides sides, StoredRow row) {
    String name =
        model.desk().labels().name(sides.form(), sides.table(), row::value, ui.words().texts());
    return name.isEmpty() ? ui.get("list.unnamed") : name;
  }

  private final class LikenessCell extends ListCell<Likeness> {
    @Override
    protected void updateItem(@Nullable Likeness likeness, boolean empty) {
      super.updateItem(likeness, empty);
      if (empty || likeness == null) {
        setGraphic(null);
        return;
      }
      String names = named(likeness.first()) + " – " + named(likeness.second());
      String why =
          likeness.inOrder().stream()
              .map(DuplicateView.this::word)
              .collect(Collectors.joining(" · "));
      VBox words = new VBox(Parts.shrinking(names, "bold"), Parts.shrinking(why, "small"));
      words.setMaxWidth(ui.px(220));
      setGraphic(words);
      setAccessibleText(names + ", " + why);
    }

    private String named(Subject subject) {
      return subject.name().isEmpty() ? ui.get("list.unnamed") : subject.name();
    }
  }
}
