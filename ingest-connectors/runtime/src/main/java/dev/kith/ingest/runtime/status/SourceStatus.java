package dev.kith.ingest.runtime.status;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Page;
import dev.kith.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The status of a source.
 *
 * @param source its name
 * @param network its network
 * @param state whether it is read, rests, waits or needs somebody
 * @param message why it waits or what a person should do; null if all is well
 * @param read activities published so far, repeats included
 * @param unreadable items set aside so far
 * @param ignored parts of items left out since this process reads
 * @param remaining items known to follow
 * @param rate activities per second of the last page
 * @param at when this became so
 */
public record SourceStatus(
    String source,
    String network,
    SourceState state,
    @Nullable String message,
    long read,
    long unreadable,
    long ignored,
    OptionalLong remaining,
    double rate,
    Instant at) {

  public static SourceStatus starting(Connector connector, Instant now) {
    return new SourceStatus(
        connector.source(),
        connector.network(),
        SourceState.READING,
        null,
        0,
        0,
        0,
        OptionalLong.empty(),
        0,
        now);
  }

  /** Continues the counts of earlier readers. */
  public SourceStatus resumed(long readBefore, long unreadableBefore) {
    return new SourceStatus(
        source,
        network,
        SourceState.READING,
        null,
        readBefore,
        unreadableBefore,
        ignored,
        remaining,
        0,
        at);
  }

  /** The status after a page that took {@code taken} to read. */
  public SourceStatus and(Page page, Duration taken, Instant now) {
    boolean more = page.remaining().orElse(1) > 0;
    double seconds = Math.max(taken.toNanos(), 1_000_000) / 1e9;
    return new SourceStatus(
        source,
        network,
        more ? SourceState.READING : SourceState.AT_REST,
        null,
        read + page.activities().size(),
        unreadable + page.unreadable().size(),
        ignored + page.ignored().values().stream().mapToLong(Integer::longValue).sum(),
        page.remaining(),
        page.activities().size() / seconds,
        now);
  }

  /** The same counts in another state. */
  public SourceStatus in(SourceState other, @Nullable String why, Instant now) {
    OptionalLong left = other == SourceState.AT_REST ? OptionalLong.of(0) : remaining;
    return new SourceStatus(source, network, other, why, read, unreadable, ignored, left, 0, now);
  }

  public boolean saysTheSameAs(SourceStatus other) {
    return state == other.state && Objects.equals(message, other.message);
  }
}
