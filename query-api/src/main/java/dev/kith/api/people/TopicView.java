package dev.kith.api.people;

import dev.kith.api.asking.AskedAs;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Who is engaged around a topic.
 *
 * @param topic as asked for
 * @param people most engaged first
 * @param closest those of them to whom the asker is closest, closest first
 * @param total how many are engaged, as far as the best matches show
 * @param as as whom it was asked
 * @param at the moment for which strength and trend hold
 */
@Serdeable
record TopicView(
    @Schema(example = "biodiversity") String topic,
    List<PersonHit> people,
    List<PersonHit> closest,
    int total,
    AskedAs as,
    Instant at) {}
