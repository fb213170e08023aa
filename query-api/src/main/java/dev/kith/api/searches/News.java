package dev.kith.api.searches;

import dev.kith.api.request.PersonRef;
import java.util.List;
import java.util.Map;

/**
 * What newly fits a saved search.
 *
 * @param found what it is, at most as many as were asked for
 * @param actors whom the accounts in what was found belong to, by account
 * @param more whether there may be more
 * @param until what to say when it has been seen
 */
record News(List<?> found, Map<String, PersonRef> actors, boolean more, String until) {
  /** Keeps its own copies. */
  News {
    found = List.copyOf(found);
    actors = Map.copyOf(actors);
  }
}
