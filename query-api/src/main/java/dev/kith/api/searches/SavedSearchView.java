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
 * @param name of the search
 * @param q the search, in the search language
 * @param type activities, relationships or people
 * @param as the viewer; missing for the default viewer
 * @param at when it was saved
 */
@Serdeable
record SavedSearchView(
    @Schema(example = "6fd0c1b2a49e4f7c") String id,
    @Schema(example = "Losing touch") String name,
    @Schema(example = "trend:cooling strength:>5") String q,
    @Schema(example = "relationships") String type,
    @Nullable @Schema(example = "ann@example.org") String as,
    Instant at) {
  static SavedSearchView of(SavedSearch search) {
    return new SavedSearchView(
        search.getId(),
        search.getName(),
        search.getQ(),
        search.getWhat().name().toLowerCase(Locale.ROOT),
        search.getAs().orElse(null),
        search.getAt());
  }
}
