package dev.kith.identity.clustering;

import dev.kith.identity.account.Birthday;
import dev.kith.identity.evidence.CannotLink;
import dev.kith.identity.evidence.EvidenceText;
import dev.kith.identity.evidence.Finding;
import dev.kith.identity.evidence.MergeCandidate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.name.FullNames;
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
  private static final String ONLY_PROBABLE = "only probable";

  /**
   * The largest cluster that probable evidence may make grows with its bits: a wrong link between
   * two large clusters does more harm than one between two accounts.
   */
  private static final double SMALLEST_LIMIT = 8;

  private static final double LIMIT_PER_BIT = 1.5;

  private final ConnectedComponent component;
  private final GrowingClusters clusters;
  private final List<CannotLink> constraints;

  /** Per identifier, the account through which it belongs to its cluster. */
  private final Map<String, String> owners = new HashMap<>();

  private final List<Finding> accepted = new ArrayList<>();
  private final List<Finding> refused = new ArrayList<>();

  /** Refused candidates that a person may accept. */
  private final List<Finding> refusedProbable = new ArrayList<>();

  private Clustering(ConnectedComponent component) {
    this.component = component;
    this.clusters = new GrowingClusters(component.accounts());
    this.constraints = component.differences().stream().sorted(CannotLink.ORDER).toList();
  }

  /** The persons of a component. */
  public static Clusters of(ConnectedComponent component) {
    var clustering = new Clustering(component);
    component.candidates().stream().sorted(MergeCandidate.ORDER).forEach(clustering::consider);
    clustering.constraints.forEach(each -> clustering.refused.add(each.asFinding()));
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
    if (refusal.startsWith(ONLY_PROBABLE)) {
      refusedProbable.add(finding.asSuggestion());
    }
  }

  /** The suggestions that nobody has decided about. */
  private List<Finding> open() {
    return Stream.concat(component.suggestions().stream(), refusedProbable.stream())
        .filter(each -> !clusters.root(each.a()).equals(clusters.root(each.b())))
        .filter(each -> constraints.stream().noneMatch(decided -> decided.isAbout(each)))
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
    return violatedConstraint(a, b)
        .map(CannotLink::refusal)
        .or(
            () ->
                candidate.kind() == EvidenceKind.DECISION ? Optional.empty() : differentKinds(a, b))
        .or(
            () ->
                candidate.kind() == EvidenceKind.PROBABLE
                    ? contraryEvidence(candidate, a, b)
                    : Optional.empty());
  }

  private Optional<CannotLink> violatedConstraint(String a, String b) {
    return constraints.stream().filter(each -> separates(each, a, b)).findFirst();
  }

  private boolean separates(CannotLink difference, String a, String b) {
    if (!isMember(difference.a()) || !isMember(difference.b())) {
      return false;
    }
    String one = clusters.root(difference.a());
    String other = clusters.root(difference.b());
    return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
  }

  private boolean isMember(String account) {
    return component.accounts().containsKey(account);
  }

  private Optional<String> differentKinds(String a, String b) {
    return clusters
        .kind(a)
        .flatMap(one -> clusters.kind(b).filter(other -> other != one))
        .map(
            other ->
                "not the same kind: " + EvidenceText.kinds(clusters.kind(a).orElse(other), other));
  }

  private Optional<String> contraryEvidence(MergeCandidate candidate, String a, String b) {
    return clusters
        .logins(a)
        .conflictWith(clusters.logins(b))
        .map(platform -> ONLY_PROBABLE + ", and they have different logins on " + platform)
        .or(() -> tooLarge(candidate, a, b))
        .or(() -> contradiction(a, b));
  }

  private Optional<String> contradiction(String a, String b) {
    return FullNames.contradiction(clusters.names(a), clusters.names(b))
        .or(() -> Birthday.contradiction(clusters.birthdays(a), clusters.birthdays(b)))
        .map(difference -> ONLY_PROBABLE + ", and " + difference);
  }

  private Optional<String> tooLarge(MergeCandidate candidate, String a, String b) {
    int size = clusters.size(a) + clusters.size(b);
    return size > SMALLEST_LIMIT + LIMIT_PER_BIT * Math.max(0, candidate.bits())
        ? Optional.of(ONLY_PROBABLE + ", and too little to join " + size + " accounts")
        : Optional.empty();
  }
}
