package id.dampingan.ui.receive;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.RowChange;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A file is chosen or dropped; left its records, right the cells old → new, below what waits.
public final class ReceiveView implements Screen {
  private static final List<String> KINDS =
      List.of("*.xlsx", "*.xls", "*.zip", "*.dampingan", "*.csv", "*.txt");

  private final ReceiveModel model;
  private final Ui ui;

  public ReceiveView(ReceiveModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.receive"));
    BorderPane page = new BorderPane();
    Follow.with(
        page,
        () -> {
          ReceiveModel.State state = model.stateProperty().get();
          heading
              .subtitleProperty()
              .set(ui.get("receive.sub." + state.name().toLowerCase(Locale.ROOT)));
          page.setCenter(center(state));
          page.setBottom(bar(state));
        },
        model.stateProperty());
    page.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    page.setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        model.look(event.getDragboard().getFiles().getFirst().toPath());
        event.setDropCompleted(true);
        event.consume();
      }
    });
    return page;
  }

  private Node center(ReceiveModel.State state) {
    FileResult result = model.resultProperty().get();
    if (state == ReceiveModel.State.RECEIPT) {
      return new ReceiptPane(model, ui).build(this::choose);
    }
    if (state == ReceiveModel.State.READING || state == ReceiveModel.State.TAKING) {
      return Parts.empty("mdomz-sync", ui.get("receive.working"));
    }
    if (result == null || state == ReceiveModel.State.NONE) {
      return dropZone();
    }
    VBox page = new VBox(fileHead(result));
    page.getStyleClass().add("page");
    Problem error = result.error();
    if (error != null) {
      page.getChildren().add(refused(error));
      return page;
    }
    if (state == ReceiveModel.State.TAKEN) {
      page.getChildren()
          .add(
              Parts.message(
                  "mdoal-check_circle",
                  ui.get("receive.taken", result.file()),
                  Tone.SUCCESS,
                  undoButton(result)));
    }
    if (state == ReceiveModel.State.UNDONE) {
      page.getChildren()
          .add(Parts.message("mdomz-undo", ui.get("receive.undone", result.file()), Tone.ACCENT));
    }
    page.getChildren().addAll(filters(result), details(result));
    return page;
  }

  private Node dropZone() {
    VBox zone =
        Parts.empty(
            "mdoal-inbox",
            ui.get("receive.drop"),
            Parts.primary(
                "receive-choose", ui.get("receive.choose"), "mdoal-folder_open", this::choose));
    zone.getStyleClass().add("drop-zone");
    StackPane page = new StackPane(zone);
    page.getStyleClass().add("page");
    zone.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(zone, javafx.geometry.Pos.TOP_CENTER);
    return page;
  }

  private Node refused(Problem error) {
    Sentences sentences = Sentences.in(ui.language());
    VBox box =
        Parts.column(
            Parts.message(
                "mdoal-error_outline",
                sentences.reason(error) + " " + sentences.remedy(error),
                Tone.DANGER));
    if (error.code() == ProblemCode.PASSWORD_MISSING
        || error.code() == ProblemCode.PASSWORD_WRONG) {
      PasswordField password = new PasswordField();
      password.setId("receive-password");
      password.setAccessibleText(ui.get("receive.password"));
      password.setPromptText(ui.get("receive.password"));
      password.textProperty().bindBidirectional(model.passwordProperty());
      password.setOnAction(_ -> again());
      box.getChildren()
          .add(
              Parts.row(
                  password,
                  Parts.tick(
                      "receive-remember", ui.get("receive.remember"), model.rememberProperty()),
                  Parts.primary("receive-again", ui.get("receive.again"), null, this::again)));
    }
    if (error.code() == ProblemCode.TABLE_MAPPED || error.code() == ProblemCode.TABLE_UNMAPPED) {
      box.getChildren()
          .add(
              Parts.row(
                  Parts.primary(
                      "receive-map",
                      ui.get("mapping.this"),
                      "mdoal-compare_arrows",
                      () -> ui.navigator().go(new Place.Mapping(model.fileProperty().get())))));
    }
    return box;
  }

  private void again() {
    Path file = model.fileProperty().get();
    if (file != null) {
      model.look(file);
    }
  }

  private Node fileHead(FileResult result) {
    VBox words =
        new VBox(
            Parts.shrinking(result.file(), "bold"),
            Parts.shrinking(
                result.sender().isEmpty()
                    ? ui.get("receive.senderUnknown")
                    : ui.get("receive.from", result.sender()),
                "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    return Parts.row(
        Parts.icon("mdoal-description", Tone.ACCENT),
        words,
        Parts.button("receive-other", ui.get("receive.other"), "mdoal-folder_open", this::choose));
  }

  private Node filters(FileResult result) {
    ToggleGroup group = new ToggleGroup();
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("filters");
    flow.getChildren().add(filter(group, null, result.counts().read()));
    for (Outcome outcome :
        List.of(
            Outcome.NEW,
            Outcome.CHANGED,
            Outcome.SAME,
            Outcome.DELETED,
            Outcome.CONFLICT,
            Outcome.HELD)) {
      flow.getChildren().add(filter(group, outcome, result.counts().of(outcome)));
    }
    return flow;
  }

  private ToggleButton filter(ToggleGroup group, @Nullable Outcome outcome, int count) {
    String name = outcome == null ? "all" : outcome.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Parts.segment(
            "receive-" + name,
            ui.get("receive.count." + name) + " " + ui.words().texts().number(count),
            icon(outcome),
            group,
            outcome == model.filterProperty().get());
    if (outcome != null && button.getGraphic() != null) {
      button.getGraphic().getStyleClass().add(tone(outcome).style());
    }
    button.setOnAction(_ -> model.filter(outcome));
    return button;
  }

  private static String icon(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> "mdoal-list_alt";
      case NEW -> "mdoal-add_circle_outline";
      case CHANGED -> "mdoal-edit";
      case SAME -> "mdoal-check";
      case DELETED -> "mdoal-delete";
      case CONFLICT -> "mdoal-compare_arrows";
      case HELD -> "mdoal-block";
    };
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case NEW -> Tone.SUCCESS;
      case CHANGED -> Tone.ACCENT;
      case SAME, DELETED -> Tone.NEUTRAL;
      case CONFLICT -> Tone.WARNING;
      case HELD -> Tone.DANGER;
    };
  }

  private Node details(FileResult result) {
    if (result.changes().isEmpty() && result.held().isEmpty()) {
      return Parts.empty("mdoal-check_circle", ui.get("receive.same"));
    }
    ListView<RowChange> list = new ListView<>(model.shown());
    list.setId("receive-list");
    list.setAccessibleText(ui.get("receive.list"));
    list.setCellFactory(_ -> new ChangeCell());
    list.setPlaceholder(Parts.label(ui.get("receive.none"), "muted"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            model.selectedProperty().set(now);
          }
        });
    StackPane listBox = new StackPane(list);
    listBox.getStyleClass().add("table-box");
    listBox.setPrefWidth(ui.px(320));
    listBox.setMinWidth(ui.px(240));
    VBox right = new VBox();
    right.getStyleClass().addAll("column", "wide");
    HBox.setHgrow(right, Priority.ALWAYS);
    Follow.with(
        right,
        () -> {
          right.getChildren().clear();
          RowChange selected = model.selectedProperty().get();
          if (selected != null) {
            right.getChildren().add(cells(selected));
          }
          if (!result.held().isEmpty()) {
            right.getChildren().add(held(result));
          }
        },
        model.selectedProperty());
    HBox both = new HBox(listBox, Parts.scrolling(right));
    HBox.setHgrow(both.getChildren().get(1), Priority.ALWAYS);
    both.getStyleClass().addAll("row", "wide");
    VBox.setVgrow(both, Priority.ALWAYS);
    return both;
  }

  private Node cells(RowChange change) {
    Optional<Form> form = model.form(change.table());
    ObservableList<RowChange.Cell> cells = FXCollections.observableArrayList(change.cells());
    TableView<RowChange.Cell> table =
        Tables.table(
            "receive-cells",
            ui.get("receive.cells"),
            cells,
            Parts.label(ui.get("receive.noCells"), "muted"));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("receive.question"),
                    ui.px(200),
                    cell ->
                        field(form, change.table(), cell.field())
                            .map(f -> f.label().in(ui.language()))
                            .orElse(cell.field())),
                Tables.node(
                    ui.get("receive.before"),
                    ui.px(220),
                    cell ->
                        cell.before().isEmpty()
                            ? Parts.label(ui.get("receive.empty"), "muted")
                            : Parts.shrinking(
                                value(form, change.table(), cell.field(), cell.before()),
                                "old-value")),
                Tables.node(
                    ui.get("receive.after"),
                    ui.px(300),
                    cell ->
                        Parts.row(
                            Parts.icon("mdoal-arrow_forward"),
                            Parts.shrinking(
                                cell.after().stream()
                                    .map(after ->
                                        after.isEmpty()
                                            ? ui.get("receive.empty")
                                            : value(form, change.table(), cell.field(), after))
                                    .collect(Collectors.joining(" | ")),
                                "bold")))));
    Tables.fitRows(table, ui.px(32), 10);
    Label title = Parts.shrinking(name(change), "section-title");
    HBox head =
        Parts.row(
            title,
            Parts.shrinking(
                form.map(f -> model.desk().title(f, ui.language())).orElse(""), "muted"),
            Parts.spring(),
            Parts.state(
                icon(change.outcome()),
                ui.get("receive.count." + change.outcome().name().toLowerCase(Locale.ROOT)),
                tone(change.outcome())));
    return Parts.column(head, Tables.boxed(table));
  }

  private String name(RowChange change) {
    return change.label().isBlank()
        ? change.source().sheet() + ", " + change.source().row()
        : change.label();
  }

  private static Optional<Field> field(Optional<Form> form, String table, String name) {
    return form.flatMap(of -> of.table(table)).flatMap(of -> of.field(name));
  }

  private String value(Optional<Form> form, String table, String name, String value) {
    return field(form, table, name)
        .map(f -> model.desk().labels().value(form.orElseThrow(), f, value, ui.words().texts()))
        .orElse(value);
  }

  private Node held(FileResult result) {
    Sentences sentences = Sentences.in(ui.language());
    ObservableList<FileResult.HeldLine> lines = FXCollections.observableArrayList(result.held());
    TableView<FileResult.HeldLine> table =
        Tables.table("receive-held", ui.get("receive.held"), lines, new Region());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("receive.where"),
                    ui.px(180),
                    line ->
                        Parts.row(
                            Parts.icon("mdoal-block", Tone.DANGER),
                            Parts.shrinking(line.sheet() + " " + line.cell(), "bold"))),
                Tables.text(ui.get("receive.value"), ui.px(140), line -> line.value()),
                Tables.text(
                    ui.get("receive.why"), ui.px(420), line -> sentences.reason(line.problem()))));
    Tables.fitRows(table, ui.px(32), 6);
    return Parts.column(
        Parts.sectionHeader(
            ui.get("receive.held"), ui.words().texts().number(result.held().size())),
        Tables.boxed(table));
  }

  private Button undoButton(FileResult result) {
    Button undo = Parts.button("receive-undo", ui.get("receive.undo"), "mdomz-undo", model::undo);
    undo.setDisable(result.batch() == null);
    return undo;
  }

  private @Nullable Node bar(ReceiveModel.State state) {
    if (state == ReceiveModel.State.TAKEN || state == ReceiveModel.State.UNDONE) {
      HBox bar =
          Parts.row(
              Parts.spring(),
              Parts.button(
                  "receive-next", ui.get("receive.other"), "mdoal-folder_open", this::choose),
              Parts.primary(
                  "receive-home",
                  ui.get("receive.home"),
                  null,
                  () -> ui.navigator().go(new Place.Home())));
      bar.getStyleClass().add("action-bar");
      return bar;
    }
    if (state != ReceiveModel.State.PREVIEW) {
      return null;
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.icon("mdoal-info"));
    nodes.add(Parts.shrinking(ui.get("receive.nothingYet"), "muted"));
    nodes.add(Parts.spring());
    nodes.add(Parts.button("receive-cancel", ui.get("receive.cancel"), null, model::forget));
    Button accept =
        Parts.primary(
            "receive-accept",
            ui.get(
                "receive.accept",
                model.count(Outcome.NEW),
                model.count(Outcome.CHANGED)
                    + model.count(Outcome.CONFLICT)
                    + model.count(Outcome.DELETED)),
            null,
            model::accept);
    accept.setDisable(!model.wouldChange());
    nodes.add(accept);
    HBox bar = Parts.row(nodes.toArray(Node[]::new));
    bar.getStyleClass().add("action-bar");
    return bar;
  }

  private void choose() {
    List<Path> chosen =
        ui.files().open(ui.get("receive.choose"), ui.get("start.packageKind"), KINDS, false);
    if (!chosen.isEmpty()) {
      model.look(chosen.getFirst());
    }
  }

  private final class ChangeCell extends ListCell<RowChange> {
    @Override
    protected void updateItem(@Nullable RowChange change, boolean empty) {
      super.updateItem(change, empty);
      if (empty || change == null) {
        setGraphic(null);
        return;
      }
      Optional<Form> form = model.form(change.table());
      String fields =
          change.cells().stream()
              .map(cell ->
                  field(form, change.table(), cell.field())
                      .map(f -> f.label().in(ui.language()))
                      .orElse(cell.field()))
              .collect(Collectors.joining(", "));
      VBox words =
          new VBox(Parts.shrinking(name(change), "bold"), Parts.shrinking(fields, "small"));
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMinWidth(0);
      HBox row =
          Parts.row(
              Parts.icon(icon(change.outcome()), tone(change.outcome())),
              words,
              Parts.label(ui.words().texts().number(change.cells().size())));
      row.setMaxWidth(ui.px(280));
      row.prefWidthProperty().bind(getListView().widthProperty().subtract(ui.px(40)));
      setGraphic(row);
      setAccessibleText(name(change) + ": " + fields);
    }
  }
}
