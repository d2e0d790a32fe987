package id.dampingan.ui.review;

import id.dampingan.exchange.ReviewErrand;
import id.dampingan.form.Form;
import id.dampingan.store.StoredRow;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Left the filled forms that wait; right the answers of one, each with a place for a remark.
/// `S` approves, `C` goes to the remark, `Ctrl+Z` takes the last deed back.
public final class ReviewView implements Screen {
  private final ReviewModel model;
  private final Ui ui;
  private final TextField remark = new TextField();
  private ReviewModel.@Nullable Line about;
  private final Label aboutWords = Parts.shrinking("", "small");

  public ReviewView(ReviewModel model, Ui ui) {
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
    heading.titleProperty().set(ui.get("rail.review"));
    heading.subtitleProperty().set(heading.isNarrow() ? "" : ui.get("review.sub"));
    BorderPane page = new BorderPane();
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    VBox list = new VBox(filters(heading.isNarrow()), Tables.boxed(table(heading.isNarrow())));
    list.getStyleClass().add("page");
    list.setMinWidth(ui.px(heading.isNarrow() ? 300 : 420));
    page.setCenter(list);
    Node detail = detail(heading.isNarrow());
    page.setBottom(bar());
    Follow.with(
        page,
        () -> page.setRight(model.selectedProperty().get() == null ? null : detail),
        model.selectedProperty());
    return page;
  }

  private Node filters(boolean narrow) {
    ComboBox<Form> forms =
        Parts.combo(
            "review-form",
            ui.get("list.form"),
            model.forms(),
            form -> model.desk().title(form, ui.language()));
    forms.valueProperty().bindBidirectional(model.formProperty());
    List<String> codes = new ArrayList<>(List.of(""));
    model.desk().villages().stream().map(Desk.VillageName::code).forEach(codes::add);
    ComboBox<String> villages =
        Parts.combo(
            "review-village",
            ui.get("list.village"),
            javafx.collections.FXCollections.observableArrayList(codes),
            code ->
                code.isEmpty() ? ui.get("review.everyVillage") : model.desk().village(code).name());
    String chosen = model.villageProperty().get();
    villages.setValue(chosen == null ? "" : chosen);
    villages
        .valueProperty()
        .addListener((_, _, code) -> model.villageProperty().set(code.isEmpty() ? null : code));
    forms.setMaxWidth(ui.px(200));
    villages.setMaxWidth(ui.px(170));
    TextField search = new TextField();
    search.setId("review-search");
    search.setPromptText(ui.get("list.search"));
    search.setAccessibleText(ui.get("list.search"));
    search.setPrefWidth(ui.px(170));
    search.textProperty().bindBidirectional(model.searchProperty());
    FlowPane row = new FlowPane(forms, villages, search);
    row.getStyleClass().add("filters");
    if (narrow) {
      row.getChildren().add(stateCombo());
      return row;
    }
    return Parts.column(row, states());
  }

  private Node states() {
    ToggleGroup group = new ToggleGroup();
    FlowPane states = new FlowPane();
    states.getStyleClass().add("filters");
    Follow.with(
        states,
        () -> {
          group.getToggles().clear();
          states.getChildren().clear();
          for (String state : stateNames()) {
            states.getChildren().add(segment(group, stateOf(state)));
          }
        },
        model.rows(),
        model.stateProperty());
    return states;
  }

  private static List<String> stateNames() {
    List<String> names = new ArrayList<>(List.of(""));
    for (ReviewErrand.State state : ReviewErrand.State.values()) {
      names.add(state.name());
    }
    return names;
  }

  private static ReviewErrand.@Nullable State stateOf(String name) {
    return name.isEmpty() ? null : ReviewErrand.State.valueOf(name);
  }

  private int count(ReviewErrand.@Nullable State state) {
    return model.counts().entrySet().stream()
        .filter(each -> state == null ? each.getKey().isOpen() : each.getKey() == state)
        .mapToInt(each -> each.getValue())
        .sum();
  }

