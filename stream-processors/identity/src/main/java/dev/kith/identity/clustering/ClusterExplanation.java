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
  /** Of whoever is held together by more, nobody reads all: see {@code PersonBuilder.SHORTENED}. */
  public static final int MOST_EVIDENCE = 1_000;

  /** A person's record stays readable, and small enough for a topic. */
  static final int MOST_REFUSALS = 100;

  /** Nobody looks at more. */
  static final int MOST_SUGGESTIONS = 20;

  private ClusterExplanation() {}

  static Clusters of(
      Map<String, String> seeds,
      List<Finding> accepted,
      List<Finding> refused,
      List<Finding> suggested) {
    Map<String, List<Finding>> held = bySeed(seeds, accepted);
    Map<String, List<Finding>> kept = bySeed(seeds, refused);
    Map<String, List<Finding>> open = bySeed(seeds, suggested);
    Map<String, Findings> findings = new HashMap<>();
    Stream.of(held, kept, open)
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .forEach(
            seed ->
                findings.put(
                    seed,
                    new Findings(
                        first(MOST_EVIDENCE, held.getOrDefault(seed, List.of())),
                        first(MOST_REFUSALS, kept.getOrDefault(seed, List.of())),
                        first(MOST_SUGGESTIONS, open.getOrDefault(seed, List.of())))));
    return new Clusters(seeds, findings);
  }

  private static List<Finding> first(int most, List<Finding> findings) {
    return findings.size() <= most ? findings : List.copyOf(findings.subList(0, most));
  }

  private static Map<String, List<Finding>> bySeed(
      Map<String, String> seeds, List<Finding> findings) {
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
