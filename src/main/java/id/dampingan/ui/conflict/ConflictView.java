package id.dampingan.ui.conflict;

import id.dampingan.form.Field;
import id.dampingan.submission.Candidate;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Heading;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Screen;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Left the conflicts by record; right the candidates side by side, chosen by `1 2 3`.
public final class ConflictView implements Screen {
  private final ConflictModel model;
  private final RuleModel rules;
  private final ConflictWords words;
  private final CandidateCards cards;
  private final RuleBar bar;
  private final Ui ui;
  private boolean tight;
  private boolean stacked;

  public ConflictView(ConflictModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    this.words = new ConflictWords(model.desk(), ui);
    this.rules = new RuleModel(model, ui);
    this.cards = new CandidateCards(model, words, ui);
    this.bar = new RuleBar(model, rules, words, ui);
  }

  @Override
  public void shown() {
    model.refresh();
    rules.refresh();
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
    heading.subtitleProperty().set(heading.isNarrow() ? "" : ui.get("conflict.sub"));
    Button undo = Parts.button("conflict-undo", ui.get("conflict.undo"), "mdomz-undo", model::undo);
    heading.actions().add(undo);
    Follow.with(undo, () -> undo.setDisable(!model.canUndo()), model.conflicts());
    tight = heading.isTight();
    stacked = heading.isNarrow();
    BorderPane page = new BorderPane();
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Node side = tight ? null : side();
    Node detail = detail();
    Follow.with(
        page,
        () -> {
          boolean loaded = model.loadedProperty().get();
          boolean any = loaded && model.count() > 0;
          boolean first = page.getCenter() == null || page.getCenter() != detail;
          page.setLeft(any ? side : null);
          page.setCenter(
              !loaded
                  ? null
                  : any ? detail : Parts.empty("mdoal-check_circle", ui.get("conflict.none")));
          if (any && first) {
            Platform.runLater(detail::requestFocus);
          }
        },
        model.loadedProperty(),
        model.conflicts());
    return page;
  }

