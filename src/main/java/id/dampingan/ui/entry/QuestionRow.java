package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.form.Question;
import id.dampingan.submission.Problem;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Parts;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One question on the screen: its label, the control of its answer, hint and problem; or a note.
final class QuestionRow implements Asker {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /// What the row may ask of the screen.
  interface Surroundings {
    @Nullable Problem answer(Spot spot, String value);

    void next(QuestionRow from);

    void look(Spot spot);

    Ui ui();

    Desk desk();

    Form form();
  }

  private final Surroundings around;
  private final Spot spot;
  private final Region node;
  private @Nullable AnswerControl control;
  private Label label = new Label();
  private Label hint = new Label();
  private Label problem = new Label();
  private String shape;

  QuestionRow(Question question, Surroundings around, boolean narrow) {
    this.around = around;
    this.spot = new Spot(question.row(), question.field());
    this.shape = shapeOf(question);
    this.node = question.note() ? note(question) : asked(question, narrow);
    node.setId("question-" + question.field());
  }

  /// Whether this row can show the question as it stands now.
  boolean fits(Question question) {
    return shapeOf(question).equals(shape);
  }

  private static String shapeOf(Question question) {
    boolean few = ChoiceButtons.fit(question.choices().size(), false);
    boolean some = ChoiceButtons.fit(question.choices().size(), true);
    return question.type() + " " + question.readOnly() + question.note() + few + some;
  }

  Region node() {
    return node;
  }

  Spot spot() {
    return spot;
  }

  boolean isAsked() {
    AnswerControl of = control;
    return of != null && !(of instanceof ShownAnswer);
  }

  void focus() {
    AnswerControl of = control;
    if (of != null) {
      of.focus();
    }
  }

  /// Shows the question as it stands now.
  ///
  /// @param shown the problem to show, or null
  void show(Question question, @Nullable Problem shown) {
    String language = ui().language();
    if (question.note()) {
      label.setText(question.label().in(language));
      return;
    }
    label.setText(question.label().in(language));
    label.setGraphic(question.required() ? Parts.label("*", "required") : null);
    hint.setText(question.hint().in(language));
    boolean hinted = !hint.getText().isEmpty();
    hint.setVisible(hinted);
    hint.setManaged(hinted);
    AnswerControl of = control;
    if (of != null) {
      of.show(question);
    }
    tell(shown);
  }

  private void tell(@Nullable Problem shown) {
    boolean wrong = shown != null;
    problem.setVisible(wrong);
    problem.setManaged(wrong);
    problem.setText(shown == null ? "" : Sentences.in(ui().language()).reason(shown));
    AnswerControl of = control;
    if (of != null) {
      of.node().pseudoClassStateChanged(DANGER, wrong);
      of.node().lookupAll(".answer").forEach(each -> each.pseudoClassStateChanged(DANGER, wrong));
      of.node().getStyleClass().remove("wrong");
      if (wrong) {
        of.node().getStyleClass().add("wrong");
      }
    }
  }

  private Region note(Question question) {
    boolean warning = question.field().startsWith("awas_");
    HBox box =
        Parts.message(
            warning ? "mdomz-warning" : "mdoal-info", "", warning ? Tone.WARNING : Tone.ACCENT);
    label = (Label) box.getChildren().get(1);
    return box;
  }

  private Region asked(Question question, boolean narrow) {
    AnswerControl of = AnswerControl.of(question, this);
    control = of;
    label = Parts.paragraph("", "question-label");
    label.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    hint = Parts.paragraph("", "small", "question-hint");
    problem = Parts.paragraph("", "question-problem");
    problem.setGraphic(Parts.icon("mdoal-error_outline", Tone.DANGER));
    String name = question.label().in(ui().language());
    name(of.node(), name);
    VBox right = new VBox(of.node(), problem, hint);
    right.getStyleClass().add("question-right");
    right.setFillWidth(true);
    of.node()
        .focusWithinProperty()
        .addListener((_, _, within) -> {
          if (within) {
            around.look(spot);
          }
        });
    if (narrow) {
      VBox box = new VBox(label, right);
      box.getStyleClass().add("question-narrow");
      return box;
    }
    label.setMinWidth(ui().px(168));
    label.setPrefWidth(ui().px(168));
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMaxWidth(ui().px(560));
    HBox box = new HBox(label, right);
    box.getStyleClass().add("question");
    return box;
  }

  /// Every control that can have the focus is called by its question.
  static void name(Node node, String name) {
    if (node instanceof javafx.scene.control.TextInputControl input) {
      input.setAccessibleText(name);
      input.setId(null);
    }
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> name(child, name));
    }
  }

  // What the control asks

  @Override
  public void answer(String value) {
    Problem refused = around.answer(spot, value);
    if (refused != null) {
      tell(refused);
    }
  }

  @Override
  public void next() {
    around.next(this);
  }

  @Override
  public Ui ui() {
    return around.ui();
  }

  @Override
  public Desk desk() {
    return around.desk();
  }

  @Override
  public Form form() {
    return around.form();
  }
}
