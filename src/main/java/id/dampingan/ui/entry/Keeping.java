package id.dampingan.ui.entry;

import id.dampingan.store.Store;
import id.dampingan.submission.FilledForm;
import id.dampingan.ui.Background;
import id.dampingan.ui.StatusLine;
import id.dampingan.ui.Tone;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes the form in the background; while that is busy, only the newest state waits.
///
/// The bottom line calls the work saved only when nothing waits any more.
final class Keeping {
  private record Pending(FilledForm filled, String status, String steps) {}

  private final Background background;
  private final StatusLine status;
  private final Clock clock;
  private final Store store;
  private final Autosave autosave;
  private final String setting;
  private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();
  private int waiting;

  Keeping(
      Background background,
      StatusLine status,
      Clock clock,
      Store store,
      Autosave autosave,
      UUID root) {
    this.background = background;
    this.status = status;
    this.clock = clock;
    this.store = store;
    this.autosave = autosave;
    this.setting = stepsSetting(root);
  }

  /// Where the workspace keeps what can be undone in this form.
  static String stepsSetting(UUID root) {
    return "isian.urung." + root;
  }

  /// @param steps what can be undone then, as text
  void keep(FilledForm filled, String recordStatus, String steps) {
    pending.set(new Pending(filled, recordStatus, steps));
    waiting++;
    status.savingProperty().set(true);
    background
        .run(() -> {
          Pending next = pending.getAndSet(null);
          if (next != null) {
            autosave.keep(next.filled(), next.status());
            store.setSetting(setting, next.steps());
          }
          return true;
        })
        .onSuccess(_ -> {
          if (waiting == 1) {
            status.savingProperty().set(false);
            status.savedAtProperty().set(clock.instant());
          }
        })
        .onError(
            Exception.class,
            error ->
                status.tell(
                    new StatusLine.Notice(
                        "entry.notSaved", Tone.DANGER, null, null, String.valueOf(error))))
        .atLast(() -> waiting--)
        .start();
  }
}
