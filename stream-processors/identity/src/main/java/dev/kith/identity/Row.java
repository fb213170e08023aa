package dev.kith.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of one node of the evidence graph.
 *
 * @param facts of an account; null for an identifier and while the account is not there
 * @param seed the seed account of its cluster; null while it is the account itself
 * @param explained fingerprint of what was last published of the person it is the seed of
 * @param links its ties; a decision stands at whichever of its accounts said it, every other tie at
 *     both ends
 */
record Row(@Nullable Facts facts, @Nullable String seed, long explained, List<Link> links) {
  static final Row EMPTY = new Row(null, null, 0, List.of());

  /** One tie to another node. */
  record Link(String to, Tie tie) {}

  /** True if it says nothing: no ties, and nothing was said of the account that is not so. */
  boolean isIdle() {
    return links.isEmpty() && seed == null && explained == 0;
  }

  Optional<Tie> tie(String to, Tie.Sort sort) {
    for (Link link : links) {
      if (link.tie().sort() == sort && link.to().equals(to)) {
        return Optional.of(link.tie());
      }
    }
    return Optional.empty();
  }

  Row with(String to, Tie.Sort sort, @Nullable Tie tie) {
    List<Link> changed = new ArrayList<>(links);
    changed.removeIf(link -> link.to().equals(to) && link.tie().sort() == sort);
    if (tie != null) {
      changed.add(new Link(to, tie));
    }
    return new Row(facts, seed, explained, changed);
  }

  Row with(@Nullable Facts news) {
    return new Row(news, seed, explained, links);
  }

  Row with(@Nullable String newSeed, long newExplained) {
    return new Row(facts, newSeed, newExplained, links);
  }
}
