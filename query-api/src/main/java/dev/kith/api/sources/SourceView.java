package dev.kith.api.sources;

import dev.kith.schemas.CursorRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one source.
 *
 * @param source its name
 * @param network its network
 * @param state reading, waiting, at rest, needs a person, paused, stopped, or removed
 * @param message why it waits, or what the user can do
 * @param read activities read so far, repeats included
 * @param unreadable number of unreadable items so far
 * @param remaining items left to read; missing if the network does not report them
 * @param rate activities per second of the last page
 * @param lastEvent when the latest activity read so far was done; missing before the first
 * @param limitations what it cannot show by its nature, such as "what happened before you followed"
 * @param settings by key; of a secret at most its file; missing if it is not configured here
 * @param since when its state began; while it is read, when it last reported; missing before
 */
@Serdeable
record SourceView(
    @Schema(example = "mail-inbox") String source,
    @Schema(example = "mail") String network,
    @Schema(example = "at rest") String state,
    @Nullable String message,
    @Schema(example = "13449") long read,
    @Schema(example = "2") long unreadable,
    @Nullable Long remaining,
    @Schema(example = "812.5") double rate,
    @Nullable Instant lastEvent,
    @Schema(example = "[\"mails that were deleted before they were read\"]")
        List<String> limitations,
    @Nullable Map<String, String> settings,
    @Nullable Instant since) {
  static SourceView of(CursorRecord cursor) {
    return new SourceView(
        cursor.getSource(),
        cursor.getNetwork(),
        cursor.getState().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        cursor.getMessage().orElse(null),
        cursor.getRead(),
        cursor.getUnreadable(),
        cursor.getRemaining().orElse(null),
        Math.round(cursor.getRate() * 10) / 10.0,
        cursor.getLastEvent().orElse(null),
        cursor.getLimitations(),
        null,
        cursor.getAt());
  }

  /** The view of a configured source, with what was read so far. */
  static SourceView of(ConfiguredSource source, Optional<SourceView> read) {
    SourceView before = read.orElseGet(() -> unread(source));
    return new SourceView(
        source.name(),
        before.network,
        source.state() == null ? before.state : source.state(),
        source.state() == null ? before.message : source.message(),
        before.read,
        before.unreadable,
        before.remaining,
        before.rate,
        before.lastEvent,
        before.limitations,
        source.settings(),
        source.since() == null ? before.since : source.since());
  }

  private static SourceView unread(ConfiguredSource source) {
    return new SourceView(
        source.name(),
        source.network(),
        "reading",
        null,
        0,
        0,
        null,
        0,
        null,
        List.of(),
        null,
        null);
  }

  /** The view of a source that is not configured any more. */
  SourceView removed() {
    return new SourceView(
        source,
        network,
        "removed",
        null,
        read,
        unreadable,
        null,
        0,
        lastEvent,
        limitations,
        null,
        since);
  }
}
