package id.dampingan.ui;

import id.dampingan.exchange.BulkErrand;
import id.dampingan.exchange.Refused;
import id.dampingan.exchange.RoundErrand;
import id.dampingan.exchange.UndoErrand;
import id.dampingan.form.Form;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What is done to many records at once: nobody is asked, the bottom line says what was done and
/// offers "Urungkan".
public final class RecordDeeds {
  private final Desk desk;
  private final Ui ui;
  private final BooleanProperty busy = new SimpleBooleanProperty();

  public RecordDeeds(Desk desk, Ui ui) {
    this.desk = desk;
    this.ui = ui;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /// "Perbarui pada putaran ini" for the units of these records.
  ///
  /// @param then gets the new records; those that were there already if there are no new ones
  public void carry(Form form, Collection<UUID> roots, Consumer<List<UUID>> then) {
    carry(
        reporter ->
            new RoundErrand(desk.office(ui.language()))
                .records(form.id(), roots, desk.openRound(), Errands.progress(reporter)),
        then);
  }

  /// The same for every unit of a village.
  public void carryVillage(Form form, String village, Consumer<List<UUID>> then) {
    carry(
        reporter ->
            new RoundErrand(desk.office(ui.language()))
                .village(form.id(), village, desk.openRound(), Errands.progress(reporter)),
        then);
  }

  private void carry(Background.LongWork<RoundErrand.Carried> errand, Consumer<List<UUID>> then) {
    run(
        errand,
        carried -> {
          String round = ui.words().texts().round(desk.openRound());
          if (carried.made().isEmpty()) {
            say(ui.get("deed.carried.none", round), Tone.ACCENT, 0);
          } else {
            say(ui.count("deed.carried", carried.made().size()), Tone.SUCCESS, carried.batch());
          }
          then.accept(carried.made().isEmpty() ? carried.there() : carried.made());
        });
  }

  /// Calls them complete, where nothing is missing.
  public void complete(Collection<UUID> roots) {
    run(
        reporter ->
            new BulkErrand(desk.office(ui.language())).complete(roots, Errands.progress(reporter)),
        done -> {
          String said = ui.count("deed.completed", done.changed());
          if (done.left().isEmpty()) {
            say(said, Tone.SUCCESS, done.batch());
          } else {
            say(
                said + " · " + ui.count("deed.left", done.left().size()),
                Tone.WARNING,
                done.batch());
          }
        });
  }

  public void delete(Collection<UUID> roots) {
    run(
        reporter ->
            new BulkErrand(desk.office(ui.language())).delete(roots, Errands.progress(reporter)),
        done -> say(ui.count("deed.deleted", done.changed()), Tone.SUCCESS, done.batch()));
  }

  private <T> void run(Background.LongWork<T> errand, Consumer<T> then) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    Background.Work<T> work = ui.background().runLong(Errands.work(errand));
    work.onSuccess(then)
        .onError(
            Refused.class,
            refused ->
                ui.status()
                    .tell(
                        new StatusLine.Notice(
                            "deed.refused",
                            Tone.WARNING,
                            null,
                            null,
                            String.valueOf(refused.getMessage()))))
        .atLast(() -> busy.set(false));
    ui.status().watch(work);
    work.start();
  }

  private void say(String sentence, Tone tone, long batch) {
    @Nullable String deed = batch == 0 ? null : "do.undo";
    ui.status()
        .tell(
            new StatusLine.Notice(sentence, tone, deed, batch == 0 ? null : () -> undo(batch), ""));
  }

  private void undo(long batch) {
    run(
        _ -> new UndoErrand(desk.office(ui.language())).undo(batch, true),
        undone ->
            ui.status()
                .tell(
                    StatusLine.Notice.of(
                        undone.untouched().isEmpty()
                            ? ui.get("deed.undone")
                            : ui.count("deed.undone.partly", undone.untouched().size()),
                        Tone.SUCCESS)));
  }
}
