package dev.kith.api.people;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of suggestions.
 *
 * @param suggestions grouped by person, the person with the likeliest first; the page size counts
 *     persons
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record SuggestionsPage(List<SuggestionView> suggestions, @Nullable String next) {}
