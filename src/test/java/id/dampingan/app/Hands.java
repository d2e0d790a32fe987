package id.dampingan.app;

import id.dampingan.ui.Pictures;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// Keys and clicks by the toolkit's own robot, without the pauses in which TestFX waits after each.
///
/// A day has two thousand of them; whoever needs to see what they did settles the window.
final class Hands {
  private final Robot robot = Pictures.onScreen(Robot::new);
  private final Scene scene;

  Hands(Scene scene) {
    this.scene = scene;
  }

  /// Presses keys together: the first ones are held for the last.
  void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      Pictures.onScreen(() -> robot.keyPress(key));
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      KeyCode key = keys[i];
      Pictures.onScreen(() -> robot.keyRelease(key));
    }
  }

  /// Types a text where the focus is.
  void write(String text) {
    for (char each : text.toCharArray()) {
      String typed = String.valueOf(each);
      KeyCode code =
          Character.isLetterOrDigit(each)
              ? Objects.requireNonNullElse(
                  KeyCode.getKeyCode(typed.toUpperCase(Locale.ROOT)), KeyCode.UNDEFINED)
              : each == ' ' ? KeyCode.SPACE : KeyCode.UNDEFINED;
      Pictures.onScreen(() -> {
        fire(KeyEvent.KEY_PRESSED, "", code);
        fire(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, "", code);
      });
    }
  }

  private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
    Node focused = scene.getFocusOwner();
    Event.fireEvent(
        focused == null ? scene : focused,
        new KeyEvent(type, character, "", code, false, false, false, false));
  }

  /// Clicks in the middle of a node, where it stands once all is laid out.
  void click(Node node) {
    Pictures.onScreen(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      Bounds bounds = node.getBoundsInLocal();
      robot.mouseMove(node.localToScreen(bounds.getCenterX(), bounds.getCenterY()));
      robot.mouseClick(MouseButton.PRIMARY);
    });
  }
}
