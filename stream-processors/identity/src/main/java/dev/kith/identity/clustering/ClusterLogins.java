package dev.kith.identity.clustering;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The logins of a cluster per platform. Two logins on one platform speak against one person, unless
 * the evidence is deterministic.
 *
 * @param byPlatform the logins on each
 */
record ClusterLogins(Map<String, Set<String>> byPlatform) {
  static final ClusterLogins NONE = new ClusterLogins(Map.of());

  static ClusterLogins of(Map<String, String> each) {
    if (each.isEmpty()) {
      return NONE;
    }
    Map<String, Set<String>> all = new TreeMap<>();
    each.forEach((platform, login) -> all.put(platform, Set.of(login)));
    return new ClusterLogins(all);
  }

  /** The union of both. */
  ClusterLogins and(ClusterLogins others) {
    if (byPlatform.isEmpty() || others.byPlatform.isEmpty()) {
      return byPlatform.isEmpty() ? others : this;
    }
    Map<String, Set<String>> all = new TreeMap<>(byPlatform);
    others.byPlatform.forEach(
        (platform, logins) -> all.merge(platform, logins, ClusterLogins::union));
    return new ClusterLogins(all);
  }

  /** A platform on which both have logins, if they have none in common anywhere. */
  Optional<String> conflictWith(ClusterLogins others) {
    boolean common =
        byPlatform.keySet().stream()
            .anyMatch(each -> !Collections.disjoint(on(each), others.on(each)));
    return common
        ? Optional.empty()
        : byPlatform.keySet().stream().filter(others.byPlatform::containsKey).sorted().findFirst();
  }

  private Set<String> on(String platform) {
    return byPlatform.getOrDefault(platform, Set.of());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
