package id.dampingan.ui.reception;

import id.dampingan.exchange.Answer;
import id.dampingan.exchange.AnswerErrand;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Answers everybody at once, and what was written for whom.
public final class Answering {
  private final Desk desk;
  private final Ui ui;

  // Properties

  private final ObservableList<Answer> answers = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  Answering(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  /// What was written last, one an agency.
  public ObservableList<Answer> answers() {
    return answers;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  public int reminders() {
    return (int) answers.stream().filter(Answer::isReminder).count();
  }

  // Commands

  /// Writes all files into the folder; progress and cancelling are in the status line.
  public void answer(Path folder) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    Background.Work<List<Answer>> work =
        ui.background()
            .runLong(
                Errands.work(reporter ->
                    new AnswerErrand(desk.office(ui.language()))
                        .answer(folder, Errands.progress(reporter))));
    work.onSuccess(answers::setAll)
        .onError(IOException.class, this::failed)
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private void failed(Exception error) {
    ui.status()
        .tell(
            StatusLine.Notice.of(
                ui.get("reception.answer.failed", String.valueOf(error.getMessage())),
                Tone.DANGER));
  }

  /// Back to the files.
  public void forget() {
    answers.clear();
  }
}