  private Node side() {
    ListView<Conflict> list = new ListView<>(model.conflicts());
    list.setId("conflict-list");
    list.setAccessibleText(ui.get("rail.conflicts"));
    list.getStyleClass().add("conflict-list");
    list.setCellFactory(_ -> new ConflictCell(words, ui));
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
          Conflict now = model.selectedProperty().get();
          if (now != null && now != list.getSelectionModel().getSelectedItem()) {
            list.getSelectionModel().select(now);
            list.scrollTo(Math.max(0, model.conflicts().indexOf(now) - 3));
          }
        },
        model.selectedProperty());
    VBox filters = new VBox();
    filters.getStyleClass().addAll("column", "conflict-filters");
    VBox head = new VBox();
    Follow.with(
        head,
        () -> {
          head.getChildren()
              .setAll(
                  Parts.sectionHeader(
                      ui.count("conflict.count", model.count()),
                      ui.count("conflict.records", model.records())));
          if (model.decided() > 0) {
            head.getChildren()
                .add(
                    Parts.state(
                        "mdoal-check", ui.get("conflict.done", model.decided()), Tone.SUCCESS));
          }
          filters
              .getChildren()
              .setAll(
                  filter(
                      "village",
                      model.villageProperty(),
                      model.values(each -> each.row().village()),
                      code -> model.desk().village(code).name()),
                  filter(
                      "form",
                      model.formProperty(),
                      model.values(each -> each.form().id()),
                      id ->
                          model
                              .desk()
                              .store()
                              .form(id)
                              .map(form -> model.desk().title(form, ui.language()))
                              .orElse(id)),
                  filter(
                      "field",
                      model.fieldProperty(),
                      model.values(Conflict::fieldName),
                      this::question));
        },
        model.conflicts());
    VBox side = new VBox(head, filters, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    side.getStyleClass().addAll("side", "conflict-side");
    side.setPrefWidth(ui.px(272));
    side.setMinWidth(ui.px(220));
    side.setMaxWidth(ui.px(272));
    return side;
  }

  private String question(String fieldName) {
    return model.conflicts().stream()
        .filter(each -> each.fieldName().equals(fieldName))
        .findFirst()
        .map(words::question)
        .orElse(fieldName);
  }

  private Node filter(
      String name, StringProperty chosen, List<String> values, UnaryOperator<String> word) {
    ComboBox<String> combo =
        Parts.combo(
            "conflict-" + name,
            ui.get("conflict.filter." + name),
            Stream.concat(Stream.of(""), values.stream()).toList(),
            value -> value.isEmpty() ? ui.get("conflict.all." + name) : word.apply(value));
    combo.setValue(values.contains(chosen.get()) ? chosen.get() : "");
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.getButtonCell().getStyleClass().add("shrinks");
    combo.valueProperty().addListener((_, _, now) -> chosen.set(now == null ? "" : now));
    return combo;
  }

  private Node detail() {
    VBox box = new VBox();
    box.getStyleClass().add("page");
    Follow.with(
        box,
        () -> {
          Conflict conflict = model.selectedProperty().get();
          boolean hadFocus = box.isFocusWithin();
          box.getChildren().clear();
          if (hadFocus) {
            box.requestFocus(); // the keys must find us
          }
          if (conflict == null) {
            box.getChildren().add(Parts.paragraph(ui.get("conflict.filteredOut"), "muted"));
          } else if (rules.previewingProperty().get() && rules.planProperty().get() != null) {
            box.getChildren().add(bar.preview());
          } else {
            box.getChildren()
                .addAll(
                    head(conflict), cards.of(conflict, stacked), deeds(conflict), rest(conflict));
          }
        },
        model.selectedProperty(),
        model.knownProperty(),
        model.markedProperty(),
        rules.previewingProperty(),
        rules.planProperty());
    BorderPane detail = new BorderPane(Parts.scrolling(box));
    VBox foot = new VBox(bar.build());
    foot.getStyleClass().add("rule-foot");
    detail.setBottom(foot);
    return detail;
  }

  private Node head(Conflict conflict) {
    String round = conflict.row().round();
    return Parts.row(
        Parts.shrinking(words.question(conflict), "section-title"),
        Parts.shrinking(
            words.name(conflict)
                + " · "
                + words.place(conflict)
                + (round.isEmpty() ? "" : " · " + ui.words().texts().round(round)),
            "muted"),
        Parts.spring(),
        Parts.label(
            ui.get(
                "conflict.of", model.conflicts().indexOf(conflict) + 1, model.conflicts().size()),
            "muted"),
        Parts.link(
            "conflict-history",
            ui.get("history.open"),
            () ->
                ui.navigator()
                    .go(
                        new Place.History(
                            conflict.row().submission().root(),
                            conflict.row().submission().uuid(),
                            conflict.fieldName()))),
        Parts.link(
            "conflict-open",
            ui.get("conflict.open"),
            () -> ui.navigator().go(new Place.Entry(conflict.row().submission().root()))));
  }

  private Node deeds(Conflict conflict) {
    TextField other = new TextField();
    other.setId("conflict-other");
    other.setPromptText(ui.get("conflict.other"));
    other.setAccessibleText(ui.get("conflict.other"));
    other.setPrefWidth(ui.px(240));
    other.setOnAction(_ -> model.decide(other.getText()));
    Button split =
        Parts.button("conflict-split", ui.get("conflict.split"), "mdoal-call_split", model::split);
    split.setDisable(model.markedProperty().get() == 0);
    Button skip = Parts.button("conflict-skip", ui.get("conflict.skip"), null, () -> model.skip(1));
    FlowPane deeds = new FlowPane(other, split, skip);
    int marked = model.markedProperty().get();
    if (marked > 0) {
      Candidate candidate = conflict.candidates().get(marked - 1);
      Button take =
          Parts.primary("conflict-take", ui.get("conflict.take"), null, model::chooseMarked);
      take.setGraphic(Parts.key("Enter"));
      take.setAccessibleText(
          ui.get("conflict.take") + " " + words.value(conflict, candidate.value()));
      deeds.getChildren().add(take);
    }
    deeds.getStyleClass().add("filters");
    return deeds;
  }

  /// The rest of the record, folded.
  private Node rest(Conflict conflict) {
    List<Field> others =
        conflict.table().fields().stream()
            .filter(field -> !field.name().equals(conflict.fieldName()))
            .filter(field -> !conflict.row().value(field.name()).isEmpty())
            .toList();
    VBox content = new VBox();
    ToggleButton fold = new ToggleButton(ui.count("conflict.rest", others.size()));
    fold.setId("conflict-rest");
    fold.getStyleClass().add("flat");
    fold.setGraphic(Parts.icon("mdoal-chevron_right"));
    fold.setOnAction(_ -> {
      fold.setGraphic(Parts.icon(fold.isSelected() ? "mdoal-expand_more" : "mdoal-chevron_right"));
      content
          .getChildren()
          .setAll(fold.isSelected() ? List.of(answers(conflict, others)) : List.of());
    });
    return new VBox(fold, content);
  }

  private Node answers(Conflict conflict, List<Field> fields) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("key-grid", "card");
    for (Field field : fields) {
      String value =
          model
              .desk()
              .labels()
              .value(
                  conflict.form(), field, conflict.row().value(field.name()), ui.words().texts());
      var label = Parts.paragraph(field.label().in(ui.language()), "small");
      label.setMaxWidth(ui.px(280));
      grid.addRow(grid.getRowCount(), label, Parts.paragraph(value));
    }
    return grid;
  }

  private void onKey(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.getTarget() instanceof ComboBoxBase<?>
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    boolean onCandidate =
        event.getTarget() instanceof ButtonBase button
            && button.getStyleClass().contains("candidate");
    boolean onButton = event.getTarget() instanceof ButtonBase && !onCandidate;
    if (code.isDigitKey()) {
      model.choose(code.getName().charAt(code.getName().length() - 1) - '0');
    } else if (code == KeyCode.P) {
      model.split();
    } else if (code == KeyCode.S) {
      model.skip(event.isShiftDown() ? -1 : 1);
    } else if (code == KeyCode.ENTER && !onButton && model.markedProperty().get() > 0) {
      model.chooseMarked();
    } else if (code == KeyCode.LEFT && !onButton) {
      model.mark(-1);
    } else if (code == KeyCode.RIGHT && !onButton) {
      model.mark(1);
    } else {
      return;
    }
    event.consume();
  }
}
