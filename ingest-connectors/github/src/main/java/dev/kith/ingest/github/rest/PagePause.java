package dev.kith.ingest.github.rest;

import dev.kith.ingest.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Keeps a source that has come to rest from being requested again too soon. */
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

  /** Nothing follows the cursor now; the server may want a longer pause. */
  void rest(Cursor cursor, Duration least) {
    resting = cursor;
    until = clock.instant().plus(least.compareTo(poll) > 0 ? least : poll);
  }
}
