package dev.kith.api.people;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of suggestions.
 *
 * @param suggestions person by person, those with the likeliest first; a page has those of as many
 *     people as were asked for
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record SuggestionsPage(List<SuggestionView> suggestions, @Nullable String next) {}