  private Node stateCombo() {
    ComboBox<String> states =
        Parts.combo(
            "review-state",
            ui.get("list.state"),
            javafx.collections.FXCollections.observableArrayList(stateNames()),
            name -> word(stateOf(name)) + " " + count(stateOf(name)));
    ReviewErrand.State now = model.stateProperty().get();
    states.setValue(now == null ? "" : now.name());
    states.valueProperty().addListener((_, _, name) -> model.stateProperty().set(stateOf(name)));
    return states;
  }

  private ToggleButton segment(ToggleGroup group, ReviewErrand.@Nullable State state) {
    ToggleButton button = new ToggleButton(word(state) + " " + count(state));
    button.setId("review-state-" + (state == null ? "open" : state.name()));
    button.setToggleGroup(group);
    button.setSelected(model.stateProperty().get() == state);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.stateProperty().set(state);
    });
    return button;
  }

  private String word(ReviewErrand.@Nullable State state) {
    return ui.get(
        "review.state." + (state == null ? "open" : state.name().toLowerCase(Locale.ROOT)));
  }

  private TableView<ReviewErrand.Reviewed> table(boolean narrow) {
    TableView<ReviewErrand.Reviewed> table =
        Tables.table(
            "review-table",
            ui.get("rail.review"),
            model.rows(),
            Parts.paragraph(ui.get("review.none"), "muted", "empty-words"));
    TableColumn<ReviewErrand.Reviewed, ReviewErrand.Reviewed> village =
        Tables.text(
            ui.get("list.village"),
            ui.px(100),
            each -> model.desk().village(each.row().village()).name());
    TableColumn<ReviewErrand.Reviewed, ReviewErrand.Reviewed> round =
        Tables.text(
            ui.get("list.round"), ui.px(80), each -> ui.words().texts().round(each.row().round()));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(ui.get("held.tick"), ui.px(60), this::tick),
                Tables.text(ui.get("list.record"), ui.px(150), each -> name(each.row())),
                village,
                round,
                Tables.node(ui.get("list.state"), ui.px(180), each -> state(each.state()))));
    Tables.fold(table, round, village);
    Tables.onOpen(
        table, each -> ui.navigator().go(new Place.Entry(each.row().submission().root())));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, each) -> {
          if (each != null) {
            model.selectedProperty().set(each);
          }
        });
    Follow.with(
        table,
        () -> {
          ReviewErrand.Reviewed now = model.selectedProperty().get();
          if (now != null && now != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(now);
          }
        },
        model.selectedProperty());
    return table;
  }

  private Node state(ReviewErrand.State state) {
    return switch (state) {
      case NEW -> Parts.state("mdomz-visibility", word(state), Tone.NEUTRAL);
      case ANSWERED -> Parts.state("mdomz-reply", word(state), Tone.ACCENT);
      case CHANGED -> Parts.state("mdoal-edit", word(state), Tone.WARNING);
      case RETURNED -> Parts.state("mdomz-undo", word(state), Tone.WARNING);
      case APPROVED -> Parts.state("mdoal-check_circle", word(state), Tone.SUCCESS);
    };
  }

  private Node tick(ReviewErrand.Reviewed each) {
    UUID root = each.row().submission().root();
    CheckBox tick = new CheckBox();
    tick.setAccessibleText(ui.get("held.tick") + " " + name(each.row()));
    tick.setSelected(model.chosen().contains(root));
    tick.selectedProperty()
        .addListener((_, _, now) -> {
          if (now) {
            model.chosen().add(root);
          } else {
            model.chosen().remove(root);
          }
        });
    return tick;
  }

  private Node detail(boolean narrow) {
    VBox answers = new VBox();
    answers.getStyleClass().addAll("column", "tight");
    Follow.with(
        answers,
        () -> {
          about = null;
          answers.getChildren().clear();
          model.lines().forEach(line -> answers.getChildren().add(line(line)));
          showAbout();
        },
        model.lines());
    VBox found = new VBox();
    found.getStyleClass().addAll("column", "tight");
    Follow.with(
        found,
        () -> {
          found.getChildren().clear();
          for (ReviewErrand.Objection each : List.copyOf(model.objections())) {
            found
                .getChildren()
                .add(
                    Parts.row(
                        Parts.shrinking(question(each) + ": " + each.text()),
                        Parts.spring(),
                        Parts.iconButton(
                            "review-drop-" + model.objections().indexOf(each),
                            "mdoal-close",
                            ui.get("review.drop"),
                            () -> model.objections().remove(each))));
          }
        },
        model.objections());
    remark.setId("review-remark");
    remark.setPromptText(ui.get("review.remark.prompt"));
    remark.setAccessibleText(ui.get("review.remark.prompt"));
    HBox.setHgrow(remark, Priority.ALWAYS);
    remark.setOnAction(_ -> {
      model.object(about, remark.getText());
      remark.clear();
    });
    HBox title = new HBox(Parts.shrinking("", "section-title"));
    Follow.with(
        title,
        () -> {
          ReviewErrand.Reviewed now = model.selectedProperty().get();
          title.getChildren().clear();
          if (now != null) {
            title
                .getChildren()
                .addAll(
                    Parts.shrinking(name(now.row()), "section-title"),
                    Parts.spring(),
                    Parts.link(
                        "review-history",
                        ui.get("history.open"),
                        () -> ui.navigator().go(new Place.History(now.row().submission().root()))),
                    Parts.link(
                        "review-open",
                        ui.get("conflict.open"),
                        () -> ui.navigator().go(new Place.Entry(now.row().submission().root()))));
          }
        },
        model.selectedProperty());
    Node scroll = Parts.scrolling(answers);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox side = new VBox(title, scroll, found, aboutWords, remark);
    side.getStyleClass().addAll("side", "review-side", "column");
    double width = ui.px(narrow ? 290 : 400);
    side.setMinWidth(ui.px(narrow ? 240 : 320));
    side.setPrefWidth(width);
    side.setMaxWidth(width);
    return side;
  }

  private Node line(ReviewModel.Line line) {
    if (line.field() == null) {
      return Parts.shrinking(line.value(), "bold");
    }
    String question = line.field().label().in(ui.language());
    Button objecting =
        Parts.iconButton(
            "review-object-" + line.field().name(),
            "mdoal-comment",
            ui.get("review.object", question),
            () -> {
              about = line;
              showAbout();
              remark.requestFocus();
            });
    VBox words = new VBox(Parts.paragraph(question, "small"), Parts.paragraph(line.value()));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox row = Parts.row(words, objecting);
    row.setMaxWidth(Double.MAX_VALUE);
    return row;
  }

  private void showAbout() {
    ReviewModel.Line line = about;
    String question =
        line == null || line.field() == null
            ? ui.get("review.whole")
            : line.field().label().in(ui.language());
    aboutWords.setText(ui.get("review.about", question));
  }

  private String question(ReviewErrand.Objection objection) {
    return model.lines().stream()
        .filter(line -> line.row().equals(objection.row()))
        .filter(line -> line.field() != null && line.field().name().equals(objection.field()))
        .findFirst()
        .map(ReviewModel.Line::field)
        .map(field -> field.label().in(ui.language()))
        .orElse(ui.get("review.whole"));
  }

  private Node bar() {
    Button approve =
        Parts.primary("review-approve", ui.get("review.approve"), "mdoal-check", model::approve);
    Button giveBack =
        Parts.button("review-return", ui.get("review.return"), "mdomz-undo", model::giveBack);
    FlowPane bar = new FlowPane(approve, giveBack);
    bar.getStyleClass().addAll("action-bar", "filters");
    Follow.with(
        bar,
        () -> {
          int ticked = model.chosen().size();
          approve.setText(
              ticked == 0 ? ui.get("review.approve") : ui.count("review.approve.chosen", ticked));
          approve.setDisable(model.selectedProperty().get() == null && ticked == 0);
          giveBack.setDisable(model.objections().isEmpty());
        },
        model.chosen(),
        model.selectedProperty(),
        model.objections());
    return bar;
  }

  private void onKey(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.S) {
      model.approve();
      event.consume();
    } else if (event.getCode() == KeyCode.C) {
      remark.requestFocus();
      event.consume();
    }
  }

  private String name(StoredRow row) {
    Form form = model.formProperty().get();
    String name = form == null ? "" : model.desk().labels().name(form, row, ui.words().texts());
    return name.isEmpty() ? ui.get("list.unnamed") : name;
  }
}
