package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import javafx.scene.Node;

/// The control of one question; it shows what the model has and tells what people do.
interface AnswerControl {
  Node node();

  /// Shows the question as it stands now; what is being typed is left alone.
  void show(Question question);

  void focus();

  /// The control for this question.
  static AnswerControl of(Question question, Asker asker) {
    boolean minimal = question.appearance().contains("minimal");
    if (question.readOnly()) {
      return new ShownAnswer(asker);
    }
    return switch (question.type()) {
      case SELECT_ONE ->
          minimal || question.choices().size() > RadioAnswer.MOST
              ? new PickAnswer(asker, false)
              : new RadioAnswer(asker);
      case SELECT_MULTIPLE, RANK ->
          minimal || question.choices().size() > ChecksAnswer.MOST
              ? new PickAnswer(asker, true)
              : new ChecksAnswer(asker);
      case ACKNOWLEDGE -> new AcknowledgeAnswer(asker);
      case DATE -> new DateAnswer(asker);
      case IMAGE, AUDIO, VIDEO, FILE -> new FileAnswer(asker);
      case TEXT, BARCODE ->
          question.definition() != null && !question.definition().number().isEmpty()
              ? new DigitsAnswer(asker)
              : new TextAnswer(asker, question.appearance().contains("multiline"));
      case GEOPOINT -> new PointAnswer(asker);
      default -> new TextAnswer(asker, false);
    };
  }
}
