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
 * Takes a component apart into persons: bonds from the strongest to the weakest, each joining two
 * clusters unless something forbids it. A pure function of the component.
 */
public final class Clustering {
  private static final String DOUBTFUL = "only probable";

  private final ConnectedComponent component;
  private final UnionFind forest;
  private final List<CannotLink> differences;

  /** The account through which an identifier is in its cluster. */
  private final Map<String, String> owners = new HashMap<>();

  private final List<Finding> accepted = new ArrayList<>();
  private final List<Finding> refused = new ArrayList<>();

  /** Those of the refused that a person may accept. */
  private final List<Finding> doubtful = new ArrayList<>();

  private Clustering(ConnectedComponent component) {
    this.component = component;
    this.forest = new UnionFind(component.accounts());
    this.differences = component.differences().stream().sorted(CannotLink.ORDER).toList();
  }

  /** The persons of a component. */
  public static Clusters of(ConnectedComponent component) {
    var clustering = new Clustering(component);
    component.bonds().stream().sorted(MergeCandidate.ORDER).forEach(clustering::consider);
    clustering.differences.forEach(each -> clustering.refused.add(each.asFinding()));
    return ClusterExplanation.of(
        clustering.forest.seeds(), clustering.accepted, clustering.refused, clustering.open());
  }

  private void consider(MergeCandidate bond) {
    String a = forest.root(bond.a());
    String b = forest.root(bond.b());
    if (a.equals(b)) {
      return;
    }
    Optional<String> refusal = refusal(bond, a, b);
    if (refusal.isPresent()) {
      refuse(bond, refusal.get());
      return;
    }
    forest.join(a, b);
    if (owners.containsKey(bond.b()) || !NodeId.isIdentifier(bond.b())) {
      accepted.add(EvidenceText.of(bond, other(bond), null));
    } else {
      owners.put(bond.b(), bond.a());
    }
  }

  /** What is refused because it is merely probable is for a person to decide about. */
  private void refuse(MergeCandidate bond, String refusal) {
    var finding = EvidenceText.of(bond, other(bond), refusal);
    refused.add(finding);
    if (refusal.startsWith(DOUBTFUL)) {
      doubtful.add(finding.asSuggestion());
    }
  }

  /** The suggestions that are still to be decided about. */
  private List<Finding> open() {
    return Stream.concat(component.suggestions().stream(), doubtful.stream())
        .filter(each -> !forest.root(each.a()).equals(forest.root(each.b())))
        .filter(each -> differences.stream().noneMatch(decided -> decided.isAbout(each)))
        .toList();
  }

  /** The account a bond leads to: over an identifier, the one through which that is joined. */
  private String other(MergeCandidate bond) {
    return owners.getOrDefault(bond.b(), bond.b());
  }

  private Optional<String> refusal(MergeCandidate bond, String a, String b) {
    return apart(a, b)
        .map(CannotLink::refusal)
        .or(() -> bond.kind() == EvidenceKind.DECISION ? Optional.empty() : unlike(a, b))
        .or(() -> bond.kind() == EvidenceKind.PROBABLE ? doubtful(bond, a, b) : Optional.empty());
  }

  private Optional<CannotLink> apart(String a, String b) {
    return differences.stream().filter(each -> isAcross(each, a, b)).findFirst();
  }

  private boolean isAcross(CannotLink difference, String a, String b) {
    if (!isInside(difference.a()) || !isInside(difference.b())) {
      return false;
    }
    String one = forest.root(difference.a());
    String other = forest.root(difference.b());
    return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
  }

  private boolean isInside(String account) {
    return component.accounts().containsKey(account);
  }

  private Optional<String> unlike(String a, String b) {
    return forest
        .kind(a)
        .flatMap(one -> forest.kind(b).filter(other -> other != one))
        .map(
            other ->
                "not the same kind: " + EvidenceText.kinds(forest.kind(a).orElse(other), other));
  }

  private Optional<String> doubtful(MergeCandidate bond, String a, String b) {
    return forest
        .logins(a)
        .conflictWith(forest.logins(b))
        .map(platform -> DOUBTFUL + ", and they have different logins on " + platform)
        .or(() -> crowded(bond, a, b))
        .or(() -> namedUnlike(a, b));
  }

  private Optional<String> namedUnlike(String a, String b) {
    return StatedNames.contradiction(forest.names(a), forest.names(b))
        .or(() -> Birthday.contradiction(forest.birthdays(a), forest.birthdays(b)))
        .map(difference -> DOUBTFUL + ", and " + difference);
  }

  private Optional<String> crowded(MergeCandidate bond, String a, String b) {
    int size = forest.size(a) + forest.size(b);
    return size > ClusterSizeLimit.most(bond.bits())
        ? Optional.of(DOUBTFUL + ", and too little to join " + size + " accounts")
        : Optional.empty();
  }
}
