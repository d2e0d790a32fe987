package id.dampingan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When a workspace locks itself.
class IdleLockTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger minutes = new AtomicInteger(10);
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger locked = new AtomicInteger();
  private final IdleLock lock =
      new IdleLock(minutes::get, busy::get, now::get, locked::incrementAndGet);

  @Test
  void locksOnceAfterTheMinutesWithoutAnybody() {
    pass(9);
    assertEquals(0, locked.get());
    pass(1);
    assertEquals(1, locked.get());
    pass(1);
    assertEquals(1, locked.get());
  }

  @Test
  void aKeyBeginsTheMinutesAnew() {
    pass(9);
    lock.touched();
    pass(9);
    assertEquals(0, locked.get());
  }

  @Test
  void workThatRunsIsNotInterrupted() {
    busy.set(true);
    pass(30);
    busy.set(false);
    pass(9);
    assertEquals(0, locked.get());
  }

  @Test
  void zeroMinutesMeanNever() {
    minutes.set(0);
    pass(600);
    assertEquals(0, locked.get());
  }

  private void pass(int more) {
    now.addAndGet(TimeUnit.MINUTES.toNanos(more));
    lock.look();
  }
}
