package id.dampingan.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets one act write at a time; another one waits, a minute at most.
final class Turn {
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Semaphore writing = new Semaphore(1);

  /// Waits for the turn; who took it gives it back with [#end].
  void take() {
    try {
      if (!writing.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreFailure(
            "Another act has been writing for a minute; wait until it ends, then try again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("The act was interrupted before it began.");
    }
  }

  void end() {
    writing.release();
  }

  /// Does a piece of work in a turn of its own.
  <T> T with(Supplier<T> work) {
    take();
    try {
      return work.get();
    } finally {
      end();
    }
  }
}
