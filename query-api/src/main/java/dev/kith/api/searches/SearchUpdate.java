package dev.kith.api.searches;

import dev.kith.api.document.PersonRef;
import java.util.List;
import java.util.Map;

/**
 * New matches of a saved search.
 *
 * @param found the matches, at most as many as requested
 * @param actors the owners of the accounts in the matches, by account
 * @param more whether there may be more
 * @param until the position to send when the matches were seen
 */
record SearchUpdate(List<?> found, Map<String, PersonRef> actors, boolean more, String until) {}
