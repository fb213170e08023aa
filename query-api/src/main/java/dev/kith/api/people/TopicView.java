package dev.kith.api.people;

import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.query.Viewer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * People who write about a topic.
 *
 * @param topic as requested
 * @param people most engaged first
 * @param closest those who are closest to the viewer, closest first
 * @param total number of people among the votes
 * @param as the viewer
 * @param at the moment for which strength and trend hold
 */
@Serdeable
record TopicView(
    @Schema(example = "biodiversity") String topic,
    List<PersonHit> people,
    List<PersonHit> closest,
    int total,
    Viewer.Summary as,
    Instant at) {}
