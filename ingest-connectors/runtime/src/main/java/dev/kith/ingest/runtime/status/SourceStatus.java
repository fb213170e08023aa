package dev.kith.ingest.runtime.status;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Page;
import dev.kith.schemas.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The status of a source.
 *
 * @param source name of the source
 * @param network of the source
 * @param state reading, at rest, waiting, needs a person, paused or stopped
 * @param message why it waits, or what a person should do; null if there is no problem
 * @param counts of the items read so far
 * @param remaining number of items itemsLeft to read; empty if it is not known
 * @param rate activities per second of the last page
 * @param limitations what the connector cannot read, for a person
 * @param at time since which the source is in this state; while it is read, that of the last page
 */
public record SourceStatus(
    String source,
    String network,
    SourceState state,
    @Nullable String message,
    SourceCounts counts,
    OptionalLong remaining,
    double rate,
    List<String> limitations,
    Instant at) {

  public SourceStatus {
    limitations = List.copyOf(limitations);
  }

  public static SourceStatus starting(Connector connector, Instant now) {
    return new SourceStatus(
        connector.source(),
        connector.network(),
        SourceState.READING,
        null,
        SourceCounts.NONE,
        OptionalLong.empty(),
        0,
        connector.limitations(),
        now);
  }

  /** A source that is not read: it was paused, or its settings are not accepted. */
  public static SourceStatus unread(
      String source, String network, SourceState state, @Nullable String message, Instant now) {
    return new SourceStatus(
        source,
        network,
        state,
        message,
        SourceCounts.NONE,
        OptionalLong.empty(),
        0,
        List.of(),
        now);
  }

  /** Activities published so far, repeats included. */
  public long read() {
    return counts.read();
  }

  /** Items set aside so far. */
  public long unreadable() {
    return counts.unreadable();
  }

  /** The status after opening the journal, with the counts of earlier readers. */
  public SourceStatus resumed(SourceCounts before) {
    return new SourceStatus(
        source,
        network,
        SourceState.READING,
        null,
        before.withIgnored(counts.ignored()),
        remaining,
        0,
        limitations,
        at);
  }

  /** The status after a page that took {@code taken} to read. */
  public SourceStatus and(Page page, Duration taken, Instant now) {
    boolean hasMore = page.remaining().orElse(1) > 0;
    double seconds = Math.max(taken.toNanos(), 1_000_000) / 1e9;
    return new SourceStatus(
        source,
        network,
        hasMore ? SourceState.READING : SourceState.AT_REST,
        null,
        counts.and(page, now),
        page.remaining(),
        page.activities().size() / seconds,
        limitations,
        now);
  }

  /** The same counts in another state, or in the same one for another reason. */
  public SourceStatus in(SourceState other, @Nullable String why, Instant now) {
    OptionalLong itemsLeft = other == SourceState.AT_REST ? OptionalLong.of(0) : remaining;
    Instant since = other == state ? at : now;
    return new SourceStatus(source, network, other, why, counts, itemsLeft, 0, limitations, since);
  }

  public boolean saysTheSameAs(SourceStatus other) {
    return state == other.state && Objects.equals(message, other.message);
  }
}
