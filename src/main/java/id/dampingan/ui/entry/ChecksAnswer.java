package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Any of some choices, as boxes to tick.
final class ChecksAnswer implements AnswerControl {
  /// More than these are a list to search.
  static final int MOST = 20;

  private final Asker asker;
  private final FlowPane node = new FlowPane();
  private final List<CheckBox> boxes = new ArrayList<>();
  private List<Choice> choices = List.of();
  private boolean showing;

  ChecksAnswer(Asker asker) {
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
    Set<String> ticked = Set.of(question.value().isEmpty() ? new String[0] : distinct(question));
    boxes.forEach(box -> box.setSelected(ticked.contains(String.valueOf(box.getUserData()))));
    showing = false;
  }

  private static String[] distinct(Question question) {
    return Arrays.stream(question.value().split(" ")).distinct().toArray(String[]::new);
  }

  private void build() {
    boxes.clear();
    node.getChildren().clear();
    boolean digits = choices.size() <= RadioAnswer.MOST;
    int digit = 1;
    for (Choice choice : choices) {
      CheckBox box = new CheckBox(choice.label().in(asker.ui().language()));
      box.setUserData(choice.value());
      box.setWrapText(true);
      box.setMinHeight(Region.USE_PREF_SIZE);
      box.selectedProperty().addListener(_ -> commit());
      boxes.add(box);
      node.getChildren().add(digits ? Parts.row(Parts.key(Integer.toString(digit++)), box) : box);
      if (!digits) {
        box.maxWidthProperty().bind(node.widthProperty());
      }
    }
  }

  private void commit() {
    if (!showing) {
      asker.answer(
          boxes.stream()
              .filter(CheckBox::isSelected)
              .map(box -> String.valueOf(box.getUserData()))
              .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public void focus() {
    if (!boxes.isEmpty()) {
      boxes.getFirst().requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      event.consume();
      asker.next();
    } else if (code.isDigitKey() && boxes.size() <= RadioAnswer.MOST) {
      int digit = code.getName().charAt(code.getName().length() - 1) - '0';
      if (digit >= 1 && digit <= boxes.size()) {
        event.consume();
        CheckBox box = boxes.get(digit - 1);
        box.setSelected(!box.isSelected());
        box.requestFocus();
      }
    }
  }
}
