package dev.kith.api.searches;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The body of a request to mark new matches as seen.
 *
 * @param until the value of until in the new matches
 */
@Serdeable
record SeenRequest(
    @NotNull(message = UNTIL) @Size(max = 20_000, message = UNTIL) @Schema(example = "0-8121.1-7733")
        String until) {
  private static final String UNTIL = "the value of until in the updates of this search";
}
