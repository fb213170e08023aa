package dev.kith.ingest.runtime;

import java.time.Duration;

/** The reading loop of a source, and the thread it runs in. */
record RunningSource(String name, Thread thread) {
  static RunningSource start(String name, ReadingLoop loop) {
    return new RunningSource(name, Thread.ofVirtual().name("source-" + name).start(loop));
  }

  /** Tells it to finish the page that it is committing, and to end. */
  void interrupt() {
    thread.interrupt();
  }

  /** Waits until it has ended, or until the deadline; returns whether it has. */
  boolean awaitEnd(long deadline) {
    try {
      return thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
