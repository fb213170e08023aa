package dev.kith.identity.clustering;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Disjoint sets of nodes with path compression. */
final class UnionFind {
  private final Map<String, String> parents = new HashMap<>();

  /** The representative of the set of a node. */
  String root(String node) {
    String root = node;
    for (String up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    for (String below = node; !below.equals(root); ) {
      below = Objects.requireNonNull(parents.put(below, root));
    }
    return root;
  }

  /** Joins two sets; the root of the second represents both. */
  void join(String a, String b) {
    String one = root(a);
    String other = root(b);
    if (!one.equals(other)) {
      parents.put(one, other);
    }
  }
}
