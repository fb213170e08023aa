package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.Original;
import dev.kith.ingest.activitystreams.document.IgnoredFields;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.schemas.Activity;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document beside its content.
 *
 * @param origin where it comes from
 * @param arrived when it was handed over; null if it was found and may be old
 * @param original as received
 * @param ignored what was left out of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record ParseContext(
    DocumentOrigin origin, @Nullable Instant arrived, byte[] original, IgnoredFields ignored) {
  public static final String MEDIA_TYPE = "application/activity+json";

  /** The first of the stated times, else the time of arrival. */
  Instant moment(String place, List<Optional<Instant>> stated) {
    return stated.stream()
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.ofNullable(arrived))
        .orElseThrow(
            () ->
                ignored
                    .reason(place)
                    .map(UnparsableException::new)
                    .orElseGet(() -> UnparsableException.at(place, "a time", null)));
  }

  /** The context of an inner object, dated by the activity around it. */
  ParseContext within(Optional<Instant> done) {
    return new ParseContext(origin, done.orElse(arrived), original, ignored);
  }

  /** A builder with the fields that do not depend on the kind of activity. */
  Activity.Builder activity(String id, String kind, Instant at) {
    return Activity.newBuilder()
        .setId(id)
        .setKind(kind)
        .setAt(at)
        .setNetwork(origin.network())
        .setSource(origin.source())
        .setVisibility(origin.visibility())
        .setOriginal(ByteBuffer.wrap(Original.truncate(original)))
        .setOriginalType(MEDIA_TYPE);
  }
}
