package dev.kith.standalone.supervision;

import dev.kith.embedded.process.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often one part may die, and how long to wait before it is started again. */
final class RestartPolicy {

  static final int DEATHS = 6;
  static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 4;

  private final Duration firstPause;
  private final InstantSource clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();

  /**
   * @param firstPause before the start after a second death; the first is followed by a start at
   *     once, each further one by twice the pause
   */
  RestartPolicy(Duration firstPause, InstantSource clock) {
    this.firstPause = firstPause;
    this.clock = clock;
  }

  static RestartPolicy usual() {
    return new RestartPolicy(Duration.ofSeconds(1), InstantSource.system());
  }

  /**
   * Counts a death.
   *
   * @throws StackFailure if it was one too many
   */
  synchronized Duration pauseAfterDeath(String part, String reason, Path log) {
    Instant now = clock.instant();
    deaths.addLast(now);
    while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
      deaths.removeFirst();
    }
    if (deaths.size() >= DEATHS) {
      throw new StackFailure(
          "the %s has ended %d times in %d minutes, the last time: %s; see %s"
              .formatted(part, deaths.size(), WITHIN.toMinutes(), reason, log));
    }
    return deaths.size() == 1
        ? Duration.ZERO
        : firstPause.multipliedBy(1L << Math.min(deaths.size() - 2, MAX_DOUBLINGS));
  }
}
