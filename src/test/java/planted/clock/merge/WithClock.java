package planted.clock.merge;

import java.time.Clock;

/// Looks at the clock where nothing may.
final class WithClock {
  Clock clock = Clock.systemUTC();
}
