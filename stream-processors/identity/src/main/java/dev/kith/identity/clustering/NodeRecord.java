package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.PairEvidence;
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
public record NodeRecord(
    @Nullable AccountAttributes facts, @Nullable String seed, long explained, List<Link> links) {
  static final NodeRecord EMPTY = new NodeRecord(null, null, 0, List.of());

  /** One tie to another node. */
  record Link(String to, PairEvidence tie) {}

  /** True if it says nothing: no ties, and nothing was said of the account that is not so. */
  boolean isIdle() {
    return links.isEmpty() && seed == null && explained == 0;
  }

  Optional<PairEvidence> tie(String to, PairEvidence.Sort sort) {
    for (Link link : links) {
      if (link.tie().sort() == sort && link.to().equals(to)) {
        return Optional.of(link.tie());
      }
    }
    return Optional.empty();
  }

  NodeRecord with(String to, PairEvidence.Sort sort, @Nullable PairEvidence tie) {
    List<Link> changed = new ArrayList<>(links);
    changed.removeIf(link -> link.to().equals(to) && link.tie().sort() == sort);
    if (tie != null) {
      changed.add(new Link(to, tie));
    }
    return new NodeRecord(facts, seed, explained, changed);
  }

  NodeRecord with(@Nullable AccountAttributes news) {
    return new NodeRecord(news, seed, explained, links);
  }

  NodeRecord with(@Nullable String newSeed, long newExplained) {
    return new NodeRecord(facts, newSeed, newExplained, links);
  }
}
