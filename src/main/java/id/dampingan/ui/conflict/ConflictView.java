package id.dampingan.ui.conflict;

import id.dampingan.form.Field;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.StoredRow;
import id.dampingan.submission.SystemField;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Left the conflicts; right the candidates side by side, chosen by `1 2 3`.
public final class ConflictView implements Screen {
  private final ConflictModel model;
  private final Ui ui;
  private boolean tight;

  public ConflictView(ConflictModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.UNDO && model.canUndo()) {
      model.undo();
      return true;
    }
    return false;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.conflicts"));
    heading.subtitleProperty().set(ui.get("conflict.sub"));
    Button undo = Parts.button("conflict-undo", ui.get("conflict.undo"), "mdomz-undo", model::undo);
    heading.actions().add(undo);
    Follow.with(undo, () -> undo.setDisable(!model.canUndo()), model.conflicts());
    tight = heading.isTight();
    BorderPane page = new BorderPane();
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Follow.with(
        page,
        () -> {
          if (!model.loadedProperty().get()) {
            page.setCenter(null);
          } else if (model.conflicts().isEmpty()) {
            page.setLeft(null);
            page.setCenter(Parts.empty("mdoal-check_circle", ui.get("conflict.none")));
          } else {
            page.setLeft(tight ? null : list());
            page.setCenter(detail());
          }
        },
        model.loadedProperty(),
        model.conflicts());
    return page;
  }

  private Node list() {
    ListView<ConflictModel.Conflict> list = new ListView<>(model.conflicts());
    list.setId("conflict-list");
    list.setAccessibleText(ui.get("rail.conflicts"));
    list.setCellFactory(_ -> new ConflictCell());
    list.getSelectionModel().select(model.selectedProperty().get());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            model.select(now);
          }
        });
    Follow.with(
        list,
        () -> {
          ConflictModel.Conflict now = model.selectedProperty().get();
          if (now != null && now != list.getSelectionModel().getSelectedItem()) {
            list.getSelectionModel().select(now);
          }
        },
        model.selectedProperty());
    VBox side =
        new VBox(
            Parts.sectionHeader(ui.count("conflict.count", model.conflicts().size()), ""), list);
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
          ConflictModel.Conflict conflict = model.selectedProperty().get();
          if (conflict != null) {
            box.getChildren().addAll(head(conflict), sides(conflict), deeds(conflict));
          }
        },
        model.selectedProperty());
    return Parts.scrolling(box);
  }

  private Node head(ConflictModel.Conflict conflict) {
    StoredRow row = conflict.row();
    int at = model.conflicts().indexOf(conflict) + 1;
    return Parts.row(
        Parts.label(fieldName(conflict), "section-title"),
        Parts.shrinking(
            name(conflict)
                + " · "
                + model.desk().title(conflict.form(), ui.language())
                + " · "
                + model.desk().village(row.village()).name()
                + (row.round().isEmpty() ? "" : " · " + ui.words().texts().round(row.round())),
            "muted"),
        Parts.spring(),
        Parts.label(ui.get("conflict.of", at, model.conflicts().size()), "muted"),
        Parts.link(
            "conflict-open",
            ui.get("conflict.open"),
            () -> ui.navigator().go(new Place.Entry(row.submission().root()))));
  }

  private Node sides(ConflictModel.Conflict conflict) {
    Pane cards = tight ? new VBox() : new HBox();
    cards.getStyleClass().addAll(tight ? "column" : "row", "wide");
    int number = 1;
    for (ConflictModel.Side side : conflict.sides()) {
      int choice = number++;
      String value = value(conflict, side.candidate().value());
      HistoryLine line = side.line();
      GridPane facts = new GridPane();
      facts.getStyleClass().add("side-facts");
      if (line != null) {
        fact(facts, "conflict.when", ui.words().texts().dateTime(line.when()));
        fact(facts, "conflict.file", line.file().isEmpty() ? "–" : line.file());
        if (line.row() > 0) {
          fact(facts, "conflict.row", line.sheet() + ", " + line.row());
        }
      }
      VBox content =
          Parts.column(
              Parts.row(
                  Parts.key(Integer.toString(choice)),
                  Parts.shrinking(line == null ? ui.get("conflict.unknown") : line.who(), "bold")),
              Parts.paragraph(value.isEmpty() ? ui.get("receive.empty") : value, "candidate-value"),
              facts);
      Button card = new Button();
      card.setGraphic(content);
      card.setId("candidate-" + choice);
      card.setAccessibleText(choice + " " + value);
      card.getStyleClass().addAll("candidate");
      card.setMaxWidth(Double.MAX_VALUE);
      card.setMaxHeight(Double.MAX_VALUE);
      card.setMinWidth(ui.px(180));
      content.prefWidthProperty().bind(card.widthProperty().subtract(ui.px(28)));
      card.setOnAction(_ -> model.choose(choice));
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.getChildren().add(card);
    }
    return cards;
  }

  private void fact(GridPane facts, String key, String value) {
    facts.addRow(
        facts.getRowCount(), Parts.label(ui.get(key), "small"), Parts.shrinking(value, "small"));
  }

  private Node deeds(ConflictModel.Conflict conflict) {
    TextField other = new TextField();
    other.setId("conflict-other");
    other.setPromptText(ui.get("conflict.other"));
    other.setAccessibleText(ui.get("conflict.other"));
    other.setPrefWidth(ui.px(240));
    other.setOnAction(_ -> model.decide(other.getText()));
    FlowPane deeds =
        new FlowPane(
            other,
            Parts.button(
                "conflict-split",
                ui.get("conflict.split"),
                "mdoal-call_split",
                () -> model.split(conflict.sides().size())),
            Parts.button("conflict-skip", ui.get("conflict.skip"), null, () -> model.skip(1)));
    deeds.getStyleClass().add("filters");
    return deeds;
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

  private String name(ConflictModel.Conflict conflict) {
    String name =
        model
            .desk()
            .labels()
            .name(conflict.form(), conflict.table(), conflict.row()::value, ui.words().texts());
    return name.isEmpty() ? ui.get("list.unnamed") : name;
  }

  private String fieldName(ConflictModel.Conflict conflict) {
    Field field = conflict.field();
    if (field != null) {
      return field.label().in(ui.language());
    }
    return conflict.fieldName().equals(SystemField.DELETED)
        ? ui.get("conflict.deleted")
        : ui.get("conflict.status");
  }

  private String value(ConflictModel.Conflict conflict, String value) {
    Field field = conflict.field();
    if (field != null) {
      return model.desk().labels().value(conflict.form(), field, value, ui.words().texts());
    }
    if (conflict.fieldName().equals(SystemField.DELETED)) {
      return ui.get(value.equals("1") ? "conflict.isDeleted" : "conflict.isThere");
    }
    return value.equals(SystemField.STATUS_COMPLETE)
        ? ui.get("state.complete")
        : value.equals(SystemField.STATUS_DRAFT) ? ui.get("state.draft") : value;
  }

  private final class ConflictCell extends ListCell<ConflictModel.Conflict> {
    @Override
    protected void updateItem(ConflictModel.@Nullable Conflict conflict, boolean empty) {
      super.updateItem(conflict, empty);
      if (empty || conflict == null) {
        setGraphic(null);
        return;
      }
      VBox words =
          new VBox(
              Parts.shrinking(fieldName(conflict), "bold"),
              Parts.shrinking(
                  name(conflict) + " · " + model.desk().village(conflict.row().village()).name(),
                  "small"));
      words.setMaxWidth(ui.px(220));
      setGraphic(words);
      setAccessibleText(fieldName(conflict) + ", " + name(conflict));
    }
  }
}
