package id.dampingan.ui.entry;

import atlantafx.base.controls.Calendar;
import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;

/// A date, typed in any usual way or taken from a calendar, and said in words beside.
final class DateAnswer implements AnswerControl {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Asker asker;
  private final TextField field = new TextField();
  private final Label words = Parts.label("", "muted");
  private final HBox node;
  private String shown = "";
  private String value = "";

  /// @param narrow the field alone, for a cell of a table
  DateAnswer(Asker asker, boolean narrow) {
    this.asker = asker;
    Button calendar =
        Parts.iconButton(
            "calendar", "mdoal-event", asker.ui().get("entry.calendar"), this::openCalendar);
    calendar.setFocusTraversable(false);
    field.getStyleClass().addAll("answer", "date-answer");
    field.setPromptText(asker.ui().get("entry.date.prompt"));
    field
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            commit();
          }
        });
    field
        .textProperty()
        .addListener(
            _ -> words.setText(read().map(asker.ui().words().texts()::weekday).orElse("")));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    node = narrow ? Parts.row(field) : Parts.row(field, calendar, words);
    node.getStyleClass().add("tight");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    value = question.value();
    String text = typed(value);
    if (!text.equals(shown) || !field.isFocused()) {
      shown = text;
      if (!field.getText().equals(text)) {
        field.setText(text);
      }
    }
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private static String typed(String canonical) {
    try {
      return canonical.isEmpty() ? "" : TYPED.format(LocalDate.parse(canonical));
    } catch (DateTimeParseException _) {
      return canonical;
    }
  }

  private Optional<LocalDate> read() {
    return DateTyping.read(
        field.getText() == null ? "" : field.getText(), LocalDate.now(asker.ui().clock()));
  }

  private void onKey(KeyEvent event) {
    if (asker.takesBack(event, !shown.equals(field.getText()))) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      commit();
      asker.next();
    } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
      event.consume();
      openCalendar();
    }
  }

  @Override
  public void commit() {
    String text = field.getText() == null ? "" : field.getText().strip();
    if (!text.equals(shown)) {
      shown = text;
      asker.answer(read().map(LocalDate::toString).orElse(text));
    }
  }

  private void openCalendar() {
    Calendar calendar = new Calendar(read().orElse(LocalDate.now(asker.ui().clock())));
    Popup popup = new Popup();
    popup.setAutoHide(true);
    javafx.scene.layout.StackPane frame = new javafx.scene.layout.StackPane(calendar);
    frame.getStyleClass().add("popup-frame");
    popup.getContent().add(frame);
    calendar
        .valueProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null) {
            popup.hide();
            field.setText(TYPED.format(chosen));
            commit();
            field.requestFocus();
          }
        });
    Bounds at = field.localToScreen(field.getBoundsInLocal());
    if (at != null) {
      popup.show(field, at.getMinX(), at.getMaxY());
    }
  }
}
