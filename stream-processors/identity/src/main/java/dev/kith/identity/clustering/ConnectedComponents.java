package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.MergeCandidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the connected components of a whole evidence graph. */
public final class ConnectedComponents {
  private ConnectedComponents() {}

  /** The components, including those of one account. */
  public static List<ConnectedComponent> of(
      Map<String, AccountAttributes> accounts, List<MergeCandidate> candidates) {
    var sets = new UnionFind();
    candidates.forEach(candidate -> sets.join(candidate.a(), candidate.b()));
    Map<String, ConnectedComponent> components = new HashMap<>();
    accounts.forEach(
        (account, attributes) ->
            components
                .computeIfAbsent(sets.root(account), none -> ConnectedComponent.empty())
                .accounts()
                .put(account, attributes));
    candidates.stream()
        .distinct()
        .forEach(
            candidate ->
                components
                    .computeIfAbsent(sets.root(candidate.a()), none -> ConnectedComponent.empty())
                    .candidates()
                    .add(candidate));
    return List.copyOf(components.values());
  }
}
