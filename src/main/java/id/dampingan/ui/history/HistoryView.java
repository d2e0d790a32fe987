package id.dampingan.ui.history;

import id.dampingan.form.Form;
import id.dampingan.store.HistoryLine;
import id.dampingan.store.StoredRow;
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
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Every change of a record in a table, the chosen one told in full below; or the record as it was
/// on a day, beside what it is now.
public final class HistoryView implements Screen {
  private final HistoryModel model;
  private final HistoryWords words;
  private final Ui ui;

  public HistoryView(HistoryModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    this.words = new HistoryWords(model.desk(), ui);
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean press(Press press) {
    if (press == Press.ESCAPE && model.thenProperty().get() != null) {
      model.back();
      return true;
    }
    return false;
  }

  @Override
  public Node build(Heading heading) {
    VBox page = new VBox();
    page.getStyleClass().add("page");
    VBox body = new VBox();
    body.getStyleClass().add("column");
    VBox.setVgrow(body, javafx.scene.layout.Priority.ALWAYS);
    page.getChildren().addAll(filters(), body);
    Node changes = changes();
    Node past = past();
    Follow.with(
        page,
        () -> {
          head(heading);
          body.getChildren()
              .setAll(
                  !model.loadedProperty().get()
                      ? List.of()
                      : List.of(model.thenProperty().get() == null ? changes : past));
        },
        model.loadedProperty(),
        model.recordProperty(),
        model.thenProperty());
    VBox.setVgrow(changes, javafx.scene.layout.Priority.ALWAYS);
    VBox.setVgrow(past, javafx.scene.layout.Priority.ALWAYS);
    return page;
  }

  private void head(Heading heading) {
    Form form = model.formProperty().get();
    StoredRow record = model.recordProperty().get();
    heading.titleProperty().set(ui.get("history.title"));
    if (form == null) {
      return;
    }
    String name =
        record == null ? "" : model.desk().labels().name(form, record, ui.words().texts());
    StringBuilder sub = new StringBuilder(name.isEmpty() ? ui.get("list.unnamed") : name);
    sub.append(" · ").append(model.desk().title(form, ui.language()));
    if (record != null && !record.village().isEmpty()) {
      sub.append(" · ").append(model.desk().village(record.village()).name());
    }
    heading.subtitleProperty().set(sub.toString());
    if (record != null) {
      heading
          .actions()
          .setAll(
              Parts.button(
                  "history-open",
                  ui.get("conflict.open"),
                  null,
                  () -> ui.navigator().go(new Place.Entry(record.submission().root()))));
    }
  }

  private Node filters() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("filters");
    TextField day = new TextField();
    day.setId("history-day");
    day.setPromptText(ui.get("history.day.prompt"));
    day.setAccessibleText(ui.get("history.day"));
    day.setPrefWidth(ui.px(150));
    day.textProperty().bindBidirectional(model.dayProperty());
    day.setOnAction(_ -> model.look());
    Button look = Parts.button("history-look", ui.get("history.look"), null, model::look);
    Button back =
        Parts.button("history-back", ui.get("history.back"), "mdoal-arrow_back", model::back);
    Label wrong = Parts.paragraph("", "bold");
    wrong.setId("history-wrong");
    Label title = Parts.label(ui.get("history.day"), "small");
    VBox questions = new VBox();
    Follow.with(
        questions,
        () -> questions.getChildren().setAll(questions()),
        model.loadedProperty(),
        model.questionProperty());
    Follow.with(
        row,
        () -> {
          boolean past = model.thenProperty().get() != null;
          String key = model.wrongProperty().get();
          wrong.setText(key.isEmpty() ? "" : ui.get(key));
          row.getChildren().setAll(past ? List.of(back) : List.of(questions));
          row.getChildren().addAll(title, day, look);
          if (!key.isEmpty()) {
            row.getChildren().add(wrong);
          }
        },
        model.thenProperty(),
        model.wrongProperty());
    return row;
  }

