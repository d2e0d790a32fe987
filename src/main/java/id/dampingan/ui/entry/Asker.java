package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What an answer's control may ask of the screen around it.
interface Asker {
  /// Takes an answer, as typed or canonical.
  void answer(String value);

  /// Answers the empty question for a place in the same row, for a photo told where it was taken.
  ///
  /// @param point a geopoint's canonical text
  /// @return whether there was one
  default boolean place(String point) {
    return false;
  }

  /// Goes to the next question.
  void next();

  /// Tells what is being typed, before it is an answer.
  default void typed(String text) {}

  /// Takes the last answer back: nothing is being typed that `Ctrl+Z` could mean.
  default void undo() {}

  /// Gives it again.
  default void redo() {}

  /// Lets a field's `Ctrl+Z` and `Ctrl+Y` mean the form's answers while nothing is typed in it.
  ///
  /// @return whether the key was one of them
  default boolean takesBack(KeyEvent event, boolean typing) {
    boolean undo = event.getCode() == KeyCode.Z;
    if (typing || !event.isShortcutDown() || !(undo || event.getCode() == KeyCode.Y)) {
      return false;
    }
    event.consume();
    if (undo) {
      undo();
    } else {
      redo();
    }
    return true;
  }

  /// Compares what a NIK says with the answers, null: there is nothing to compare with.
  default @Nullable NikCheck check(String nik, NikReading reading) {
    return null;
  }

  Ui ui();

  Desk desk();

  Form form();
}
