package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.submission.FieldType;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A line or a paragraph of text, or a number.
final class TextAnswer implements AnswerControl {
  private final Asker asker;
  private final TextInputControl field;
  private String shown = "";
  private FieldType type = FieldType.TEXT;

  TextAnswer(Asker asker, boolean multiline) {
    this.asker = asker;
    this.field = multiline ? area() : new TextField();
    field.getStyleClass().add("answer");
    field
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            commit();
          }
        });
    field
        .textProperty()
        .addListener((_, _, text) -> {
          if (field.isFocused() && text != null) {
            asker.typed(text);
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(3);
    area.setWrapText(true);
    return area;
  }

  @Override
  public Node node() {
    return field;
  }

  @Override
  public void show(Question question) {
    type = question.type();
    boolean number = type.isNumber() || question.appearance().contains("numbers");
    if (number && !field.getStyleClass().contains("short-answer")) {
      field.getStyleClass().add("short-answer");
    }
    String value = localized(question.value());
    if (!value.equals(shown) || !field.isFocused()) {
      shown = value;
      if (!field.getText().equals(value)) {
        field.setText(value);
      }
    }
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void onKey(KeyEvent event) {
    boolean typing = !shown.equals(field.getText());
    if (asker.takesBack(event, typing) || event.getCode() != KeyCode.ENTER) {
      return;
    }
    event.consume();
    if (event.isShiftDown() && field instanceof TextArea) {
      field.insertText(field.getCaretPosition(), "\n");
    } else {
      commit();
      asker.next();
    }
  }

  @Override
  public void commit() {
    String typed = field.getText() == null ? "" : field.getText();
    if (!typed.equals(shown)) {
      shown = typed;
      asker.answer(typed);
    }
  }

  /// Decimals with the comma or point of the language.
  private String localized(String value) {
    return type == FieldType.DECIMAL
        ? value.replace('.', asker.ui().words().texts().decimalPoint())
        : value;
  }
}
