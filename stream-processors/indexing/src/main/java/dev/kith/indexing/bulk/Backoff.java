package dev.kith.indexing.bulk;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: twice as long each time, and not all at once.
 *
 * @param shortest first pause
 * @param longest no pause is longer
 */
public record Backoff(Duration shortest, Duration longest) {
  private static final int DOUBLINGS = 20;

  /** The pause after this many failures in a row, without its random part. */
  public Duration after(int failures) {
    Duration pause = shortest.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  public void rest(int failures) throws InterruptedException {
    Thread.sleep(
        after(failures).multipliedBy(ThreadLocalRandom.current().nextInt(75, 126)).dividedBy(100));
  }
}