  private ComboBox<String> questions() {
    Map<String, String> names = new TreeMap<>();
    List<String> fields = new ArrayList<>(List.of(""));
    for (Told each : model.questions()) {
      names.put(each.line().field(), words.question(each.field(), each.line().field()));
      fields.add(each.line().field());
    }
    ComboBox<String> combo =
        Parts.combo(
            "history-question",
            ui.get("history.question"),
            fields,
            field ->
                field.isEmpty()
                    ? ui.get("history.question.all")
                    : names.getOrDefault(field, field));
    combo.setValue(model.questionProperty().get());
    combo.setPrefWidth(ui.px(260));
    combo.getButtonCell().getStyleClass().add("shrinks");
    combo
        .valueProperty()
        .addListener((_, _, now) -> model.questionProperty().set(now == null ? "" : now));
    return combo;
  }

  // Changes

  private Node changes() {
    TableView<Told> table =
        Tables.table(
            "history-table",
            ui.get("history.title"),
            model.lines(),
            Parts.paragraph(ui.get("history.none"), "muted", "empty-words"));
    TableColumn<Told, Told> when =
        Tables.text(
            ui.get("history.when"),
            ui.px(130),
            each -> ui.words().texts().dateTime(each.line().when()));
    when.setComparator((a, b) -> a.line().when().compareTo(b.line().when()));
    TableColumn<Told, Told> who =
        Tables.text(ui.get("history.who"), ui.px(130), each -> each.line().who());
    TableColumn<Told, Told> old = Tables.text(ui.get("history.old"), ui.px(120), each -> old(each));
    TableColumn<Told, Told> source =
        Tables.text(ui.get("history.from"), ui.px(220), each -> words.source(each.line()));
    TableColumn<Told, Told> note =
        Tables.node(ui.get("history.note"), ui.px(170), each -> note(each.line()));
    table
        .getColumns()
        .setAll(
            List.of(
                when,
                who,
                Tables.text(ui.get("history.question"), ui.px(190), this::question),
                old,
                Tables.node(
                    ui.get("history.new"),
                    ui.px(130),
                    each -> Parts.shrinking(fresh(each), "bold")),
                source,
                note));
    Tables.fold(table, source, who, old);
    VBox detail = new VBox();
    detail.setId("history-detail");
    Follow.with(
        detail,
        () -> {
          Told selected = table.getSelectionModel().getSelectedItem();
          Told chosen =
              selected != null || model.lines().isEmpty() ? selected : model.lines().getFirst();
          detail.getChildren().setAll(chosen == null ? List.of() : List.of(detail(chosen)));
        },
        table.getSelectionModel().selectedItemProperty(),
        model.lines());
    VBox box = new VBox(Tables.boxed(table), detail);
    box.getStyleClass().add("column");
    return box;
  }

  private String question(Told told) {
    String question = words.question(told.field(), told.line().field());
    return told.rowName().isEmpty() ? question : told.rowName() + ": " + question;
  }

  private String old(Told told) {
    return words.value(form(), told.field(), told.line().field(), told.line().oldValue());
  }

  private String fresh(Told told) {
    HistoryLine line = told.line();
    return line.isContested()
        ? words.values(form(), told.field(), line.field(), line.came())
        : words.value(form(), told.field(), line.field(), line.newValue());
  }

  private @org.jspecify.annotations.Nullable Form form() {
    return model.formProperty().get();
  }

  private Node note(HistoryLine line) {
    if (line.withdrawn()) {
      return Parts.state("mdomz-undo", ui.get("history.withdrawn"), Tone.WARNING);
    }
    if (line.isDecision()) {
      return Parts.state("mdoal-gavel", ui.get("history.decided.short"), Tone.ACCENT);
    }
    if (line.isContested()) {
      return Parts.state("mdoal-compare_arrows", ui.get("history.contested"), Tone.WARNING);
    }
    if (line.late()) {
      return Parts.state("mdoal-history", ui.get("history.late"), Tone.NEUTRAL);
    }
    return new VBox();
  }

