package dev.kith.api.relationships;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of relationships.
 *
 * @param relationships in the requested order
 * @param total number of matches, counted up to 10,000
 * @param next cursor of the next page; missing on the last
 * @param at the moment for which strength and trend hold
 * @param note what was not read; missing if everything was
 */
@Serdeable
public record RelationshipsPage(
    List<RelationshipView> relationships,
    @Schema(example = "42") long total,
    @Nullable String next,
    Instant at,
    @Nullable String note) {}
