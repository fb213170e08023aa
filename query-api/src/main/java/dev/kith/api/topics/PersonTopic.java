package dev.kith.api.topics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A topic that a person writes about more than others do.
 *
 * @param topic its name
 * @param activities number of activities of the person about it
 */
@Serdeable
public record PersonTopic(
    @Schema(example = "biodiversity") String topic, @Schema(example = "14") long activities) {}
