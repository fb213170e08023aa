package dev.kith.api.asking;

import dev.kith.api.index.Hits;
import dev.kith.api.search.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an answer that is asked for.
 *
 * @param question all that makes it the same question, as text
 * @param moment of the question; the same for all its pages
 * @param size how many hits at most
 * @param after where it begins; empty for the first
 */
public record Page(String question, Moment moment, int size, List<String> after) {
  /** Keeps its own copy. */
  public Page {
    after = List.copyOf(after);
  }

  /** The cursor of the page that follows these hits; null if none does. */
  public @Nullable String next(Hits<?> hits) {
    return hits.more() && !hits.hits().isEmpty() ? next(hits.hits().getLast().sort()) : null;
  }

  /** The cursor of the page that begins after these sort values. */
  public String next(List<String> last) {
    return new Cursor(moment.now(), last).written(question);
  }
}
