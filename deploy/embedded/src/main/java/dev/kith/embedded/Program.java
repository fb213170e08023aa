package dev.kith.embedded;

import java.io.IOException;
import java.time.Duration;

/**
 * What a part runs. {@link #launch} is called for each start, on one thread at a time; {@link
 * #isReady} is asked again and again until it says so.
 */
public interface Program {

  String name();

  /** The port that others speak to; fixed before the first start. */
  int port();

  /** Prepares folders and configuration and says what to run. */
  Launch launch() throws IOException;

  boolean isReady(Child child);

  /** How long a start may take on a busy machine, or after a death that left much to be checked. */
  default Duration patience() {
    return Duration.ofMinutes(5);
  }
}
