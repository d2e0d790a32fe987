package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;
import org.jspecify.annotations.Nullable;

/// What an answer's control may ask of the screen around it.
interface Asker {
  /// Takes an answer, as typed or canonical.
  void answer(String value);

  /// Goes to the next question.
  void next();

  /// Tells what is being typed, before it is an answer.
  default void typed(String text) {}

  /// Compares what a NIK says with the answers, null: there is nothing to compare with.
  default @Nullable NikCheck check(String nik, NikReading reading) {
    return null;
  }

  Ui ui();

  Desk desk();

  Form form();
}
