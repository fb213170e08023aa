package dev.kith.api.activities;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * A search for activities as it stands in the URL.
 *
 * @param q what to look for
 * @param as who asks
 * @param sort in which order
 * @param size how many at once
 * @param cursor where the page begins
 */
@Introspected
record ActivitiesQuery(
    @QueryValue
        @Parameter(required = false, example = "\"rain garden\" since:2025-01-01 -network:git")
        Optional<String> q,
    @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
    @QueryValue
        @Parameter(
            required = false,
            description = "newest, or best: the words decide",
            example = "newest")
        Optional<String> sort,
    @QueryValue
        @Parameter(
            required = false,
            schema = @Schema(type = "integer", minimum = "1", example = "20"))
        Optional<String> size,
    @QueryValue @Parameter(required = false, description = "next of the page before")
        Optional<String> cursor) {

  /** All that makes it the same question on every page. */
  String text() {
    return q.orElse("") + "\n" + as.orElse("") + "\n" + sort.orElse("");
  }
}
