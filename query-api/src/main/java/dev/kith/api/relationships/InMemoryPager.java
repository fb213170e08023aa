package dev.kith.api.relationships;

import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.Hits;
import dev.kith.api.index.Hits.Hit;
import dev.kith.api.request.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pages of a list in memory. */
final class InMemoryPager {
  private InMemoryPager() {}

  static Hits<IndexedRelationship> page(
      List<IndexedRelationship> all, Comparator<IndexedRelationship> order, PageRequest page) {
    List<Hit<IndexedRelationship>> hits =
        all.stream()
            .sorted(order.thenComparing(IndexedRelationship::id))
            .map(each -> new Hit<>(each, 0, List.of('"' + each.id() + '"')))
            .toList();
    int start =
        Optional.of(page.after())
            .filter(after -> !after.isEmpty())
            .map(after -> position(hits, after) + 1)
            .orElse(0);
    List<Hit<IndexedRelationship>> shown = hits.stream().skip(start).limit(page.size()).toList();
    return new Hits<>(shown, hits.size(), start + shown.size() < hits.size());
  }

  private static int position(List<Hit<IndexedRelationship>> hits, List<String> after) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).sort().equals(after)) {
        return i;
      }
    }
    throw InvalidParameterException.cursor();
  }
}
