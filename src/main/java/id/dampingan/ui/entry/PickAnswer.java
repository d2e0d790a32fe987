package id.dampingan.ui.entry;

import id.dampingan.form.Choice;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// One or several of a long list, found by typing a part of the label.
final class PickAnswer implements AnswerControl {
  private static final int SHOWN = 8;
  private static final int MOST_MATCHES = 200;

  private final Asker asker;
  private final boolean several;
  private final TextField field = new TextField();
  private final FlowPane chips = new FlowPane();
  private final VBox node;
  private final ListView<Choice> list = new ListView<>();
  private final Popup popup = new Popup();
  private List<Choice> choices = List.of();
  private String value = "";
  private boolean writing;

  PickAnswer(Asker asker, boolean several) {
    this.asker = asker;
    this.several = several;
    field.getStyleClass().addAll("answer", "pick-answer");
    field.setPromptText(asker.ui().get("entry.pick.prompt"));
    Button open =
        Parts.iconButton(
            "open-list",
            "mdoal-arrow_drop_down",
            asker.ui().get("entry.pick.open"),
            () -> {
              field.requestFocus();
              openList("");
            });
    open.setFocusTraversable(false);
    HBox row = Parts.row(field, open);
    row.getStyleClass().add("tight");
    HBox.setHgrow(field, Priority.ALWAYS);
    chips.getStyleClass().add("chips");
    node = several ? new VBox(chips, row) : new VBox(row);
    node.getStyleClass().addAll("column", "tight", "pick");
    list.setCellFactory(_ -> new ChoiceCell());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> take(list.getSelectionModel().getSelectedItem()));
    StackPane frame = new StackPane(list);
    frame.getStyleClass().add("popup-frame");
    popup.getContent().add(frame);
    popup.setAutoHide(true);
    field.textProperty().addListener((_, _, now) -> onTyped(now));
    field
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            leave();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    field.addEventFilter(KeyEvent.KEY_TYPED, this::onDigit);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    choices = question.choices();
    value = question.value();
    if (several) {
      chips.getChildren().setAll(selected().stream().map(this::chip).toList());
      chips.setManaged(!selected().isEmpty());
    } else if (!field.isFocused() || field.getText().isEmpty()) {
      write(label(value));
    }
  }

  private List<String> selected() {
    return value.isEmpty() ? List.of() : Arrays.stream(value.split(" ")).distinct().toList();
  }

  private Node chip(String code) {
    Button chip =
        Parts.button(
            "chip-" + code,
            label(code),
            "mdoal-close",
            () -> {
              List<String> left = new ArrayList<>(selected());
              left.remove(code);
              asker.answer(String.join(" ", left));
            });
    chip.getStyleClass().add("chip");
    chip.setAccessibleText(asker.ui().get("entry.pick.remove", label(code)));
    return chip;
  }

  private String label(String code) {
    return choices.stream()
        .filter(choice -> choice.value().equals(code))
        .findFirst()
        .map(choice -> choice.label().in(asker.ui().language()))
        .orElse(code);
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void onTyped(String typed) {
    if (!writing && field.isFocused()) {
      openList(typed);
    }
  }

  private void openList(String typed) {
    List<Choice> fitting =
        ChoiceSearch.find(
            choices,
            typed,
            asker.ui().language(),
            several ? Set.copyOf(selected()) : Set.of(),
            MOST_MATCHES);
    list.getItems().setAll(fitting);
    list.getSelectionModel().selectFirst();
    double row = asker.ui().px(34);
    list.setPrefSize(
        Math.max(field.getWidth(), asker.ui().px(320)),
        row * Math.clamp(fitting.size(), 1, SHOWN) + 4);
    list.setPlaceholder(Parts.label(asker.ui().get("entry.pick.none"), "muted"));
    Bounds at = field.localToScreen(field.getBoundsInLocal());
    if (!popup.isShowing() && at != null) {
      popup.show(field, at.getMinX(), at.getMaxY() + 2);
    }
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (asker.takesBack(event, !field.getText().equals(several ? "" : label(value)))) {
      return;
    }
    int index = list.getSelectionModel().getSelectedIndex();
    if (code == KeyCode.DOWN) {
      event.consume();
      if (popup.isShowing()) {
        list.getSelectionModel().select(Math.min(index + 1, list.getItems().size() - 1));
        list.scrollTo(Math.max(0, index - SHOWN + 3));
      } else {
        openList("");
      }
    } else if (code == KeyCode.UP && popup.isShowing()) {
      event.consume();
      list.getSelectionModel().select(Math.max(0, index - 1));
      list.scrollTo(Math.max(0, index - 2));
    } else if (code == KeyCode.ESCAPE && popup.isShowing()) {
      event.consume();
      popup.hide();
      write(several ? "" : label(value));
    } else if (code == KeyCode.ENTER) {
      event.consume();
      if (popup.isShowing()) {
        take(list.getSelectionModel().getSelectedItem());
      } else if (!several && field.getText().isEmpty() && !value.isEmpty()) {
        asker.answer("");
      }
      if (!several || field.getText().isEmpty()) {
        asker.next();
      }
    }
  }

  /// Typed over the whole answer, a digit takes one of few choices at once, as it does of buttons.
  private void onDigit(KeyEvent event) {
    String typed = event.getCharacter();
    boolean digit = typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9';
    boolean whole = field.getSelection().getLength() == field.getLength();
    if (several || !digit || !whole || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int at = typed.charAt(0) - '1';
    if (at < choices.size() && choices.size() <= ChoiceButtons.MOST_DIGITS) {
      event.consume();
      take(choices.get(at));
      asker.next();
    }
  }

  private void take(@Nullable Choice choice) {
    popup.hide();
    if (choice == null) {
      return;
    }
    if (several) {
      List<String> all = new ArrayList<>(selected());
      all.add(choice.value());
      write("");
      asker.answer(String.join(" ", all));
    } else {
      write(choice.label().in(asker.ui().language()));
      value = choice.value();
      asker.answer(choice.value());
    }
  }

  @Override
  public void commit() {
    if (popup.isShowing() && !field.getText().isBlank() && !field.getText().equals(label(value))) {
      take(list.getSelectionModel().getSelectedItem());
    } else {
      leave();
    }
  }

  /// Leaving takes what was typed if it is exactly one choice; else the answer stays as it was.
  private void leave() {
    popup.hide();
    String typed = field.getText().strip();
    if (several) {
      write("");
      return;
    }
    if (typed.equals(label(value))) {
      return;
    }
    if (typed.isEmpty()) {
      asker.answer("");
      return;
    }
    Optional<Choice> exact =
        choices.stream()
            .filter(choice -> choice.label().in(asker.ui().language()).equalsIgnoreCase(typed))
            .findFirst();
    exact.ifPresentOrElse(this::take, () -> write(label(value)));
  }

  private void write(String text) {
    writing = true;
    field.setText(text);
    writing = false;
  }

  private final class ChoiceCell extends ListCell<Choice> {
    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(empty || choice == null ? "" : choice.label().in(asker.ui().language()));
    }
  }
}
