package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.submission.FieldType;
import javafx.scene.Node;

/// The control of one question; it shows what the model has and tells what people do.
interface AnswerControl {
  /// So many choices stand beside each other in a narrow column.
  int FEW = 2;

  Node node();

  /// Shows the question as it stands now; what is being typed is left alone.
  void show(Question question);

  void focus();

  /// Takes what is being typed; the focus stays.
  default void commit() {}

  /// The control for a cell of a table: as small as a line.
  static AnswerControl inCell(Question question, Asker asker) {
    return switch (question.type()) {
      case SELECT_ONE -> new PickAnswer(asker, false);
      case SELECT_MULTIPLE, RANK -> new PickAnswer(asker, true);
      case ACKNOWLEDGE -> new AcknowledgeAnswer(asker);
      case DATE -> new DateAnswer(asker, true);
      case TEXT, BARCODE ->
          question.definition() != null && !question.definition().number().isEmpty()
              ? new DigitsAnswer(asker, true)
              : new TextAnswer(asker, false);
      case GEOPOINT -> new PointAnswer(asker);
      default -> new TextAnswer(asker, false);
    };
  }

  /// The control for this question.
  ///
  /// @param narrow beside others: more than a few choices are a list
  static AnswerControl of(Question question, Asker asker, boolean narrow) {
    boolean minimal =
        question.appearance().contains("minimal")
            || (narrow
                && question.type() == FieldType.SELECT_ONE
                && question.choices().size() > FEW);
    if (question.readOnly()) {
      return new ShownAnswer(asker);
    }
    return switch (question.type()) {
      case SELECT_ONE, SELECT_MULTIPLE, RANK -> choices(question, asker, minimal);
      case ACKNOWLEDGE -> new AcknowledgeAnswer(asker);
      case DATE -> new DateAnswer(asker, false);
      case IMAGE, AUDIO, VIDEO, FILE -> new FileAnswer(asker);
      case TEXT, BARCODE ->
          question.definition() != null && !question.definition().number().isEmpty()
              ? new DigitsAnswer(asker, false)
              : new TextAnswer(asker, question.appearance().contains("multiline"));
      case GEOPOINT -> new PointAnswer(asker);
      default -> new TextAnswer(asker, false);
    };
  }

  private static AnswerControl choices(Question question, Asker asker, boolean minimal) {
    boolean several = question.type() != FieldType.SELECT_ONE;
    return !minimal && ChoiceButtons.fit(question.choices().size())
        ? new ChoiceButtons(asker, several)
        : new PickAnswer(asker, several);
  }
}
