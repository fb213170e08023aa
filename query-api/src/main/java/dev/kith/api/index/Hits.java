package dev.kith.api.index;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param hits best first
 * @param total how many there are, counted exactly up to a limit of Elasticsearch
 * @param hasMore whether a further page may follow
 * @param <T> what was looked for
 */
public record Hits<T>(List<Hit<T>> hits, long total, boolean hasMore) {
  /** Keeps its own copy. */
  public Hits {
    hits = List.copyOf(hits);
  }

  /** What was found, without why. */
  public List<T> documents() {
    return hits.stream().map(Hit::document).toList();
  }

  /**
   * One thing found.
   *
   * @param document what was found
   * @param score how well it matches
   * @param sort where it stands: the next page begins after it
   * @param <T> what was looked for
   */
  public record Hit<T>(T document, double score, List<String> sort) {}
}
