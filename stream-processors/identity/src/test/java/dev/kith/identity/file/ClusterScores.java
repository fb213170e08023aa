package dev.kith.identity.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How good a clustering is, by pairs. Precision allows what the truth is silent about: two of one
 * full name that it does not join.
 *
 * @param precision share of the pairs found that are true
 * @param recall share of the true pairs that were found
 */
record ClusterScores(double precision, double recall) {

  /**
   * One identity.
   *
   * @param cluster in which it was found
   * @param person whose it is
   * @param lenient the same, with equal full names joined
   */
  record Found(String cluster, String person, String lenient) {}

  static ClusterScores of(Collection<Found> all) {
    double found = pairs(all, Found::cluster);
    double right = pairs(all, each -> List.of(each.cluster(), each.lenient()));
    double known = pairs(all, Found::person);
    double hit = pairs(all, each -> List.of(each.cluster(), each.person()));
    return new ClusterScores(right / Math.max(1, found), hit / Math.max(1, known));
  }

  double f1() {
    return 2 * precision * recall / Math.max(1e-9, precision + recall);
  }

  /** Over the logins that were found with identities whose login is known. */
  static ClusterScores ofLogins(
      Map<String, String> identities, Map<String, String> logins, Map<String, String> clusters) {
    Map<String, Set<String>> loginsIn =
        logins.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    login -> clusters.getOrDefault(login.getKey(), login.getKey()),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    double found = 0;
    double right = 0;
    double known = 0;
    for (var identity : identities.entrySet()) {
      String cluster = clusters.getOrDefault(identity.getKey(), identity.getKey());
      Set<String> its = loginsIn.getOrDefault(cluster, Set.of());
      found += its.size();
      right += its.contains(identity.getValue()) ? 1 : 0;
      known += logins.containsValue(identity.getValue()) ? 1 : 0;
    }
    return new ClusterScores(right / Math.max(1, found), right / Math.max(1, known));
  }

  private static double pairs(Collection<Found> all, Function<Found, Object> group) {
    Map<Object, Long> sizes = new HashMap<>();
    all.forEach(each -> sizes.merge(group.apply(each), 1L, Long::sum));
    return sizes.values().stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
  }
}
