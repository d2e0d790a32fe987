package id.dampingan.exchange;

import id.dampingan.workbook.WorkbookRefused;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Work that another thread does until its result is asked for.
final class Ahead<T extends @Nullable Object> {
  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  static <T extends @Nullable Object> Ahead<T> start(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name(name).start(task);
    return new Ahead<>(task);
  }

  /// Waits for the work's end; an interruption waits, too, for whoever reads a file must be let
  /// finish before the file is closed.
  ///
  /// @throws WorkbookRefused if the work was, and so with whatever else it threw
  T result() throws WorkbookRefused, IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case WorkbookRefused refused -> throw refused;
        case IOException unreadable -> throw unreadable;
        case RuntimeException other -> throw other;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
