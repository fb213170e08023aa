package dev.kith.api.sources;

import dev.kith.schemas.UnreadableRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item that could not be read.
 *
 * @param id of the record in its topic
 * @param source the source or step that could not read it
 * @param reason what was expected, what was found, and where
 * @param at when
 * @param place topic, partition and offset of a record that a step could not read
 * @param key of that record, or the id of the item
 * @param type media type of the item
 * @param bytes how much of it is kept
 */
@Serdeable
record UnreadableView(
    @Schema(example = "0-17") String id,
    @Schema(example = "mail-inbox") String source,
    @Schema(example = "line 7: expected a JSON object, found an array") String reason,
    Instant at,
    @Nullable @Schema(example = "kith.activities.v1-0@1234") String place,
    @Nullable String key,
    @Nullable @Schema(example = "message/rfc822") String type,
    @Schema(example = "512") int bytes) {

  static UnreadableView of(int partition, long offset, UnreadableRecord record) {
    return new UnreadableView(
        partition + "-" + offset,
        record.getStep(),
        record.getReason(),
        record.getAt(),
        record
            .getTopic()
            .map(topic -> "%s-%d@%d".formatted(topic, record.getPartition(), record.getOffset()))
            .orElse(null),
        record.getKey().orElse(null),
        record.getOriginalType().orElse(null),
        record.getOriginal().remaining());
  }
}
