package dev.kith.identity;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.EvidenceKind;
import java.util.Comparator;

/**
 * Two accounts somebody decided to be different people.
 *
 * @param a the smaller account
 * @param b the greater account
 * @param by who decided
 */
record Difference(String a, String b, String by) {
  static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::a).thenComparing(Difference::b);
  private static final String REASON = "decided to be different people";

  /** Of two accounts in whatever order. */
  static Difference of(String one, String other, String by) {
    var pair = AccountPair.of(one, other);
    return new Difference(pair.a(), pair.b(), by);
  }

  /** Why it keeps others apart. */
  String refusal() {
    return "%s and %s were decided to be different people by %s".formatted(a, b, by);
  }

  boolean isAbout(Finding finding) {
    return a.equals(finding.a()) && b.equals(finding.b());
  }

  Finding asFinding() {
    return new Finding(a, b, EvidenceKind.DECISION, REASON, -Weights.DECISION, REASON, by);
  }
}
