package dev.kith.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a whole evidence graph apart into its components. */
final class Parts {
  private final Map<String, String> parents = new HashMap<>();

  private Parts() {}

  /** The components, those of one account included. */
  static List<Component> of(Map<String, Facts> accounts, List<Bond> bonds) {
    var parts = new Parts();
    bonds.forEach(bond -> parts.join(bond.a(), bond.b()));
    Map<String, Component> components = new HashMap<>();
    accounts.forEach(
        (account, facts) -> parts.component(account, components).accounts().put(account, facts));
    bonds.stream()
        .distinct()
        .forEach(bond -> parts.component(bond.a(), components).bonds().add(bond));
    return List.copyOf(components.values());
  }

  private Component component(String node, Map<String, Component> components) {
    return components.computeIfAbsent(root(node), none -> Component.empty());
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
