package dev.kith.embedded.process;

import java.io.IOException;
import java.time.Duration;

/**
 * The program that a part runs as a child process. {@link #launch} is called for each start, on one
 * thread at a time; {@link #isReady} is called repeatedly until it returns true.
 */
public interface Program {

  /** The name in messages and in the names of log and pid files. */
  String name();

  /** The port that clients connect to; fixed before the first start. */
  int port();

  /** Prepares folders and configuration and returns the process to start. */
  LaunchSpec launch() throws IOException;

  /** Whether the started process can serve requests. */
  boolean isReady(ChildProcess child);

  /** How long a start may take on a busy machine, or with recovery after a crash. */
  default Duration startTimeout() {
    return Duration.ofMinutes(5);
  }
}
