package dev.kith.api.searches;

import dev.kith.schemas.SavedSearch;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A saved search.
 *
 * @param id of the search
 * @param name what it is called
 * @param q what it looks for
 * @param what activities, relationships or people
 * @param as who asks; missing where it is the usual viewer
 * @param at when it was saved
 */
@Serdeable
record SearchView(
    @Schema(example = "6fd0c1b2a49e4f7c") String id,
    @Schema(example = "Losing touch") String name,
    @Schema(example = "trend:cooling strength:>5") String q,
    @Schema(example = "relationships") String what,
    @Nullable @Schema(example = "ann@example.org") String as,
    Instant at) {
  static SearchView of(SavedSearch search) {
    return new SearchView(
        search.getId(),
        search.getName(),
        search.getQ(),
        search.getWhat().name().toLowerCase(Locale.ROOT),
        search.getAs().orElse(null),
        search.getAt());
  }
}
