package dev.kith.flow;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a stream thread dies: another takes its place after a growing pause, so that an
 * outage passes; after too many in a row the process ends, for whoever started it to start again.
 */
final class StreamThreadExceptionHandler implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(StreamThreadExceptionHandler.class);
  private static final Duration CALM = Duration.ofMinutes(10);

  private final String step;
  private final int restarts;
  private final Duration maxBackoff;
  private final Runnable end;
  private int failures;
  private Instant last = Instant.EPOCH;
  private volatile boolean givenUp;

  /**
   * What follows for one step.
   *
   * @param end ends the process
   */
  StreamThreadExceptionHandler(String step, int restarts, Duration maxBackoff, Runnable end) {
    this.end = end;
    this.step = step;
    this.restarts = restarts;
    this.maxBackoff = maxBackoff;
  }

  boolean hasGivenUp() {
    return givenUp;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    int number = count(Instant.now());
    if (number > restarts || failure instanceof Error) {
      LOG.error("{} failed for good and ends the process", step, failure);
      givenUp = true;
      end.run();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("{} failed, restart {} of {}", step, number, restarts, failure);
    return pause(number);
  }

  private synchronized int count(Instant now) {
    failures = last.plus(CALM).isBefore(now) ? 1 : failures + 1;
    last = now;
    return failures;
  }

  private StreamThreadExceptionResponse pause(int number) {
    long millis = Math.min(maxBackoff.toMillis(), 500L << Math.min(number, 20));
    try {
      Thread.sleep(millis);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }
}
