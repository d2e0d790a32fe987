package id.dampingan.ui.receive;

import id.dampingan.exchange.FileResult;
import id.dampingan.exchange.FormUpdates;
import id.dampingan.exchange.ImportErrand;
import id.dampingan.exchange.ReceiptErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.merge.Outcome;
import id.dampingan.store.SentWorkbook;
import id.dampingan.submission.Problem;
import id.dampingan.submission.ProblemCode;
import id.dampingan.ui.Background;
import id.dampingan.ui.ChangesModel;
import id.dampingan.ui.Desk;
import id.dampingan.ui.Errands;
import id.dampingan.ui.Place;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import id.dampingan.ui.Ui;
import id.dampingan.ui.Undoing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One file: what it would do, then what it did, and back again if wished.
public final class ReceiveModel {
  /// Where the file stands.
  public enum State {
    NONE,
    READING,
    PREVIEW,
    TAKING,
    TAKEN,
    UNDONE,
    /// It was no workbook but receipts, which were noted.
    RECEIPT
  }

  private final Desk desk;
  private final Ui ui;

  private final ChangesModel changes;

  private volatile boolean bringsForms;

  /// The new versions of forms that were told of.
  private List<FormUpdates.Report> noted;

  // Properties

  private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.NONE);
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable FileResult> result = new SimpleObjectProperty<>();
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty remember = new SimpleBooleanProperty(true);
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ObservableList<SentWorkbook> receipts = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Problem> receiptProblem = new SimpleObjectProperty<>();

  public ReceiveModel(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
    this.changes = new ChangesModel(desk);
    this.noted = FormUpdates.all(desk.store());
  }

  public Desk desk() {
    return desk;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file;
  }

  /// The preview, or what was done.
  public ReadOnlyObjectProperty<@Nullable FileResult> resultProperty() {
    return result;
  }

  /// The file's rows.
  public ChangesModel changes() {
    return changes;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /// Whether a password that fits is kept for the sender's next files.
  public BooleanProperty rememberProperty() {
    return remember;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// What the receipts were of.
  public ObservableList<SentWorkbook> receipts() {
    return receipts;
  }

  /// What is wrong with the receipts.
  public ReadOnlyObjectProperty<@Nullable Problem> receiptProblemProperty() {
    return receiptProblem;
  }

  public int count(Outcome outcome) {
    FileResult of = result.get();
    return of == null ? 0 : of.counts().of(outcome);
  }

  /// Whether accepting would write something.
  public boolean wouldChange() {
    FileResult of = result.get();
    return of != null
        && ((of.kind() == FileResult.Kind.MERGED
                && (!of.counts().onlySame() || !of.held().isEmpty()))
            || (of.kind() == FileResult.Kind.SAME && bringsForms));
  }

  // Commands

  /// Reads a file and says what it would do.
  public void look(Path chosen) {
    file.set(chosen);
    if (ReceiptErrand.isReceipt(chosen)) {
      takeReceipts(chosen);
      return;
    }
    run(
        State.READING,
        State.PREVIEW,
        reporter -> {
          bringsForms = FormUpdates.areIn(chosen, desk.store());
          return new ImportErrand(desk.office(ui.language()), passwords())
              .preview(chosen, Errands.progress(reporter));
        });
  }

  /// A receipt changes no answer: it is noted without asking.
  private void takeReceipts(Path chosen) {
    receipts.clear();
    receiptProblem.set(null);
    state.set(State.READING);
    ui.background()
        .run(() -> new ReceiptErrand(desk.office(ui.language())).take(chosen))
        .onSuccess(taken -> {
          receipts.setAll(taken);
          desk.touch();
        })
        .onError(Refused.class, e -> receiptProblem.set(e.problem()))
        .onError(
            IOException.class, _ -> receiptProblem.set(Problem.of(ProblemCode.RECEIPT_UNKNOWN)))
        .atLast(() -> state.set(State.RECEIPT))
        .start();
  }

  /// Takes the file that was looked at.
  public void accept() {
    Path chosen = file.get();
    if (chosen != null && state.get() == State.PREVIEW) {
      run(
          State.TAKING,
          State.TAKEN,
          reporter ->
              new ImportErrand(desk.office(ui.language()), passwords())
                  .remembering(remember.get())
                  .merge(chosen, Errands.progress(reporter)));
    }
  }

  /// Takes back what was taken.
  public void undo() {
    FileResult of = result.get();
    Long batch = of == null ? null : of.batch();
    if (batch != null) {
      Undoing.run(desk, ui, batch, busy, () -> state.set(State.UNDONE));
    }
  }

  public void forget() {
    file.set(null);
    result.set(null);
    state.set(State.NONE);
  }

  private void run(State during, State after, Background.LongWork<FileResult> errand) {
    if (busy.get()) {
      return;
    }
    State before = state.get();
    busy.set(true);
    state.set(during);
    Background.Work<FileResult> work = ui.background().runLong(Errands.work(errand));
    work.onSuccess(
            done -> {
              result.set(done);
              changes.show(ChangesModel.Content.of(done), null);
              if (after == State.TAKEN) {
                desk.readVillages();
                tellOfForms();
              }
              state.set(after);
            })
        .atLast(() -> {
          busy.set(false);
          if (state.get() == during) {
            state.set(before); // cancelled or failed
          }
        });
    ui.status().watch(work);
    work.start();
  }

  /// A package that brought a new version of a form has a report to be read.
  private void tellOfForms() {
    List<FormUpdates.Report> now = FormUpdates.all(desk.store());
    if (!now.equals(noted)) {
      noted = now;
      ui.status()
          .tell(
              new StatusLine.Notice(
                  "update.came",
                  Tone.ACCENT,
                  "update.see",
                  () -> ui.navigator().go(new Place.FormUpdates()),
                  ""));
    }
  }

  private List<String> passwords() {
    return password.get().isEmpty() ? List.of() : List.of(password.get());
  }
}
