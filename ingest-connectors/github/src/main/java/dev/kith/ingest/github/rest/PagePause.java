package dev.kith.ingest.github.rest;

import dev.kith.ingest.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Pauses the requests of a source after a read without new items. */
final class PagePause {
  private final InstantSource clock;
  private final Duration poll;
  private @Nullable Cursor resting;
  private Instant until = Instant.MIN;

  PagePause(InstantSource clock, Duration poll) {
    this.clock = clock;
    this.poll = poll;
  }

  boolean isPausing(Cursor cursor) {
    return cursor.equals(resting) && clock.instant().isBefore(until);
  }

  /**
   * Starts a pause at a cursor after which there is nothing; the server may require a longer one.
   */
  void rest(Cursor cursor, Duration least) {
    resting = cursor;
    until = clock.instant().plus(least.compareTo(poll) > 0 ? least : poll);
  }
}
