package dev.kith.identity.clustering;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.evidence.MergeCandidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a whole evidence graph apart into its components. */
public final class ConnectedComponents {
  private final Map<String, String> parents = new HashMap<>();

  private ConnectedComponents() {}

  /** The components, those of one account included. */
  public static List<ConnectedComponent> of(
      Map<String, AccountAttributes> accounts, List<MergeCandidate> bonds) {
    var parts = new ConnectedComponents();
    bonds.forEach(bond -> parts.join(bond.a(), bond.b()));
    Map<String, ConnectedComponent> components = new HashMap<>();
    accounts.forEach(
        (account, facts) -> parts.component(account, components).accounts().put(account, facts));
    bonds.stream()
        .distinct()
        .forEach(bond -> parts.component(bond.a(), components).bonds().add(bond));
    return List.copyOf(components.values());
  }

  private ConnectedComponent component(String node, Map<String, ConnectedComponent> components) {
    return components.computeIfAbsent(root(node), none -> ConnectedComponent.empty());
  }

  private void join(String a, String b) {
    String one = root(a);
    String other = root(b);
    if (!one.equals(other)) {
      parents.put(one, other);
    }
  }

  private String root(String node) {
    String root = node;
    for (String up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    for (String below = node; !below.equals(root); ) {
      String up = parents.put(below, root);
      below = up == null ? root : up;
    }
    return root;
  }
}
