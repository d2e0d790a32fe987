package id.dampingan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Work off the screen's thread, in one shape.
///
/// `background.run(() -> store.counts()).onSuccess(this::show).start()`. There are two lanes: short
/// work goes one after the other in the order it was given, long work (an import) beside it. Tests
/// hand in executors that run at once.
public final class Background {
  /// Work that tells how far it is and may be asked to stop.
  @FunctionalInterface
  public interface LongWork<T> {
    T run(Reporter reporter) throws Exception;
  }

  /// What running work can say and ask.
  public interface Reporter {
    /// @param share from 0 to 1, negative: unknown
    /// @param what in people's words
    void tell(double share, String what);

    boolean isCancelled();
  }

  private final Executor shortLane;
  private final Executor longLane;
  private final Executor screen;
  private Consumer<Exception> unhandled = Background::log;

  public Background(Executor shortLane, Executor longLane, Executor screen) {
    this.shortLane = shortLane;
    this.longLane = longLane;
    this.screen = screen;
  }

  /// Runs everything at once on the caller's thread, for tests.
  public static Background atOnce() {
    return new Background(Runnable::run, Runnable::run, Runnable::run);
  }

  /// Who hears of errors that nobody else took.
  public void setUnhandled(Consumer<Exception> consumer) {
    unhandled =
        error -> {
          log(error);
          consumer.accept(error);
        };
  }

  /// Short work, under a second, in order.
  public <T> Work<T> run(Callable<T> work) {
    return new Work<>(shortLane, _ -> work.call());
  }

  /// Long work with progress, beside the short work.
  public <T> Work<T> runLong(LongWork<T> work) {
    return new Work<>(longLane, work);
  }

  /// Changes what the screen shows, from work in the background, and waits until it is done.
  public void show(Runnable change) {
    CompletableFuture<Boolean> shown = new CompletableFuture<>();
    screen.execute(() -> {
      try {
        change.run();
      } finally {
        shown.complete(true);
      }
    });
    shown.join();
  }

  private static void log(Exception error) {
    System.getLogger(Background.class.getName())
        .log(System.Logger.Level.ERROR, "work in the background failed", error);
  }

  private record Handler<E extends Exception>(Class<E> type, Consumer<? super E> consumer) {
    boolean take(Exception error) {
      if (!type.isInstance(error)) {
        return false;
      }
      consumer.accept(type.cast(error));
      return true;
    }
  }

  /// One piece of work; its properties change on the screen's thread only.
  public final class Work<T> implements Reporter {
    private final Executor lane;
    private final LongWork<T> work;
    private final List<Consumer<? super T>> successes = new ArrayList<>();
    private final List<Handler<?>> handlers = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty saying = new SimpleStringProperty("");
    private final LongProperty secondsLeft = new SimpleLongProperty(-1);
    private @Nullable TimeLeft timeLeft;
    private final BooleanProperty running = new SimpleBooleanProperty();

    private Work(Executor lane, LongWork<T> work) {
      this.lane = lane;
      this.work = work;
    }

    public Work<T> onSuccess(Consumer<? super T> consumer) {
      successes.add(consumer);
      return this;
    }

    /// The first handler whose type fits takes the error.
    public <E extends Exception> Work<T> onError(Class<E> type, Consumer<? super E> consumer) {
      handlers.add(new Handler<>(type, consumer));
      return this;
    }

    /// Called at the end, however it came.
    public Work<T> atLast(Runnable ending) {
      endings.add(ending);
      return this;
    }

    public Work<T> start() {
      running.set(true);
      lane.execute(this::execute);
      return this;
    }

    public void cancel() {
      cancelled.set(true);
    }

    public ReadOnlyDoubleProperty progressProperty() {
      return progress;
    }

    public ReadOnlyStringProperty sayingProperty() {
      return saying;
    }

    /// How long it will still take, negative: unknown.
    public ReadOnlyLongProperty secondsLeftProperty() {
      return secondsLeft;
    }

    public ReadOnlyBooleanProperty runningProperty() {
      return running;
    }

    @Override
    public void tell(double share, String what) {
      TimeLeft measured = timeLeft;
      long left = measured == null ? -1 : measured.at(share).orElse(-1);
      screen.execute(() -> {
        secondsLeft.set(left);
        progress.set(share);
        saying.set(what);
      });
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }

    private void execute() {
      timeLeft = new TimeLeft(System::nanoTime);
      try {
        T result = work.run(this);
        screen.execute(() -> finish(() -> successes.forEach(each -> each.accept(result))));
      } catch (CancellationException e) {
        cancelled.set(true);
        screen.execute(() -> finish(() -> {}));
      } catch (Exception e) {
        screen.execute(() -> finish(() -> fail(e)));
      }
    }

    private void fail(Exception error) {
      for (Handler<?> handler : handlers) {
        if (handler.take(error)) {
          return;
        }
      }
      unhandled.accept(error);
    }

    private void finish(Runnable outcome) {
      running.set(false);
      try {
        outcome.run();
      } finally {
        endings.forEach(Runnable::run);
      }
    }
  }
}
