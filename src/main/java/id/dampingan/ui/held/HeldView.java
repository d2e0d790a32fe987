package id.dampingan.ui.held;

import id.dampingan.form.Field;
import id.dampingan.form.Form;
import id.dampingan.form.FormTable;
import id.dampingan.submission.ProblemCode;
import id.dampingan.text.Masking;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cells that wait by reason; below them the one selected, with a field to mend it in.
public final class HeldView implements Screen {
  private static final int LONG_NUMBER = 10;
  private static final int MOST_OTHERS = 6;

  private final HeldModel model;
  private final Ui ui;
  private boolean typing;
  private @Nullable TextField mend;

  public HeldView(HeldModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("rail.held"));
    heading.subtitleProperty().set(heading.isNarrow() ? "" : ui.get("held.sub"));
    BorderPane page = new BorderPane();
    Node content = content();
    Node bar = bar();
    Node side = heading.isNarrow() ? null : side();
    Follow.with(
        page,
        () -> {
          boolean loaded = model.loadedProperty().get();
          boolean any = loaded && model.count() > 0;
          page.setLeft(any ? side : null);
          page.setBottom(any ? bar : null);
          page.setCenter(
              !loaded
                  ? null
                  : any ? content : Parts.empty("mdoal-check_circle", ui.get("held.none")));
        },
        model.loadedProperty(),
        model.lines());
    return page;
  }

  private Node side() {
    VBox reasons = new VBox();
    reasons.getStyleClass().addAll("side", "held-reasons");
    reasons.setMinWidth(ui.px(230));
    reasons.setPrefWidth(ui.px(250));
    reasons.setMaxWidth(ui.px(250));
    Follow.with(
        reasons,
        () -> {
          reasons.getChildren().setAll(reason(null, ui.get("held.all"), model.count()));
          model
              .reasons()
              .forEach(
                  (code, count) -> reasons.getChildren().add(reason(code, title(code), count)));
        },
        model.lines(),
        model.reasonProperty());
    return reasons;
  }

  private String title(ProblemCode code) {
    String key = "held.reason." + code.name();
    return ui.get(ui.words().texts().has(key) ? key : "held.reason.other");
  }

  private Node reason(@Nullable ProblemCode code, String title, int count) {
    Label word = Parts.shrinking(title);
    HBox.setHgrow(word, javafx.scene.layout.Priority.ALWAYS);
    word.setMaxWidth(Double.MAX_VALUE);
    HBox content =
        Parts.row(
            word, Parts.badge(Integer.toString(count), code == null ? Tone.NEUTRAL : Tone.DANGER));
    Button button = new Button();
    button.setGraphic(content);
    button.setAccessibleText(title + ", " + count);
    button.setId("held-reason-" + (code == null ? "all" : code.name()));
    button.getStyleClass().addAll("flat", "section-button");
    if (model.reasonProperty().get() == code) {
      button.getStyleClass().add("here");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(button.widthProperty().subtract(ui.px(28)));
    button.setOnAction(_ -> model.reasonProperty().set(code));
    return button;
  }

  private Node content() {
    TextField search = new TextField();
    search.setId("held-search");
    search.setPromptText(ui.get("held.search"));
    search.setAccessibleText(ui.get("held.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    VBox card = Parts.card();
    card.getStyleClass().add("subtle-card");
    Follow.with(card, () -> fill(card), model.selectedProperty());
    VBox page = new VBox(search, Tables.boxed(table()), card);
    page.getStyleClass().add("page");
    return page;
  }

  private TableView<HeldModel.Line> table() {
    TableView<HeldModel.Line> table =
        Tables.table(
            "held-table",
            ui.get("rail.held"),
            model.lines(),
            Parts.paragraph(ui.get("held.filteredOut"), "muted", "empty-words"));
    TableColumn<HeldModel.Line, HeldModel.Line> tick =
        Tables.node(ui.get("held.tick"), ui.px(60), this::tick);
    TableColumn<HeldModel.Line, HeldModel.Line> file =
        Tables.text(ui.get("held.file"), ui.px(150), line -> line.hold().row().address().file());
    TableColumn<HeldModel.Line, HeldModel.Line> sender =
        Tables.text(ui.get("reception.sender"), ui.px(120), line -> line.hold().sender());
    TableColumn<HeldModel.Line, HeldModel.Line> record =
        Tables.text(ui.get("conflict.record"), ui.px(150), this::name);
    table
        .getColumns()
        .setAll(
            List.of(
                tick,
                record,
                Tables.text(
                    ui.get("held.cell"),
                    ui.px(130),
                    line -> line.hold().row().address().sheet() + " " + line.cell().cell()),
                Tables.text(ui.get("held.question"), ui.px(140), HeldView.this::question),
                Tables.text(
                    ui.get("held.value"), ui.px(130), line -> shown(line, line.cell().value())),
                file,
                sender));
    Tables.fold(table, sender, file, record);
    Tables.onOpen(
        table,
        _ -> {
          if (mend != null) {
            mend.requestFocus();
          }
        });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (line != null) {
            model.selectedProperty().set(line);
          }
        });
    Follow.with(
        table,
        () -> {
          HeldModel.Line now = model.selectedProperty().get();
          if (now != null && now != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(now);
          }
        },
        model.selectedProperty());
    return table;
  }

  private Node tick(HeldModel.Line line) {
    CheckBox tick = new CheckBox();
    tick.setAccessibleText(ui.get("held.tick") + " " + name(line));
    tick.setSelected(model.chosen().contains(line.hold().id()));
    tick.selectedProperty()
        .addListener((_, _, now) -> {
          if (now) {
            model.chosen().add(line.hold().id());
          } else {
            model.chosen().remove(line.hold().id());
          }
        });
    return tick;
  }

  private void fill(VBox card) {
    HeldModel.Line line = model.selectedProperty().get();
    boolean again = typing;
    mend = null;
    typing = false;
    card.getChildren().clear();
    card.setVisible(line != null);
    if (line == null) {
      return;
    }
    Sentences sentences = Sentences.in(ui.language());
    card.getChildren()
        .addAll(
            Parts.row(
                Parts.label(line.cell().cell(), "section-title"),
                Parts.shrinking(name(line) + " · " + question(line), "muted")),
            Parts.paragraph(
                sentences.reason(line.cell().problem())
                    + " "
                    + sentences.remedy(line.cell().problem())));
    String others = others(line);
    if (!others.isEmpty()) {
      card.getChildren().add(Parts.paragraph(others, "small"));
    }
    card.getChildren()
        .add(line.isMendable() ? mending(line) : Parts.paragraph(ui.get("held.onlyBack"), "muted"));
    TextField field = mend;
    if (again && field != null) {
      javafx.application.Platform.runLater(field::requestFocus);
    }
  }

  private Node mending(HeldModel.Line line) {
    TextField field = new TextField();
    field.setId("held-mend");
    field.setPromptText(ui.get("held.mend"));
    field.setAccessibleText(ui.get("held.mend") + ": " + question(line));
    field.setPrefWidth(ui.px(240));
    Runnable take =
        () -> {
          typing = true;
          model.mend(field.getText());
        };
    field.setOnAction(_ -> take.run());
    mend = field;
    FlowPane deeds =
        new FlowPane(field, Parts.button("held-take", ui.get("held.take"), "mdoal-check", take));
    if (!line.earlier().isEmpty()) {
      deeds
          .getChildren()
          .add(
              Parts.button(
                  "held-earlier",
                  ui.get("held.earlier", shown(line, line.earlier())),
                  null,
                  () -> {
                    typing = true;
                    model.mend(line.earlier());
                  }));
    }
    deeds.getStyleClass().add("filters");
    return deeds;
  }

  private String name(HeldModel.Line line) {
    Form form = line.form();
    FormTable table = line.table();
    if (form == null || table == null) {
      return line.hold().row().form();
    }
    String name =
        model
            .desk()
            .labels()
            .name(
                form,
                table,
                field -> line.hold().row().values().getOrDefault(field, ""),
                ui.words().texts());
    return name.isEmpty() ? ui.get("list.unnamed") : name;
  }

  private String question(HeldModel.Line line) {
    Field field = line.field();
    return field == null ? line.cell().field() : field.label().in(ui.language());
  }

  /// The answers that tell the row apart.
  private String others(HeldModel.Line line) {
    Form form = line.form();
    FormTable table = line.table();
    if (form == null || table == null) {
      return "";
    }
    return table.fields().stream()
        .filter(field -> !field.name().equals(line.cell().field()) && !field.derived())
        .filter(field -> !line.hold().row().values().getOrDefault(field.name(), "").isEmpty())
        .limit(MOST_OTHERS)
        .map(field ->
            field.label().in(ui.language())
                + ": "
                + model
                    .desk()
                    .labels()
                    .value(
                        form,
                        field,
                        line.hold().row().values().getOrDefault(field.name(), ""),
                        ui.words().texts()))
        .collect(Collectors.joining(" · "));
  }

  /// Numbers of persons are masked, and so are long numbers whose question is not known.
  private static String shown(HeldModel.Line line, String value) {
    Field field = line.field();
    boolean personal =
        (field != null && !field.number().isEmpty())
            || (value.length() >= LONG_NUMBER && value.chars().allMatch(Character::isDigit));
    return personal ? Masking.number(value) : value;
  }

  private Node bar() {
    Label count = Parts.label("", "muted");
    Button back =
        Parts.primary(
            "held-return",
            "",
            "mdomz-reply",
            () ->
                ui.files()
                    .save(
                        ui.get("held.return"),
                        ui.get("send.kind.workbook"),
                        "*.xlsx",
                        "Dampingan_kirim-balik_" + LocalDate.now(ui.clock()) + ".xlsx")
                    .ifPresent(model::giveBack));
    HBox bar = Parts.row(count, Parts.spring(), back);
    bar.getStyleClass().add("action-bar");
    Follow.with(
        bar,
        () -> {
          count.setText(ui.count("held.count", model.count()));
          back.setText(
              model.chosen().isEmpty()
                  ? ui.get("held.return")
                  : ui.count("held.return.chosen", model.chosen().size()));
        },
        model.lines(),
        model.chosen());
    return bar;
  }
}
