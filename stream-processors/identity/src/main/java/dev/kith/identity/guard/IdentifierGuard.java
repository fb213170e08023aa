package dev.kith.identity.guard;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.evidence.PairEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether sharing an identifier proves anything, and tells the ledger of the accounts that
 * share it while it does. Only what is shared reaches the ledger.
 */
public final class IdentifierGuard {
  private final Claims claims;

  /** Where claims are kept. */
  public interface Claims {
    @Nullable Claimant get(String identifier, String account);

    void put(String identifier, Claim claim);

    /** How many accounts claim it, and whether the ledger knows of them. */
    Standing standing(String identifier);

    void put(String identifier, Standing standing);

    /** All who claim it, by account. */
    SortedMap<String, Claimant> all(String identifier);
  }

  /**
   * What an identifier is worth.
   *
   * @param claims how many accounts claim it
   * @param joins whether the ledger knows of them
   */
  public record Standing(int claims, boolean joins) {
    public static final Standing NONE = new Standing(0, false);
  }

  public IdentifierGuard(Claims claims) {
    this.claims = claims;
  }

  /** Takes in one claim, or its end; what the ledger must hear of it. */
  public List<EvidenceUpdate> after(String identifier, Claim claim) {
    Standing before = claims.standing(identifier);
    Claimant past = before.claims() == 0 ? null : claims.get(identifier, claim.account());
    if (Objects.equals(past, claim.claimant())) {
      return List.of();
    }
    claims.put(identifier, claim);
    int count = before.claims() + count(claim.claimant()) - count(past);
    var after = new Standing(count, joins(identifier, count));
    claims.put(identifier, after);
    return edges(new Change(identifier, claim, past, before.joins(), after.joins()));
  }

  private static int count(@Nullable Claimant claimant) {
    return claimant == null ? 0 : 1;
  }

  /** Looks at the claims themselves only where their number leaves it open. */
  private boolean joins(String identifier, int count) {
    return count >= 2
        && count <= SharedIdentifier.MOST_CLAIMS
        && !SharedIdentifier.isClaimedBy(identifier, List.copyOf(claims.all(identifier).values()));
  }

  private record Change(
      String identifier, Claim claim, @Nullable Claimant past, boolean joined, boolean joins) {}

  private List<EvidenceUpdate> edges(Change change) {
    if (change.joined != change.joins) {
      return all(change);
    }
    boolean isNew = change.past == null && change.claim.claimant() != null;
    boolean isGone = change.past != null && change.claim.claimant() == null;
    return change.joins && (isNew || isGone)
        ? List.of(edge(change.identifier, change.claim.account(), isNew))
        : List.of();
  }

  private List<EvidenceUpdate> all(Change change) {
    List<EvidenceUpdate> edges = new ArrayList<>();
    claims
        .all(change.identifier)
        .forEach((account, each) -> edges.add(edge(change.identifier, account, change.joins)));
    if (change.joined && change.past != null && change.claim.claimant() == null) {
      edges.add(edge(change.identifier, change.claim.account(), false));
    }
    return edges;
  }

  private static EvidenceUpdate edge(String identifier, String account, boolean owns) {
    String node = NodeId.of(identifier);
    return owns
        ? EvidenceUpdate.of(account, node, new PairEvidence.Owns())
        : EvidenceUpdate.gone(account, node, PairEvidence.Sort.OWNS);
  }
}
