package id.dampingan.app;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/// Locks the workspace when nobody has pressed or moved anything for a while.
final class IdleLock {
  private static final Duration LOOK = Duration.seconds(5);

  private final IntSupplier minutes;
  private final BooleanSupplier busy;
  private final LongSupplier nanos;
  private final Runnable lock;
  private final Timeline looking = new Timeline();
  private long last;

  /// @param minutes how long nobody may be there; 0: never mind
  /// @param busy whether work runs that must not be interrupted, or nothing is open
  /// @param nanos a clock that nobody sets back
  IdleLock(IntSupplier minutes, BooleanSupplier busy, LongSupplier nanos, Runnable lock) {
    this.minutes = minutes;
    this.busy = busy;
    this.nanos = nanos;
    this.lock = lock;
    this.last = nanos.getAsLong();
  }

  /// Notices what is pressed or moved in a scene.
  void watch(Scene scene) {
    scene.addEventFilter(InputEvent.ANY, _ -> touched());
    looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> look()));
    looking.setCycleCount(Animation.INDEFINITE);
  }

  /// Looks from now on, until nothing is open any more.
  void begin() {
    touched();
    looking.play();
  }

  void end() {
    looking.stop();
  }

  void touched() {
    last = nanos.getAsLong();
  }

  void look() {
    if (busy.getAsBoolean()) {
      touched();
      return;
    }
    int allowed = minutes.getAsInt();
    if (allowed > 0 && nanos.getAsLong() - last >= TimeUnit.MINUTES.toNanos(allowed)) {
      touched();
      lock.run();
    }
  }
}
