package dev.kith.api.searches;

import java.util.List;

/**
 * What newly fits a saved search.
 *
 * @param found what it is, at most as many as were asked for
 * @param more whether there may be more
 * @param until what to say when it has been seen
 */
record News(List<?> found, boolean more, String until) {
  /** Keeps its own copy. */
  News {
    found = List.copyOf(found);
  }
}
