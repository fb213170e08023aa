package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.PairEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of one node of the evidence graph.
 *
 * @param attributes of an account; null for an identifier and while the account does not exist
 * @param seed the seed account of its cluster; null while it is the account itself
 * @param explained fingerprint of what was last published of the person it is the seed of
 * @param links its evidence; a decision is stored at the account that stated it, other evidence at
 *     both ends
 */
public record NodeRecord(
    @Nullable AccountAttributes attributes,
    @Nullable String seed,
    long explained,
    List<Link> links) {
  static final NodeRecord EMPTY = new NodeRecord(null, null, 0, List.of());

  /** Evidence that leads to another node. */
  record Link(String to, PairEvidence evidence) {}

  /**
   * Whether it has no content: no evidence, and nothing was published that differs from the
   * default.
   */
  boolean isIdle() {
    return links.isEmpty() && seed == null && explained == 0;
  }

  Optional<PairEvidence> evidence(String to, PairEvidence.Type type) {
    for (Link link : links) {
      if (link.evidence().type() == type && link.to().equals(to)) {
        return Optional.of(link.evidence());
      }
    }
    return Optional.empty();
  }

  NodeRecord with(String to, PairEvidence.Type type, @Nullable PairEvidence evidence) {
    List<Link> changed = new ArrayList<>(links);
    changed.removeIf(link -> link.to().equals(to) && link.evidence().type() == type);
    if (evidence != null) {
      changed.add(new Link(to, evidence));
    }
    return new NodeRecord(attributes, seed, explained, changed);
  }

  NodeRecord with(@Nullable AccountAttributes current) {
    return new NodeRecord(current, seed, explained, links);
  }

  NodeRecord with(@Nullable String newSeed, long newExplained) {
    return new NodeRecord(attributes, newSeed, newExplained, links);
  }
}
