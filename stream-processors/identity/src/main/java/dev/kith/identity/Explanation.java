package dev.kith.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Sorts findings by the persons they are about. */
final class Explanation {
  /** A person's record stays readable, and small enough for a topic. */
  private static final int MOST_REFUSALS = 100;

  private Explanation() {}

  static Clusters of(
      SortedMap<String, String> seeds, List<Finding> accepted, List<Finding> refused) {
    Map<String, List<Finding>> held = bySeed(seeds, accepted);
    Map<String, List<Finding>> kept = bySeed(seeds, refused);
    Set<String> explained = new LinkedHashSet<>(held.keySet());
    explained.addAll(kept.keySet());
    Map<String, Findings> findings = new HashMap<>();
    for (String seed : explained) {
      findings.put(
          seed,
          new Findings(
              held.getOrDefault(seed, List.of()),
              kept.getOrDefault(seed, List.of()).stream().limit(MOST_REFUSALS).toList()));
    }
    return new Clusters(seeds, findings);
  }

  private static Map<String, List<Finding>> bySeed(
      SortedMap<String, String> seeds, List<Finding> findings) {
    Map<String, List<Finding>> bySeed = new HashMap<>();
    for (Finding finding : findings.stream().sorted(Finding.ORDER).toList()) {
      Optional<String> a = Optional.ofNullable(seeds.get(finding.a()));
      Optional<String> b = Optional.ofNullable(seeds.get(finding.b()));
      a.ifPresent(seed -> bySeed.computeIfAbsent(seed, none -> new ArrayList<>()).add(finding));
      b.filter(seed -> !a.equals(b))
          .ifPresent(seed -> bySeed.computeIfAbsent(seed, none -> new ArrayList<>()).add(finding));
    }
    return bySeed;
  }
}
