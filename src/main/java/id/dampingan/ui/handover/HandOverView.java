package id.dampingan.ui.handover;

import id.dampingan.exchange.HandOverErrand;
import id.dampingan.report.paper.HandOver;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tables;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// From whom, to whom, what; then the record to sign and the workspace closed.
public final class HandOverView implements Screen {
  private final HandOverModel model;
  private final Ui ui;

  public HandOverView(HandOverModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Node build(Heading heading) {
    heading.titleProperty().set(ui.get("handover.title"));
    heading.subtitleProperty().set(ui.get("handover.sub"));
    VBox page = new VBox();
    page.getStyleClass().add("page");
    Follow.with(
        page,
        () -> {
          HandOverErrand.Done done = model.doneProperty().get();
          page.getChildren().setAll(done == null ? List.of(people(), what()) : List.of(done(done)));
        },
        model.doneProperty(),
        model.previewProperty());
    VBox whole = new VBox(Parts.scrolling(page));
    VBox.setVgrow(whole.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
    whole.getChildren().addAll(said(), bar());
    return whole;
  }

  private Node people() {
    ComboBox<String> from =
        Parts.combo("handover-from", ui.get("handover.from"), model.users(), each -> each);
    from.setValue(model.leaverProperty().get());
    from.setOnAction(_ -> model.leaverProperty().set(from.getValue()));
    List<String> others = new ArrayList<>();
    others.add("");
    model.users().stream()
        .filter(each -> !each.equals(model.leaverProperty().get()))
        .forEach(others::add);
    ComboBox<String> to =
        Parts.combo(
            "handover-to",
            ui.get("handover.to"),
            others,
            each -> each.isEmpty() ? ui.get("handover.new") : each);
    if (!others.contains(model.knownProperty().get())) {
      model.knownProperty().set("");
    }
    to.setValue(model.knownProperty().get());
    to.setOnAction(_ -> {
      String chosen = to.getValue();
      model.knownProperty().set(chosen == null ? "" : chosen);
    });
    FlowPane fresh =
        flow(
            typed(new TextField(), "handover-name", "handover.name", model.nameProperty()),
            typed(
                new PasswordField(),
                "handover-password",
                "handover.password",
                model.passwordProperty()),
            typed(
                new PasswordField(), "handover-repeat", "start.repeat", model.repeatedProperty()));
    fresh.visibleProperty().bind(model.knownProperty().isEmpty());
    fresh.managedProperty().bind(fresh.visibleProperty());
    ToggleGroup where = new ToggleGroup();
    ToggleButton here =
        Parts.segment(
            "handover-here",
            ui.get("handover.here"),
            null,
            where,
            !model.elsewhereProperty().get());
    here.setOnAction(_ -> model.elsewhereProperty().set(false));
    ToggleButton there =
        Parts.segment(
            "handover-there",
            ui.get("handover.there"),
            null,
            where,
            model.elsewhereProperty().get());
    there.setOnAction(_ -> model.elsewhereProperty().set(true));
    return Parts.card(
        flow(
            named("handover.from", from),
            named("handover.to", to),
            named(
                "handover.place",
                typed(
                    new TextField(),
                    "handover-place",
                    "handover.place",
                    model.locationProperty()))),
        fresh,
        Parts.segments(where, here, there),
        Parts.paragraph(ui.get("handover.there.text"), "muted"));
  }

  private Node what() {
    HandOver preview = model.previewProperty().get();
    List<HandOver.Line> lines = preview == null ? List.of() : preview.lines();
    TableView<HandOver.Line> table =
        Tables.table(
            "handover-table",
            ui.get("handover.what"),
            FXCollections.observableArrayList(lines),
            Parts.label(ui.get("handover.nothing"), "muted"));
    TableColumn<HandOver.Line, HandOver.Line> all = number("handover.all", HandOver.Line::all);
    TableColumn<HandOver.Line, HandOver.Line> draft =
        number("villages.draft", HandOver.Line::draft);
    TableColumn<HandOver.Line, HandOver.Line> unsent =
        number("handover.unsent", HandOver.Line::unsent);
    table
        .getColumns()
        .setAll(
            List.of(
                Tables.text(
                    ui.get("handover.village"), ui.px(170), line -> model.village(line.village())),
                Tables.text(
                    ui.get("send.column.form"),
                    ui.px(240),
                    line -> model.title(line.form(), ui.language())),
                all,
                draft,
                unsent));
    Tables.fold(table, all);
    Tables.fitRows(table, ui.px(32), 8);
    return Parts.column(Parts.sectionHeader(ui.get("handover.what"), ""), Tables.boxed(table));
  }

  private TableColumn<HandOver.Line, HandOver.Line> number(
      String key, java.util.function.ToIntFunction<HandOver.Line> of) {
    return Tables.number(
        ui.get(key),
        ui.px(110),
        line -> (long) of.applyAsInt(line),
        line -> ui.words().texts().number(of.applyAsInt(line)));
  }

  private Node done(HandOverErrand.Done done) {
    Label code = Parts.label(done.recoveryCode(), "recovery-code");
    code.setId("handover-code");
    VBox card =
        Parts.card(
            Parts.paragraph(ui.get("handover.moved", done.moved()), "bold"),
            Parts.paragraph(ui.get("handover.code"), "muted"),
            code,
            Parts.paragraph(ui.get("handover.lock"), "muted"));
    if (done.batch() > 0) {
      card.getChildren()
          .add(Parts.row(Parts.link("handover-undo", ui.get("handover.undo"), model::undo)));
    }
    return card;
  }

  private Node said() {
    HBox box = Parts.message("mdoal-info", "", Tone.ACCENT);
    Label words = (Label) box.getChildren().get(1);
    words.setId("handover-said");
    Follow.with(
        box,
        () -> {
          HandOverModel.Said said = model.saidProperty().get();
          box.setVisible(said != null);
          box.setManaged(said != null);
          if (said != null) {
            words.setText(ui.get(said.key(), said.argument()));
            box.getStyleClass().removeAll(Tone.ACCENT.style(), Tone.DANGER.style());
            box.getStyleClass().add((said.wrong() ? Tone.DANGER : Tone.ACCENT).style());
          }
        },
        model.saidProperty());
    return box;
  }

  private Node bar() {
    FlowPane bar = flow();
    bar.getStyleClass().add("action-bar");
    Button paper =
        Parts.button("handover-paper", ui.get("handover.paper"), "mdomz-print", this::paper);
    Follow.with(
        bar,
        () -> {
          bar.getChildren().setAll(paper);
          if (model.doneProperty().get() == null) {
            TextField word =
                typed(new TextField(), "handover-word", "handover.type", model.wordProperty());
            word.setPromptText(ui.get("handover.type", ui.get("handover.word")));
            word.setAccessibleText(ui.get("handover.type", ui.get("handover.word")));
            word.setPrefWidth(ui.px(250));
            Button go = Parts.primary("handover-go", ui.get("handover.go"), null, this::handOver);
            go.disableProperty().bind(model.busyProperty());
            bar.getChildren().addAll(word, go);
          } else {
            bar.getChildren()
                .add(
                    Parts.primary(
                        "handover-leave", ui.get("handover.leave"), "mdoal-lock", model::leave));
          }
        },
        model.doneProperty());
    return bar;
  }

  private void paper() {
    ui.files()
        .save(ui.get("handover.paper"), "PDF", "*.pdf", model.proposedName(".pdf"))
        .ifPresent(model::paper);
  }

  private void handOver() {
    if (!model.isReady()) {
      return;
    }
    if (!model.elsewhereProperty().get()) {
      model.handOver(null);
      return;
    }
    ui.files()
        .save(
            ui.get("handover.there"),
            ui.get("start.restoreKind"),
            "*.zip",
            model.proposedName(".zip"))
        .ifPresent(model::handOver);
  }

  private TextField typed(TextField field, String id, String key, StringProperty value) {
    field.setId(id);
    field.setPromptText(ui.get(key));
    field.setAccessibleText(ui.get(key));
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private Node named(String key, Node control) {
    return new VBox(Parts.label(ui.get(key), "field-label"), control);
  }

  private static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(nodes);
    flow.getStyleClass().add("filters");
    return flow;
  }
}
