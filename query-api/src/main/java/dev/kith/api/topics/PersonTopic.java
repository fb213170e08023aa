package dev.kith.api.topics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What somebody speaks of more than others do.
 *
 * @param topic its name
 * @param activities how many of theirs are about it
 */
@Serdeable
public record PersonTopic(
    @Schema(example = "biodiversity") String topic, @Schema(example = "14") long activities) {}
