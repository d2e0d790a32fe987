package id.dampingan.ui.entry;

import id.dampingan.form.Answer;
import id.dampingan.form.Form;
import id.dampingan.form.Question;
import id.dampingan.submission.Missing;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Follow;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Place;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One question on the screen: its label, the control of its answer or why there is none, hint and
/// problem, what was known before, and who else has this number or name.
final class QuestionRow implements Asker, ListedRow {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final EntryModel model;
  private final Ui ui;
  private final Form form;
  private final Consumer<ListedRow> next;
  private final Spot spot;
  private final String shape;
  private final AnswerControl control;
  private final Label label = Parts.paragraph("", "question-label");
  private final Label hint = Parts.paragraph("", "small", "question-hint");
  private final Label problem = Parts.paragraph("", "question-problem");
  private final Label before = Parts.paragraph("", "small", "question-before");
  private final Label missing = Parts.pill("mdoal-help_outline", "", Tone.NEUTRAL);
  private final Button answerAfterAll;
  private final HBox missingRow;
  private final VBox twins = new VBox();
  private final @Nullable WhyRow whyRow;
  private final Region node;
  private String value = "";

  /// @param next goes to the question after this one
  QuestionRow(
      Question question,
      EntryModel model,
      Ui ui,
      Form form,
      boolean narrow,
      Consumer<ListedRow> next) {
    this.model = model;
    this.ui = ui;
    this.form = form;
    this.next = next;
    this.spot = new Spot(question.row(), question.field());
    this.shape = shapeOf(question);
    this.control = AnswerControl.of(question, this, narrow);
    this.answerAfterAll =
        Parts.button(
            "answer-" + question.field(), ui.get("entry.missing.answer"), null, this::clear);
    answerAfterAll.getStyleClass().addAll("compact", "flat", "link-button");
    answerAfterAll.addEventFilter(KeyEvent.KEY_PRESSED, this::onMissingKey);
    this.missingRow = Parts.row(missing, answerAfterAll);
    missingRow.setMinHeight(ui.px(32));
    this.whyRow = model.reasons().isAsking() ? new WhyRow(spot, model.reasons(), ui) : null;
    this.node = build(question, narrow);
    node.setId("question-" + question.field());
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (MissingMenu.isAsked(event) && isAsked()) {
            event.consume();
            MissingMenu.show(value(), ui, this::takeMissing);
          }
        });
  }

  private static String shapeOf(Question question) {
    int choices = question.choices().size();
    return question.type()
        + " "
        + question.readOnly()
        + question.note()
        + (choices <= AnswerControl.FEW)
        + ChoiceButtons.fit(choices);
  }

  @Override
  public boolean fits(Question question) {
    return shapeOf(question).equals(shape);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public boolean isAsked() {
    return !(control instanceof ShownAnswer);
  }

  @Override
  public void focus() {
    if (Missing.is(value)) {
      answerAfterAll.requestFocus();
    } else {
      control.focus();
    }
  }

  @Override
  public void show(Question question, @Nullable Problem shown) {
    String language = ui.language();
    value = question.value();
    label.setText(question.label().in(language));
    label.setGraphic(question.required() ? Parts.label("*", "required") : null);
    set(hint, question.hint().in(language));
    Optional<Missing> why = Missing.of(value);
    see(control.node(), why.isEmpty());
    see(missingRow, why.isPresent());
    if (why.isPresent()) {
      missing.setText(MissingMenu.label(ui, why.get()));
    } else {
      control.show(question);
    }
    if (whyRow != null) {
      whyRow.show(value);
    }
    tell(shown);
  }

  private void tell(@Nullable Problem shown) {
    boolean wrong = shown != null;
    set(problem, shown == null ? "" : Sentences.in(ui.language()).reason(shown));
    control.node().pseudoClassStateChanged(DANGER, wrong);
    control
        .node()
        .lookupAll(".answer")
        .forEach(each -> each.pseudoClassStateChanged(DANGER, wrong));
    control.node().getStyleClass().remove("wrong");
    if (wrong) {
      control.node().getStyleClass().add("wrong");
    }
  }

  private static void set(Label label, String text) {
    label.setText(text);
    see(label, !text.isEmpty());
  }

  private static void see(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }

  private Region build(Question question, boolean narrow) {
    label.setContentDisplay(ContentDisplay.RIGHT);
    problem.setGraphic(Parts.icon("mdoal-error_outline", Tone.DANGER));
    before.setGraphic(Parts.icon("mdoal-compare_arrows", Tone.WARNING));
    see(missingRow, false);
    see(before, false);
    see(twins, false);
    twins.getStyleClass().addAll("column", "tight");
    name(control.node(), question.label().in(ui.language()));
    VBox right = new VBox(control.node(), missingRow, problem, twins, before, hint);
    WhyRow asked = whyRow;
    if (asked != null) {
      right.getChildren().add(3, asked.node());
      right.addEventFilter(KeyEvent.KEY_PRESSED, asked::onKey);
    }
    right.getStyleClass().add("question-right");
    right.setFillWidth(true);
    right
        .focusWithinProperty()
        .addListener((_, _, within) -> {
          if (within) {
            model.look(spot);
          }
        });
    Follow.with(before, this::showBefore, model.revisionProperty(), besideRevision());
    Follow.with(twins, this::showTwins, model.twins().foundProperty());
    if (narrow) {
      VBox box = new VBox(label, right);
      box.getStyleClass().add("question-narrow");
      return box;
    }
    label.setMinWidth(ui.px(168));
    label.setPrefWidth(ui.px(168));
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMaxWidth(ui.px(560));
    HBox box = new HBox(label, right);
    box.getStyleClass().add("question");
    return box;
  }

  private javafx.beans.Observable besideRevision() {
    return model.beside().revisionProperty();
  }

  /// What was known before, where it is not what was found.
  private void showBefore() {
    Earlier.Value known = isAsked() ? model.beside().earlierOf(spot) : null;
    boolean differs =
        known != null && !known.value().equals(value) && !model.beside().isConfirmed(spot);
    set(
        before,
        known == null || !differs
            ? ""
            : ui.get("entry.before.hint", BesidePane.sourceOf(known, ui), shown(known.value())));
  }

  private String shown(String of) {
    return form.table(model.session().tableOf(spot.row()))
        .flatMap(table -> table.field(spot.field()))
        .map(field -> desk().labels().value(form, field, of, ui.words().texts()))
        .orElse(of);
  }

  private void showTwins() {
    Twins.Found found = model.twins().foundProperty().get();
    twins.getChildren().clear();
    boolean mine = found != null && found.spot().equals(spot);
    if (found != null && mine) {
      for (Twins.Twin twin : found.twins()) {
        twins
            .getChildren()
            .add(
                Parts.message(
                    "mdomz-people_outline",
                    ui.get("entry.twin", twin.name(), desk().village(twin.village()).name()),
                    Tone.WARNING,
                    Parts.link(
                        "twin-open",
                        ui.get("entry.twin.open"),
                        () -> ui.navigator().go(new Place.Entry(twin.root())))));
      }
    }
    see(twins, mine);
  }

  /// Every control that can have the focus is called by its question.
  static void name(Node node, String name) {
    if (node instanceof TextInputControl input) {
      input.setAccessibleText(name);
      input.setId(null);
    }
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> name(child, name));
    }
  }

  // Why there is no answer

  private Region value() {
    return Missing.is(value) ? missingRow : (Region) control.node();
  }

  private void takeMissing(String code) {
    answer(code);
    // The menu gives the focus back to where it was before it goes.
    Platform.runLater(this::next);
  }

  private void onMissingKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      next();
    } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      event.consume();
      clear();
    }
  }

  private void clear() {
    answer("");
    control.focus();
  }

  // What the control asks

  @Override
  public void answer(String given) {
    Answer answer = model.answer(spot, given);
    if (!answer.accepted() && answer.problem() != null) {
      tell(answer.problem());
    }
  }

  @Override
  public boolean place(String point) {
    return model.place(spot, point);
  }

  @Override
  public void next() {
    next.accept(this);
  }

  @Override
  public void undo() {
    model.undo();
  }

  @Override
  public void redo() {
    model.redo();
  }

  @Override
  public void typed(String text) {
    model.typed(spot, text, ui.words().texts());
  }

  @Override
  public @Nullable NikCheck check(String nik, NikReading reading) {
    return model.session().has(spot.row())
        ? NikCheck.of(model.session(), spot.row(), nik, reading)
        : null;
  }

  @Override
  public Ui ui() {
    return ui;
  }

  @Override
  public Desk desk() {
    return model.desk();
  }

  @Override
  public Form form() {
    return form;
  }
}
