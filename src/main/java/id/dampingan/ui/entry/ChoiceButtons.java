package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Few choices, each with the key that takes it: one of them, or any of them as boxes to tick. Up to
/// nine have digits, up to twenty letters.
final class ChoiceButtons implements AnswerControl {
  private static final String DIGITS = "123456789";
  private static final String LETTERS = "abcdefghijklmnopqrst";

  /// More than these have letters.
  static final int MOST_DIGITS = DIGITS.length();

  /// More than these are a list to search.
  private static final int MOST = LETTERS.length();

  private final Asker asker;
  private final boolean several;
  private final FlowPane node = new FlowPane();
  private final List<ButtonBase> buttons = new ArrayList<>();
  private List<Choice> choices = List.of();
  private boolean showing;

  ChoiceButtons(Asker asker, boolean several) {
    this.asker = asker;
    this.several = several;
    node.getStyleClass().add("choices");
    // Else it would be at least as wide as its longest label.
    node.setMinWidth(0);
    node.setPrefWrapLength(asker.ui().px(540));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    node.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
  }

  /// Whether so many choices are shown as buttons.
  static boolean fit(int count) {
    return count <= MOST;
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
    Set<String> taken =
        several
            ? new TreeSet<>(Arrays.asList(question.value().split(" ")))
            : Set.of(question.value());
    buttons.forEach(button -> selected(button).set(taken.contains(code(button))));
    showing = false;
  }

  private void build() {
    buttons.clear();
    node.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    String keys = keys();
    for (Choice choice : choices) {
      ButtonBase button = button(choice, group);
      selected(button).addListener(_ -> tell());
      String key = keys.substring(buttons.size(), buttons.size() + 1).toUpperCase(Locale.ROOT);
      buttons.add(button);
      Region shown = Parts.row(Parts.key(key), button);
      node.getChildren().add(shown);
      shown.maxWidthProperty().bind(node.widthProperty());
    }
  }

  private String keys() {
    return choices.size() <= MOST_DIGITS ? DIGITS : LETTERS;
  }

  private ButtonBase button(Choice choice, ToggleGroup group) {
    String label = choice.label().in(asker.ui().language());
    ButtonBase button;
    if (several) {
      button = new CheckBox(label);
    } else {
      RadioButton radio = new RadioButton(label);
      radio.setToggleGroup(group);
      button = radio;
    }
    button.setUserData(choice.value());
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    return button;
  }

  private static BooleanProperty selected(ButtonBase button) {
    return button instanceof CheckBox box
        ? box.selectedProperty()
        : ((RadioButton) button).selectedProperty();
  }

  private static String code(ButtonBase button) {
    return String.valueOf(button.getUserData());
  }

  private void tell() {
    String codes =
        buttons.stream()
            .filter(button -> selected(button).get())
            .map(ChoiceButtons::code)
            .collect(Collectors.joining(" "));
    // Between two radio buttons neither is taken for a moment: that is no answer.
    if (!showing && (several || !codes.isEmpty())) {
      asker.answer(codes);
    }
  }

  @Override
  public void focus() {
    buttons.stream()
        .filter(button -> !several && selected(button).get())
        .findFirst()
        .or(() -> buttons.stream().findFirst())
        .ifPresent(Node::requestFocus);
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      event.consume();
      asker.next();
    } else if (!several && (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE)) {
      event.consume();
      asker.answer("");
    }
  }

  /// One of few is taken and the next question comes; not when the key goes down, or the next
  /// question would be told the digit too.
  private void onTyped(KeyEvent event) {
    String typed = event.getCharacter().toLowerCase(Locale.ROOT);
    int at = typed.length() == 1 ? keys().indexOf(typed) : -1;
    if (at < 0 || at >= buttons.size() || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    event.consume();
    ButtonBase button = buttons.get(at);
    selected(button).set(!several || !selected(button).get());
    if (several) {
      button.requestFocus();
    } else {
      asker.next();
    }
  }
}
