package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.form.Question;
import id.dampingan.form.Section;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A repeat as a table of its rows; below it the questions of the row that is selected.
final class RepeatPane {
  private static final int COLUMNS = 6;

  /// A row as the table shows it: made anew with every answer.
  private record Line(UUID uuid, int number, List<Question> questions, int revision) {
    String value(String field) {
      return questions.stream()
          .filter(question -> question.field().equals(field))
          .findFirst()
          .map(Question::value)
          .orElse("");
    }
  }

  private final EntryModel model;
  private final Ui ui;
  private final Form form;
  private final FormTable table;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final VBox node = new VBox();
  private boolean showing;

  RepeatPane(EntryModel model, Ui ui, Form form, Section section) {
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.table = form.table(String.valueOf(section.repeatTable())).orElseThrow();
    node.getStyleClass().add("repeat");
    TableView<Line> view = view();
    view.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.INSERT) {
        event.consume();
        model.addRow();
      }
    });
    double width = ui.px(900);
    QuestionList details = new QuestionList(model, ui, form, width > 0 ? 2 : 1);
    VBox panel = new VBox(detailsHeader(), details.node());
    panel.getStyleClass().addAll("card", "subtle-card");
    Follow.with(
        panel,
        () -> {
          boolean any = !model.rows().isEmpty();
          panel.setVisible(any);
          panel.setManaged(any);
        },
        model.rows());
    node.getChildren().addAll(Tables.boxed(view), panel);
    Follow.with(node, this::fill, model.rows(), model.revisionProperty());
    view.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (!showing && line != null) {
            model.selectRow(line.uuid());
          }
        });
    Follow.with(
        view,
        () -> {
          showing = true;
          for (Line line : lines) {
            if (line.uuid().equals(model.selectedRowProperty().get())) {
              view.getSelectionModel().select(line);
            }
          }
          showing = false;
        },
        model.selectedRowProperty(),
        lines);
  }

  Node node() {
    return node;
  }

  private void fill() {
    List<Line> now = new ArrayList<>();
    int number = 1;
    for (UUID row : model.rows()) {
      now.add(
          new Line(
              row,
              number++,
              model.session().questions(table.name(), row),
              model.revisionProperty().get()));
    }
    showing = true;
    lines.setAll(now);
    showing = false;
  }

  private TableView<Line> view() {
    TableView<Line> view =
        Tables.table(
            "repeat-table",
            table.label().in(ui.language()),
            lines,
            Parts.empty(
                "mdoal-group_add",
                ui.get("entry.repeat.empty"),
                Parts.primary(
                    "repeat-first", ui.get("entry.repeat.add"), "mdoal-add", model::addRow)));
    List<TableColumn<Line, ?>> columns = new ArrayList<>();
    columns.add(
        Tables.number(
            ui.get("entry.repeat.number"),
            ui.px(44),
            line -> (long) line.number(),
            line -> Integer.toString(line.number())));
    for (Field field : telling()) {
      columns.add(
          Tables.text(
              field.label().in(ui.language()),
              ui.px(field.type().isNumber() ? 80 : columns.size() == 1 ? 170 : 130),
              line ->
                  model
                      .desk()
                      .labels()
                      .value(form, field, line.value(field.name()), ui.words().texts())));
    }
    columns.add(Tables.node(ui.get("entry.repeat.state"), ui.px(110), this::state));
    view.getColumns().setAll(columns);
    Tables.fitRows(view, ui.px(32), 8);
    return view;
  }

  /// The first questions that are asked of each row.
  private List<Field> telling() {
    return table.fields().stream()
        .filter(field -> !field.derived() && !field.readOnly() && !field.type().isMedia())
        .limit(COLUMNS)
        .toList();
  }

  private Node state(Line line) {
    boolean wrong =
        line.questions().stream().anyMatch(question -> model.shownProblem(question) != null);
    if (wrong) {
      return Parts.state("mdoal-error_outline", ui.get("entry.state.error"), Tone.DANGER);
    }
    long missing =
        line.questions().stream().filter(q -> q.required() && q.value().isEmpty()).count();
    if (missing > 0) {
      return Parts.state(
          "mdomz-radio_button_unchecked", ui.count("entry.empty", missing), Tone.NEUTRAL);
    }
    boolean warned =
        line.questions().stream()
            .anyMatch(question -> question.note() && question.field().startsWith("awas_"));
    return warned
        ? Parts.state("mdomz-warning", ui.get("entry.state.warning"), Tone.WARNING)
        : Parts.state("mdoal-check", ui.get("state.complete"), Tone.SUCCESS);
  }

  private Node detailsHeader() {
    HBox header = Parts.row();
    Follow.with(
        header,
        () -> {
          header.getChildren().clear();
          for (Line line : lines) {
            if (line.uuid().equals(model.selectedRowProperty().get())) {
              header.getChildren().addAll(header(line));
            }
          }
        },
        lines,
        model.selectedRowProperty());
    return header;
  }

  private List<Node> header(Line line) {
    String name = model.desk().labels().name(form, table, line::value, ui.words().texts());
    long asked = line.questions().stream().filter(q -> !q.note()).count();
    long answered =
        line.questions().stream().filter(q -> !q.note() && !q.value().isEmpty()).count();
    Button remove =
        Parts.button(
            "repeat-remove",
            ui.get("entry.repeat.remove"),
            "mdoal-delete",
            () -> model.removeRow(line.uuid()));
    remove.getStyleClass().add("compact");
    return List.of(
        Parts.shrinking(line.number() + ". " + name, "section-title"),
        Parts.label(ui.get("entry.answered", answered, asked), "muted"),
        Parts.spring(),
        remove);
  }
}
