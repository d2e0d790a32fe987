package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A box that says "read and understood".
final class AcknowledgeAnswer implements AnswerControl {
  private final CheckBox box = new CheckBox();
  private boolean showing;

  AcknowledgeAnswer(Asker asker) {
    box.setText(asker.ui().get("entry.acknowledge"));
    box.selectedProperty()
        .addListener((_, _, now) -> {
          if (!showing) {
            asker.answer(now ? "OK" : "");
          }
        });
    box.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            asker.next();
          }
        });
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(Question question) {
    showing = true;
    box.setSelected(!question.value().isEmpty());
    showing = false;
  }

  @Override
  public void focus() {
    box.requestFocus();
  }
}
