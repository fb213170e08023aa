package dev.kith.standalone.supervision;

import dev.kith.embedded.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a part may end, and how long to wait before each restart. */
final class RestartPolicy {

  static final int DEATHS = 6;
  static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 4;

  private final Duration firstPause;
  private final InstantSource clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();

  /**
   * @param firstPause before the restart after a second end; the first restart is immediate, and
   *     each further pause doubles
   */
  RestartPolicy(Duration firstPause, InstantSource clock) {
    this.firstPause = firstPause;
    this.clock = clock;
  }

  static RestartPolicy usual() {
    return new RestartPolicy(Duration.ofSeconds(1), InstantSource.system());
  }

  /**
   * Counts an end.
   *
   * @throws StackException if the part has ended too often
   */
  synchronized Duration pauseAfterDeath(String part, String reason, Path log) {
    Instant now = clock.instant();
    deaths.addLast(now);
    while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
      deaths.removeFirst();
    }
    if (deaths.size() >= DEATHS) {
      throw new StackException(
          "the %s has ended %d times in %d minutes, the last time: %s; see %s"
              .formatted(part, deaths.size(), WITHIN.toMinutes(), reason, log));
    }
    return deaths.size() == 1
        ? Duration.ZERO
        : firstPause.multipliedBy(1L << Math.min(deaths.size() - 2, MAX_DOUBLINGS));
  }
}
