package id.dampingan.ui;

import id.dampingan.exchange.Refused;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.text.Sentences;
import javafx.beans.property.BooleanProperty;

/// Takes a batch back as if it had never come, and says what that did and what it had to leave.
public final class Undoing {
  private Undoing() {}

  /// @param batch the batch's number
  /// @param busy true as long as it runs; while it is true already, nothing happens
  /// @param then what follows on the screen's thread, once it is taken back
  public static void run(Desk desk, Ui ui, long batch, BooleanProperty busy, Runnable then) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    ui.background()
        .runLong(_ -> new UndoErrand(desk.office(ui.language())).undo(batch, false))
        .onSuccess(undone -> {
          tell(ui, undone);
          desk.touch();
          then.run();
        })
        .onError(Refused.class, error -> refused(ui, error))
        .atLast(() -> busy.set(false))
        .start();
  }

  private static void tell(Ui ui, UndoErrand.Undone undone) {
    int left = (int) undone.untouched().stream().map(each -> each.uuid()).distinct().count();
    ui.status()
        .tell(
            StatusLine.Notice.of(
                left == 0
                    ? ui.count("undone.all", undone.restored())
                    : ui.get("undone.left", undone.restored(), left),
                left == 0 ? Tone.SUCCESS : Tone.WARNING));
  }

  private static void refused(Ui ui, Refused error) {
    ui.status()
        .tell(
            StatusLine.Notice.of(Sentences.in(ui.language()).reason(error.problem()), Tone.DANGER));
  }
}
