package dev.kith.identity.clustering;

import dev.kith.identity.account.Birthday;
import dev.kith.identity.evidence.CannotLink;
import dev.kith.identity.evidence.EvidenceText;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.MergeCandidate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.name.StatedNames;
import dev.kith.schemas.EvidenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Partitions a connected component into persons: considers the merge candidates from the strongest
 * to the weakest and joins two clusters unless a constraint forbids it. A pure function of the
 * component.
 */
public final class Clustering {
  private static final String DOUBTFUL = "only probable";

  private final ConnectedComponent component;
  private final GrowingClusters clusters;
  private final List<CannotLink> differences;

  /** Per identifier, the account through which it belongs to its cluster. */
  private final Map<String, String> owners = new HashMap<>();

  private final List<Finding> accepted = new ArrayList<>();
  private final List<Finding> refused = new ArrayList<>();

  /** Refused candidates that a person may accept. */
  private final List<Finding> doubtful = new ArrayList<>();

  private Clustering(ConnectedComponent component) {
    this.component = component;
    this.clusters = new GrowingClusters(component.accounts());
    this.differences = component.differences().stream().sorted(CannotLink.ORDER).toList();
  }

  /** The persons of a component. */
  public static Clusters of(ConnectedComponent component) {
    var clustering = new Clustering(component);
    component.candidates().stream().sorted(MergeCandidate.ORDER).forEach(clustering::consider);
    clustering.differences.forEach(each -> clustering.refused.add(each.asFinding()));
    return ClusterExplanation.of(
        clustering.clusters.seeds(), clustering.accepted, clustering.refused, clustering.open());
  }

  private void consider(MergeCandidate candidate) {
    String a = clusters.root(candidate.a());
    String b = clusters.root(candidate.b());
    if (a.equals(b)) {
      return;
    }
    Optional<String> refusal = refusal(candidate, a, b);
    if (refusal.isPresent()) {
      refuse(candidate, refusal.get());
      return;
    }
    clusters.join(a, b);
    if (owners.containsKey(candidate.b()) || !NodeId.isIdentifier(candidate.b())) {
      accepted.add(EvidenceText.of(candidate, other(candidate), null));
    } else {
      owners.put(candidate.b(), candidate.a());
    }
  }

  /** A probable candidate that is refused becomes a suggestion. */
  private void refuse(MergeCandidate candidate, String refusal) {
    var finding = EvidenceText.of(candidate, other(candidate), refusal);
    refused.add(finding);
    if (refusal.startsWith(DOUBTFUL)) {
      doubtful.add(finding.asSuggestion());
    }
  }

  /** The suggestions that nobody has decided about. */
  private List<Finding> open() {
    return Stream.concat(component.suggestions().stream(), doubtful.stream())
        .filter(each -> !clusters.root(each.a()).equals(clusters.root(each.b())))
        .filter(each -> differences.stream().noneMatch(decided -> decided.isAbout(each)))
        .toList();
  }

  /**
   * The account that a candidate leads to; of an identifier, the account through which it was
   * joined.
   */
  private String other(MergeCandidate candidate) {
    return owners.getOrDefault(candidate.b(), candidate.b());
  }

  private Optional<String> refusal(MergeCandidate candidate, String a, String b) {
    return apart(a, b)
        .map(CannotLink::refusal)
        .or(() -> candidate.kind() == EvidenceKind.DECISION ? Optional.empty() : unlike(a, b))
        .or(
            () ->
                candidate.kind() == EvidenceKind.PROBABLE
                    ? doubtful(candidate, a, b)
                    : Optional.empty());
  }

  private Optional<CannotLink> apart(String a, String b) {
    return differences.stream().filter(each -> isAcross(each, a, b)).findFirst();
  }

  private boolean isAcross(CannotLink difference, String a, String b) {
    if (!isInside(difference.a()) || !isInside(difference.b())) {
      return false;
    }
    String one = clusters.root(difference.a());
    String other = clusters.root(difference.b());
    return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
  }

  private boolean isInside(String account) {
    return component.accounts().containsKey(account);
  }

  private Optional<String> unlike(String a, String b) {
    return clusters
        .kind(a)
        .flatMap(one -> clusters.kind(b).filter(other -> other != one))
        .map(
            other ->
                "not the same kind: " + EvidenceText.kinds(clusters.kind(a).orElse(other), other));
  }

  private Optional<String> doubtful(MergeCandidate candidate, String a, String b) {
    return clusters
        .logins(a)
        .conflictWith(clusters.logins(b))
        .map(platform -> DOUBTFUL + ", and they have different logins on " + platform)
        .or(() -> crowded(candidate, a, b))
        .or(() -> namedUnlike(a, b));
  }

  private Optional<String> namedUnlike(String a, String b) {
    return StatedNames.contradiction(clusters.names(a), clusters.names(b))
        .or(() -> Birthday.contradiction(clusters.birthdays(a), clusters.birthdays(b)))
        .map(difference -> DOUBTFUL + ", and " + difference);
  }

  private Optional<String> crowded(MergeCandidate candidate, String a, String b) {
    int size = clusters.size(a) + clusters.size(b);
    return size > ClusterSizeLimit.max(candidate.bits())
        ? Optional.of(DOUBTFUL + ", and too little to join " + size + " accounts")
        : Optional.empty();
  }
}
