package dev.kith.identity.evidence;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.EvidenceKind;
import java.util.Comparator;

/**
 * Cannot-link constraint: somebody decided that two accounts are different people.
 *
 * @param a the smaller account
 * @param b the greater account
 * @param by who decided
 */
public record CannotLink(String a, String b, String by) {
  public static final Comparator<CannotLink> ORDER =
      Comparator.comparing(CannotLink::a).thenComparing(CannotLink::b);
  private static final String REASON = "decided to be different people";

  /** Of two accounts in whatever order. */
  public static CannotLink of(String one, String other, String by) {
    var pair = AccountPair.of(one, other);
    return new CannotLink(pair.a(), pair.b(), by);
  }

  /** Why a candidate that violates it is refused. */
  public String refusal() {
    return "%s and %s were decided to be different people by %s".formatted(a, b, by);
  }

  public boolean isAbout(Finding finding) {
    return a.equals(finding.a()) && b.equals(finding.b());
  }

  public Finding asFinding() {
    return new Finding(a, b, EvidenceKind.DECISION, REASON, -EvidenceWeights.DECISION, REASON, by);
  }
}
