package dev.kith.identity.clustering;

import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Sorts findings by the persons they are about. */
public final class ClusterExplanation {
  /** The most evidence in the record of a person. */
  public static final int MAX_EVIDENCE = 1_000;

  /** The most refused evidence in the record of a person. */
  static final int MAX_REFUSALS = 100;

  /** The most suggestions in the record of a person. */
  static final int MAX_SUGGESTIONS = 20;

  private ClusterExplanation() {}

  static Clusters of(
      Map<String, String> seeds,
      List<Finding> accepted,
      List<Finding> refused,
      List<Finding> suggested) {
    Map<String, List<Finding>> acceptedBySeed = groupBySeed(seeds, accepted);
    Map<String, List<Finding>> refusedBySeed = groupBySeed(seeds, refused);
    Map<String, List<Finding>> suggestedBySeed = groupBySeed(seeds, suggested);
    Map<String, Findings> findings = new HashMap<>();
    Stream.of(acceptedBySeed, refusedBySeed, suggestedBySeed)
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .forEach(
            seed ->
                findings.put(
                    seed,
                    new Findings(
                        first(MAX_EVIDENCE, acceptedBySeed.getOrDefault(seed, List.of())),
                        first(MAX_REFUSALS, refusedBySeed.getOrDefault(seed, List.of())),
                        first(MAX_SUGGESTIONS, suggestedBySeed.getOrDefault(seed, List.of())))));
    return new Clusters(seeds, findings);
  }

  private static List<Finding> first(int max, List<Finding> findings) {
    return findings.size() <= max ? findings : List.copyOf(findings.subList(0, max));
  }

  private static Map<String, List<Finding>> groupBySeed(
      Map<String, String> seeds, List<Finding> findings) {
    Map<String, List<Finding>> groupBySeed = new HashMap<>();
    for (Finding finding : findings.stream().sorted(Finding.ORDER).toList()) {
      Optional<String> a = Optional.ofNullable(seeds.get(finding.a()));
      Optional<String> b = Optional.ofNullable(seeds.get(finding.b()));
      a.ifPresent(
          seed -> groupBySeed.computeIfAbsent(seed, none -> new ArrayList<>()).add(finding));
      b.filter(seed -> !a.equals(b))
          .ifPresent(
              seed -> groupBySeed.computeIfAbsent(seed, none -> new ArrayList<>()).add(finding));
    }
    return groupBySeed;
  }
}
