package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.CannotLink;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.MergeCandidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A connected component of the evidence graph: the unit of clustering.
 *
 * @param accounts with their attributes
 * @param candidates between its nodes
 * @param differences that touch its accounts; the other end may lie outside
 * @param suggestions that touch its accounts; the other end may lie outside
 */
public record ConnectedComponent(
    Map<String, AccountAttributes> accounts,
    List<MergeCandidate> candidates,
    Set<CannotLink> differences,
    Set<Finding> suggestions) {

  /** An empty component. */
  static ConnectedComponent empty() {
    return new ConnectedComponent(
        new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
  }
}
