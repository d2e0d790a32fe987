package id.dampingan.ui.entry;

import id.dampingan.form.Form;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Ui;

/// What an answer's control may ask of the screen around it.
interface Asker {
  /// Takes an answer, as typed or canonical.
  void answer(String value);

  /// Goes to the next question.
  void next();

  Ui ui();

  Desk desk();

  Form form();
}
