package id.dampingan.ui;

import id.dampingan.exchange.Cancelled;
import id.dampingan.exchange.Progress;
import java.util.concurrent.CancellationException;

/// Runs an errand as work in the background: its progress is told, its cancelling heard.
public final class Errands {
  private Errands() {}

  /// The errand's view of running work.
  public static Progress progress(Background.Reporter reporter) {
    return new Progress() {
      @Override
      public void at(String what, long done, long total) {
        reporter.tell(total <= 0 ? -1 : (double) done / total, what);
      }

      @Override
      public boolean isCancelled() {
        return reporter.isCancelled();
      }
    };
  }

  /// Long work whose cancelling is no error.
  public static <T> Background.LongWork<T> work(Background.LongWork<T> errand) {
    return reporter -> {
      try {
        return errand.run(reporter);
      } catch (Cancelled e) {
        throw (CancellationException) new CancellationException().initCause(e);
      }
    };
  }
}
