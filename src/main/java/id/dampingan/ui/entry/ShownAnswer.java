package id.dampingan.ui.entry;

import id.dampingan.form.Field;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A value that is shown and not asked: computed, or from the prelist.
final class ShownAnswer implements AnswerControl {
  private final Asker asker;
  private final Label label = Parts.paragraph("", "shown-answer");

  ShownAnswer(Asker asker) {
    this.asker = asker;
  }

  @Override
  public Node node() {
    return label;
  }

  @Override
  public void show(Question question) {
    Field field = question.definition();
    String value =
        field == null
            ? question.value()
            : asker
                .desk()
                .labels()
                .value(asker.form(), field, question.value(), asker.ui().words().texts());
    label.setText(value.isEmpty() ? "–" : value);
  }

  @Override
  public void focus() {
    label.requestFocus();
  }
}
