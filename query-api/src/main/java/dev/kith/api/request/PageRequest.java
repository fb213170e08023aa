package dev.kith.api.request;

import dev.kith.api.index.Hits;
import dev.kith.api.query.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a response.
 *
 * @param query all parameters that stay the same on every page, as text
 * @param moment of the request; the same for all its pages
 * @param size most hits
 * @param after the position at which the page begins; empty for the first
 * @param first time at which the first page was requested
 */
public record PageRequest(
    String query, Moment moment, int size, List<String> after, Instant first) {
  /** Keeps its own copy. */
  public PageRequest {
    after = List.copyOf(after);
  }

  /** A page of an answer about the moment of the request. */
  public PageRequest(String query, Moment moment, int size, List<String> after) {
    this(query, moment, size, after, moment.now());
  }

  /** The same page as of a past day. */
  public PageRequest at(LocalDate day) {
    return new PageRequest(query, moment.at(day), size, after, first);
  }

  /** The cursor of the page after these hits; null if there is none. */
  public @Nullable String next(Hits<?> hits) {
    return hits.hasMore() && !hits.hits().isEmpty() ? next(hits.hits().getLast().sort()) : null;
  }

  /** The cursor of the page after these sort values. */
  public String next(List<String> last) {
    return new PageCursor(first, last).encode(query);
  }
}
