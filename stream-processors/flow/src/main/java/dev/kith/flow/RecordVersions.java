package dev.kith.flow;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Versions for what a step publishes: {@code (epoch << 40) | count}. The epoch is fixed when a
 * store is first filled, so that a state rebuilt from nothing writes higher versions than the one
 * that it replaces, and whoever keeps the highest version follows.
 */
public final class RecordVersions {
  private static final int COUNT_BITS = 40;
  private static final long FIRST_MINUTE =
      Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;

  private RecordVersions() {}

  /** The epoch of a store that is empty now: minutes since 2026. */
  public static long epochNow(ProcessorContext<?, ?> context) {
    return Math.max(1, context.currentSystemTimeMs() / 60_000 - FIRST_MINUTE);
  }

  /** The version of the {@code count}-th value under a key. */
  public static long version(long epoch, long count) {
    return (epoch << COUNT_BITS) | count;
  }
}
