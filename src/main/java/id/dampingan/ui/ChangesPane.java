package id.dampingan.ui;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.RowChange;
import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.merge.Outcome;
import id.dampingan.submission.SystemField;
import id.dampingan.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A file's rows: above how many came out how, left the rows of the pressed count, right the cells
/// of the chosen row, old → new, and what waits.
public final class ChangesPane {
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.NEW,
          Outcome.CHANGED,
          Outcome.SAME,
          Outcome.DELETED,
          Outcome.CONFLICT,
          Outcome.HELD);

  private static final Set<String> OF_NEW =
      Set.of(SystemField.DELETED, SystemField.PARENT, SystemField.ORDER);

  private final ChangesModel model;
  private final Ui ui;
  private final String prefix;

  /// @param prefix what the ids of its controls begin with
  public ChangesPane(ChangesModel model, Ui ui, String prefix) {
    this.model = model;
    this.ui = ui;
    this.prefix = prefix;
  }

  /// The counts; each, pressed, leaves the rows of which it tells.
  public Node filters() {
    ToggleGroup group = new ToggleGroup();
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("filters");
    List<ToggleButton> buttons = new ArrayList<>(List.of(filter(group, null)));
    OUTCOMES.forEach(outcome -> buttons.add(filter(group, outcome)));
    flow.getChildren().setAll(buttons);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    return flow;
  }

  private ToggleButton filter(ToggleGroup group, @Nullable Outcome outcome) {
    String name = outcome == null ? "all" : outcome.name().toLowerCase(Locale.ROOT);
    ToggleButton button =
        Parts.segment(
            prefix + "-" + name,
            ui.get("receive.count." + name)
                + " "
                + ui.words().texts().number(model.contentProperty().get().of(outcome)),
            icon(outcome),
            group,
            outcome == model.filterProperty().get());
    if (outcome != null && button.getGraphic() != null) {
      button.getGraphic().getStyleClass().add(tone(outcome).style());
    }
    button.setOnAction(_ -> model.filter(outcome));
    return button;
  }

  /// The sign of an outcome; null: of all.
  public static String icon(@Nullable Outcome outcome) {
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

  /// How an outcome is meant.
  public static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case NEW -> Tone.SUCCESS;
      case CHANGED -> Tone.ACCENT;
      case SAME, DELETED -> Tone.NEUTRAL;
      case CONFLICT -> Tone.WARNING;
      case HELD -> Tone.DANGER;
    };
  }

  /// The rows and their cells.
  public Node details() {
    if (model.contentProperty().get().read() == 0) {
      return Parts.empty("mdoal-check_circle", ui.get("receive.same"));
    }
    ListView<RowChange> list = new ListView<>(model.shown());
    list.setId(prefix + "-list");
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
    Label more = Parts.label("", "muted");
    Follow.with(
        more,
        () -> {
          more.setText(ui.get("receive.more", model.more()));
          more.setVisible(model.more() > 0);
          more.setManaged(model.more() > 0);
        },
        model.filterProperty(),
        model.contentProperty(),
        model.shown());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox listBox = new VBox(list, more);
    listBox.getStyleClass().add("table-box");
    listBox.setPrefWidth(ui.px(300));
    listBox.setMinWidth(ui.px(200));
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
          List<FileResult.HeldLine> held = model.contentProperty().get().held();
          Outcome filter = model.filterProperty().get();
          if (!held.isEmpty() && (filter == null || filter == Outcome.HELD)) {
            right.getChildren().add(held(held));
          }
        },
        model.selectedProperty(),
        model.filterProperty());
    HBox both = new HBox(listBox, Parts.scrolling(right));
    HBox.setHgrow(both.getChildren().get(1), Priority.ALWAYS);
    both.getStyleClass().addAll("row", "wide");
    VBox.setVgrow(both, Priority.ALWAYS);
    return both;
  }

  private Node cells(RowChange change) {
    Optional<Form> form = model.form(change.table());
    ObservableList<RowChange.Cell> cells = FXCollections.observableArrayList(said(change));
    TableView<RowChange.Cell> table =
        Tables.table(
            prefix + "-cells",
            ui.get("receive.cells"),
            cells,
            Parts.label(ui.get("receive.noCells"), "muted"));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("receive.question"),
                    ui.px(150),
                    cell ->
                        field(form, change.table(), cell.field())
                            .map(f -> f.label().in(ui.language()))
                            .orElse(cell.field())),
                Tables.node(
                    ui.get("receive.before"),
                    ui.px(130),
                    cell ->
                        cell.before().isEmpty()
                            ? Parts.label(ui.get("receive.empty"), "muted")
                            : Parts.shrinking(
                                value(form, change.table(), cell.field(), cell.before()),
                                "old-value")),
                Tables.node(
                    ui.get("receive.after"),
                    ui.px(150),
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

  /// A new record says that it lives and where it stands: nothing that people need to read.
  private static List<RowChange.Cell> said(RowChange change) {
    return change.cells().stream()
        .filter(cell -> !cell.before().isEmpty() || !OF_NEW.contains(cell.field()))
        .toList();
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

  private Node held(List<FileResult.HeldLine> held) {
    Sentences sentences = Sentences.in(ui.language());
    ObservableList<FileResult.HeldLine> lines = FXCollections.observableArrayList(held);
    TableView<FileResult.HeldLine> table =
        Tables.table(prefix + "-held", ui.get("receive.held"), lines, new Region());
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.node(
                    ui.get("receive.where"),
                    ui.px(130),
                    line ->
                        Parts.row(
                            Parts.icon("mdoal-block", Tone.DANGER),
                            Parts.shrinking(line.sheet() + " " + line.cell(), "bold"))),
                Tables.text(ui.get("receive.value"), ui.px(100), line -> line.value()),
                Tables.text(
                    ui.get("receive.why"), ui.px(200), line -> sentences.reason(line.problem()))));
    Tables.fitRows(table, ui.px(32), 6);
    return Parts.column(
        Parts.sectionHeader(ui.get("receive.held"), ui.words().texts().number(held.size())),
        Tables.boxed(table));
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
          said(change).stream()
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
              Parts.label(ui.words().texts().number(said(change).size())));
      row.setMaxWidth(ui.px(280));
      row.prefWidthProperty().bind(getListView().widthProperty().subtract(ui.px(40)));
      setGraphic(row);
      setAccessibleText(name(change) + ": " + fields);
    }
  }
}
