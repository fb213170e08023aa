package dev.kith.api.people;

import dev.kith.api.request.ViewerSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * People who talk about a topic.
 *
 * @param topic as asked for
 * @param people most engaged first
 * @param closest those of them to whom the viewer is closest, closest first
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
    ViewerSummary as,
    Instant at) {}
