package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// One of few choices, each with the digit that takes it.
final class RadioAnswer implements AnswerControl {
  /// More than these are a list to search.
  static final int MOST = 9;

  private final Asker asker;
  private final FlowPane node = new FlowPane();
  private ToggleGroup group = new ToggleGroup();
  private List<Choice> choices = List.of();
  private boolean showing;

  RadioAnswer(Asker asker) {
    this.asker = asker;
    node.getStyleClass().add("choices");
    node.setPrefWrapLength(asker.ui().px(540));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    showing = true;
    if (!question.choices().equals(choices)) {
      choices = question.choices();
      build();
    }
    group.selectToggle(null);
    group
        .getToggles()
        .forEach(toggle -> {
          if (question.value().equals(toggle.getUserData())) {
            toggle.setSelected(true);
          }
        });
    showing = false;
  }

  private void build() {
    group = new ToggleGroup();
    node.getChildren().clear();
    int digit = 1;
    for (Choice choice : choices) {
      RadioButton radio = new RadioButton(choice.label().in(asker.ui().language()));
      radio.setToggleGroup(group);
      radio.setUserData(choice.value());
      radio.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      HBox pair = Parts.row(Parts.key(Integer.toString(digit++)), radio);
      node.getChildren().add(pair);
    }
    group
        .selectedToggleProperty()
        .addListener((_, _, now) -> {
          if (!showing && now != null) {
            asker.answer(String.valueOf(now.getUserData()));
          }
        });
  }

  @Override
  public void focus() {
    RadioButton target = (RadioButton) group.getSelectedToggle();
    if (target == null && !group.getToggles().isEmpty()) {
      target = (RadioButton) group.getToggles().getFirst();
    }
    if (target != null) {
      target.requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      event.consume();
      asker.next();
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      event.consume();
      asker.answer("");
    } else if (code.isDigitKey() && !event.isAltDown() && !event.isShortcutDown()) {
      int digit = code.getName().charAt(code.getName().length() - 1) - '0';
      if (digit >= 1 && digit <= group.getToggles().size()) {
        event.consume();
        RadioButton chosen = (RadioButton) group.getToggles().get(digit - 1);
        chosen.setSelected(true);
        chosen.requestFocus();
      }
    }
  }
}
