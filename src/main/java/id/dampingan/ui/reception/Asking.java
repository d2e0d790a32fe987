package id.dampingan.ui.reception;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.MoveErrand;
import id.dampingan.exchange.Question;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.ReleaseErrand;
import id.dampingan.store.Batch;
import id.dampingan.store.Store;
import id.dampingan.submission.Digest;
import id.dampingan.text.Sentences;
import id.dampingan.ui.Background;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Undoing;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What is asked once a file, and what the answers do.
public final class Asking {
  private static final int DIGEST = 20;

  /// What an answer did.
  ///
  /// @param batch that can be undone here, 0: none
  private record Answered(int rows, long batch) {}

  private final Desk desk;
  private final Ui ui;
  private final BooleanProperty busy = new SimpleBooleanProperty();

  Asking(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  /// Whether an answer is being carried out.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// The villages that records can be moved to.
  public List<Desk.VillageName> villages() {
    return desk.villages();
  }

  /// What a village is called.
  public String village(String code) {
    return desk.village(code).name();
  }

  /// The questions of a file that nobody answered yet; asked from the background.
  static List<Question> open(Store store, FileResult result) {
    return Question.of(result).stream()
        .filter(each -> store.setting(setting(result, each)).isEmpty())
        .toList();
  }

  private static String setting(FileResult result, Question question) {
    return "tanya."
        + Digest.of(
            List.of(result.sha256(), question.kind().name(), question.subject(), question.sheet()),
            DIGEST);
  }

  // Commands

  /// It is meant so: what waits is taken as it stands, and nobody is asked again.
  void accept(FileResult result, Question question, Runnable answered) {
    run(
        _ -> {
          if (question.kind().waits()) {
            ReleaseErrand errand = new ReleaseErrand(desk.office(ui.language()));
            errand.release(errand.waiting(result.file(), question.sheet(), question.subject()));
          }
          desk.store().setSetting(setting(result, question), "ya");
          return new Answered(question.rows(), 0);
        },
        question.kind().waits() ? "reception.ask.released" : "reception.ask.accepted",
        answered);
  }

  /// Moves the file's records that the question is about.
  void move(FileResult result, Question question, String village, Runnable answered) {
    Long batch = result.batch();
    if (batch != null) {
      run(
          reporter -> {
            Answered moved = moveAll(batch, question.subject(), village, reporter);
            desk.store().setSetting(setting(result, question), village);
            return moved;
          },
          "reception.moved",
          answered);
    }
  }

  /// Moves all records that a batch made or changed.
  void move(Batch batch, String village) {
    run(reporter -> moveAll(batch.id(), null, village, reporter), "reception.moved", () -> {});
  }

  private Answered moveAll(
      long batch, @Nullable String from, String village, Background.Reporter reporter)
      throws Refused {
    MoveErrand errand = new MoveErrand(desk.office(ui.language()));
    Batch of = desk.store().batch(batch).orElseThrow();
    MoveErrand.Moved moved =
        errand.move(errand.ofBatch(of, from), village, Errands.progress(reporter));
    return new Answered(moved.moved(), moved.batch());
  }

  private void undo(long batch) {
    Undoing.run(desk, ui, batch, busy, () -> {});
  }

  private void refused(Refused error) {
    ui.status()
        .tell(
            StatusLine.Notice.of(Sentences.in(ui.language()).reason(error.problem()), Tone.DANGER));
  }

  private void run(Background.LongWork<Answered> work, String done, Runnable answered) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    ui.background()
        .runLong(Errands.work(work))
        .onSuccess(answer -> {
          ui.status()
              .tell(
                  new StatusLine.Notice(
                      ui.count(done, answer.rows()),
                      Tone.SUCCESS,
                      answer.batch() == 0 ? null : "do.undo",
                      answer.batch() == 0 ? null : () -> undo(answer.batch()),
                      ""));
          answered.run();
          desk.touch();
        })
        .onError(Refused.class, this::refused)
        .onError(
            IOException.class,
            e ->
                ui.status().tell(StatusLine.Notice.of(String.valueOf(e.getMessage()), Tone.DANGER)))
        .atLast(() -> busy.set(false))
        .start();
  }
}