  private Node detail(Told told) {
    HistoryLine line = told.line();
    GridPane facts = new GridPane();
    facts.getStyleClass().add("side-facts");
    fact(facts, "history.old", old(told));
    fact(facts, "history.new", fresh(told));
    fact(facts, "history.who", line.who() + ", " + ui.words().texts().dateTime(line.when()));
    if (!line.file().isEmpty()) {
      fact(facts, "history.file", line.file());
    }
    if (line.row() > 0) {
      fact(facts, "history.row", ui.get("history.address", line.sheet(), line.row()));
    }
    fact(facts, "history.batch.word", "#" + line.batch() + " · " + kind(line));
    VBox card = Parts.card(Parts.paragraph(question(told), "section-title"), facts);
    if (line.isContested()) {
      String came = words.values(form(), told.field(), line.field(), line.came());
      card.getChildren().add(Parts.paragraph(ui.get("history.contested.text", came)));
    }
    if (line.isDecision()) {
      String lost = words.values(form(), told.field(), line.field(), line.lost());
      Label decided = Parts.paragraph(ui.get("history.decided", line.who(), lost));
      decided.setId("history-decided");
      card.getChildren().add(decided);
    }
    if (line.withdrawn()) {
      card.getChildren().add(Parts.paragraph(ui.get("history.withdrawn.text"), "muted"));
    } else if (!line.late()) {
      card.getChildren()
          .add(
              Parts.row(
                  Parts.button(
                      "history-undo",
                      ui.get("undo.open", line.batch()),
                      "mdomz-undo",
                      () -> ui.navigator().go(new Place.Undo(line.batch())))));
    }
    if (line.late()) {
      card.getChildren().add(Parts.paragraph(ui.get("history.late.text"), "muted"));
    }
    return card;
  }

  private String kind(HistoryLine line) {
    return ui.get("history.kind." + line.kind().name().toLowerCase(java.util.Locale.ROOT));
  }

  private void fact(GridPane facts, String key, String value) {
    facts.addRow(facts.getRowCount(), Parts.label(ui.get(key), "small"), Parts.paragraph(value));
  }

  // The record on a day

  private Node past() {
    TableView<Answered> table =
        Tables.table(
            "history-past",
            ui.get("history.day"),
            model.answers(),
            Parts.paragraph(ui.get("history.past.none"), "muted", "empty-words"));
    VBox head = new VBox();
    head.getStyleClass().add("column");
    Follow.with(head, () -> head.getChildren().setAll(pastHead(table)), model.thenProperty());
    VBox box = new VBox(head, Tables.boxed(table));
    box.getStyleClass().add("column");
    return box;
  }

  private List<Node> pastHead(TableView<Answered> table) {
    HistoryModel.Then then = model.thenProperty().get();
    if (then == null) {
      return List.of();
    }
    String day = ui.words().texts().date(then.day());
    TableColumn<Answered, Answered> now =
        Tables.text(ui.get("history.now"), ui.px(220), each -> value(each, each.now()));
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(ui.get("history.question"), ui.px(280), this::question),
                Tables.node(
                    ui.get("history.on", ui.words().texts().shortDate(then.day())),
                    ui.px(240),
                    each -> Parts.shrinking(shown(each), "bold")),
                now,
                Tables.node(
                    ui.get("history.note"),
                    ui.px(130),
                    each ->
                        each.differs()
                            ? Parts.state(
                                "mdoal-compare_arrows", ui.get("history.differs"), Tone.WARNING)
                            : new VBox())));
    Tables.fold(table, now);
    List<Node> nodes = new ArrayList<>();
    var last = then.last();
    nodes.add(
        Parts.paragraph(
            last == null
                ? ui.get("history.past.notYet", day)
                : ui.get("history.past.sub", day, words.batch(last))));
    if (!then.undone().isEmpty()) {
      String batches = String.join("; ", then.undone().stream().map(words::batch).toList());
      Node warning =
          Parts.message("mdomz-warning", ui.get("history.past.undone", batches), Tone.WARNING);
      warning.setId("history-undone");
      nodes.add(warning);
    }
    return nodes;
  }

  private String question(Answered answered) {
    String question = words.question(answered.field(), answered.name());
    return answered.rowName().isEmpty() ? question : answered.rowName() + ": " + question;
  }

  private String value(Answered answered, String value) {
    return words.value(form(), answered.field(), answered.name(), value);
  }

  private String shown(Answered answered) {
    String value = value(answered, answered.then());
    return answered.others().isEmpty()
        ? value
        : ui.get(
            "history.past.conflict",
            value,
            words.values(form(), answered.field(), answered.name(), answered.others()));
  }
}
