package id.dampingan.ui.entry;

import id.dampingan.form.Question;
import id.dampingan.ui.Parts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Coordinates, typed as `-7.0511, 111.4202`; outside the regency is said, not forbidden.
final class PointAnswer implements AnswerControl {
  private static final Pattern TYPED =
      Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

  // The regency with some room around it.
  private static final double SOUTH = -7.55;
  private static final double NORTH = -6.80;
  private static final double WEST = 111.00;
  private static final double EAST = 111.70;

  private final Asker asker;
  private final TextField field = new TextField();
  private final Label warning;
  private final HBox node;
  private String shown = "";

  PointAnswer(Asker asker) {
    this.asker = asker;
    field.getStyleClass().addAll("answer", "point-answer");
    field.setPromptText("-7.0511, 111.4202");
    field
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (!now) {
            commit();
          }
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (asker.takesBack(event, !shown.equals(field.getText()))) {
            return;
          }
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            commit();
            asker.next();
          }
        });
    warning =
        Parts.state(
            "mdomz-warning", asker.ui().get("entry.point.outside"), id.dampingan.ui.Tone.WARNING);
    node = Parts.row(field, warning);
    warning.setVisible(false);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Question question) {
    String[] parts = question.value().split(" ");
    String text = parts.length < 2 ? question.value() : parts[0] + ", " + parts[1];
    if (!text.equals(shown) || !field.isFocused()) {
      shown = text;
      if (!field.getText().equals(text)) {
        field.setText(text);
      }
    }
    warning.setVisible(isOutside(question.value()));
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  static boolean isOutside(String canonical) {
    String[] parts = canonical.split(" ");
    if (parts.length < 2) {
      return false;
    }
    try {
      double latitude = Double.parseDouble(parts[0]);
      double longitude = Double.parseDouble(parts[1]);
      return latitude < SOUTH || latitude > NORTH || longitude < WEST || longitude > EAST;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /// Canonical text of typed coordinates; what cannot be read stays as it is.
  static String canonical(String typed) {
    Matcher matcher = TYPED.matcher(typed);
    return matcher.matches() ? matcher.group(1) + " " + matcher.group(2) + " 0 0" : typed.strip();
  }

  @Override
  public void commit() {
    String typed = field.getText() == null ? "" : field.getText();
    if (!typed.equals(shown)) {
      shown = typed;
      asker.answer(canonical(typed));
    }
  }
}
