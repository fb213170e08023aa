package dev.kith.api.index;

import java.util.List;

/**
 * One page of hits.
 *
 * @param hits best first
 * @param total number of matches, exact up to a limit of Elasticsearch
 * @param hasMore whether a further page may follow
 * @param <T> type of the documents
 */
public record Hits<T>(List<Hit<T>> hits, long total, boolean hasMore) {
  /** The documents of the hits. */
  public List<T> documents() {
    return hits.stream().map(Hit::document).toList();
  }

  /**
   * One hit.
   *
   * @param document the document
   * @param score its score
   * @param sort its sort values: the next page begins after them
   * @param <T> type of the document
   */
  public record Hit<T>(T document, double score, List<String> sort) {}
}
