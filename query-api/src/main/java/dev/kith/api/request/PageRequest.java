package dev.kith.api.request;

import dev.kith.api.index.Hits;
import dev.kith.api.query.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an answer that is asked for.
 *
 * @param question all that makes it the same question, as text
 * @param moment of the question; the same for all its pages
 * @param size how many hits at most
 * @param after where it begins; empty for the first
 * @param asked when the first page was asked for
 */
public record PageRequest(
    String question, Moment moment, int size, List<String> after, Instant asked) {
  /** Keeps its own copy. */
  public PageRequest {
    after = List.copyOf(after);
  }

  /** A page of an answer about the moment at which it was asked for. */
  public PageRequest(String question, Moment moment, int size, List<String> after) {
    this(question, moment, size, after, moment.now());
  }

  /** The same page of the answer to a question that looks at a past day. */
  public PageRequest at(LocalDate day) {
    return new PageRequest(question, moment.at(day), size, after, asked);
  }

  /** The cursor of the page that follows these hits; null if none does. */
  public @Nullable String next(Hits<?> hits) {
    return hits.more() && !hits.hits().isEmpty() ? next(hits.hits().getLast().sort()) : null;
  }

  /** The cursor of the page that begins after these sort values. */
  public String next(List<String> last) {
    return new PageCursor(asked, last).written(question);
  }
}
