package dev.kith.identity.identifier;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.NodeId;
import dev.kith.identity.evidence.PairEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether sharing an identifier proves anything, and passes on the accounts that share it
 * while it does. Only shared identifiers reach clustering.
 */
public final class IdentifierFilter {
  private final ClaimStore claims;

  /** Stores claims. */
  public interface ClaimStore {
    @Nullable Claimant get(String identifier, String account);

    void put(String identifier, Claim claim);

    /** How many accounts claim it, and whether they are joined. */
    IdentifierState state(String identifier);

    void put(String identifier, IdentifierState state);

    /** All claims on it, by account. */
    SortedMap<String, Claimant> all(String identifier);
  }

  /**
   * The state of an identifier.
   *
   * @param claims how many accounts claim it
   * @param joins whether they are joined
   */
  public record IdentifierState(int claims, boolean joins) {
    public static final IdentifierState NONE = new IdentifierState(0, false);
  }

  public IdentifierFilter(ClaimStore claims) {
    this.claims = claims;
  }

  /** Applies one claim, or its end; the evidence that changes. */
  public List<EvidenceUpdate> after(String identifier, Claim claim) {
    IdentifierState before = claims.state(identifier);
    Claimant past = before.claims() == 0 ? null : claims.get(identifier, claim.account());
    if (Objects.equals(past, claim.claimant())) {
      return List.of();
    }
    claims.put(identifier, claim);
    int count = before.claims() + count(claim.claimant()) - count(past);
    var after = new IdentifierState(count, joins(identifier, count));
    claims.put(identifier, after);
    return updates(new Change(identifier, claim, past, before.joins(), after.joins()));
  }

  private static int count(@Nullable Claimant claimant) {
    return claimant == null ? 0 : 1;
  }

  /** Reads the claims themselves only if their number does not decide. */
  private boolean joins(String identifier, int count) {
    return count >= 2
        && count <= SharedIdentifier.MAX_CLAIMS
        && SharedIdentifier.isJoining(identifier, List.copyOf(claims.all(identifier).values()));
  }

  private record Change(
      String identifier, Claim claim, @Nullable Claimant past, boolean joined, boolean joins) {}

  private List<EvidenceUpdate> updates(Change change) {
    if (change.joined != change.joins) {
      return all(change);
    }
    boolean isNew = change.past == null && change.claim.claimant() != null;
    boolean isGone = change.past != null && change.claim.claimant() == null;
    return change.joins && (isNew || isGone)
        ? List.of(update(change.identifier, change.claim.account(), isNew))
        : List.of();
  }

  private List<EvidenceUpdate> all(Change change) {
    List<EvidenceUpdate> updates = new ArrayList<>();
    claims
        .all(change.identifier)
        .forEach((account, each) -> updates.add(update(change.identifier, account, change.joins)));
    if (change.joined && change.past != null && change.claim.claimant() == null) {
      updates.add(update(change.identifier, change.claim.account(), false));
    }
    return updates;
  }

  private static EvidenceUpdate update(String identifier, String account, boolean shares) {
    String node = NodeId.of(identifier);
    return shares
        ? EvidenceUpdate.of(account, node, new PairEvidence.SharesIdentifier())
        : EvidenceUpdate.removed(account, node, PairEvidence.Type.IDENTIFIER);
  }
}
