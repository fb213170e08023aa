package dev.kith.setup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a request while a server does not answer, because containers start in any order.
 *
 * @param limit how long
 * @param pause between two attempts
 */
record RetryPolicy(Duration limit, Duration pause) {
  private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);

  /** A request to a server. */
  interface Request<T> {
    T send() throws IOException;
  }

  /**
   * Returns the answer as soon as there is one.
   *
   * @param server its name and address
   */
  <T> T retry(String server, Request<T> request) {
    Instant end = Instant.now().plus(limit);
    while (true) {
      try {
        return request.send();
      } catch (IOException e) {
        if (Instant.now().isAfter(end)) {
          throw new SetupException(
              "expected %s to answer within %s, found: %s".formatted(server, limit, e), e);
        }
        LOG.info("waiting for {}: {}", server, e.getMessage());
      }
      rest();
    }
  }

  private void rest() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupException("interrupted while waiting for a server", e);
    }
  }
}
