package dev.kith.ingest.runtime;

import java.time.Duration;

/** The reading loop of a source, and the thread it runs in. */
record RunningSource(String name, Thread thread) {
  static RunningSource start(String name, ReadingLoop loop) {
    return new RunningSource(name, Thread.ofVirtual().name("source-" + name).start(loop));
  }

  /** Makes the loop stop after the page that it is committing. */
  void interrupt() {
    thread.interrupt();
  }

  /**
   * Waits for the end of the loop until a deadline in {@link System#nanoTime}; whether it ended.
   */
  boolean awaitEnd(long deadline) {
    try {
      return thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
