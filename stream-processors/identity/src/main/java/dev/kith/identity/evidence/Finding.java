package dev.kith.identity.evidence;

import com.google.common.hash.Hasher;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reason for or against two accounts being one person, as it is shown.
 *
 * @param a the smaller account
 * @param b the greater account
 * @param kind sort of reason
 * @param reason in words a user understands
 * @param bits weight
 * @param refused why it was not accepted; null if it was
 * @param by who decided, if somebody did
 */
public record Finding(
    String a,
    String b,
    EvidenceKind kind,
    String reason,
    double bits,
    @Nullable String refused,
    @Nullable String by) {

  /** The strongest first, then by accounts. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Comparator.comparingDouble(Finding::bits).reversed())
          .thenComparing(Finding::a)
          .thenComparing(Finding::b)
          .thenComparing(Finding::reason);

  /** A possible match of two accounts, in any order. */
  public static Finding suggestion(String one, String other, PairEvidence.PossibleMatch evidence) {
    var pair = AccountPair.of(one, other);
    return new Finding(
        pair.a(), pair.b(), EvidenceKind.PROBABLE, evidence.reason(), evidence.bits(), null, null);
  }

  /** A refused probable finding as a suggestion of at most 0 bits. */
  public Finding asSuggestion() {
    return new Finding(a, b, kind, reason + "; " + refused, Math.min(0, bits), null, null);
  }

  /** Adds all fields; a character that no text contains separates them. */
  void putInto(Hasher hasher) {
    hasher.putUnencodedChars(kind.name()).putDouble(bits);
    for (String text : new @Nullable String[] {a, b, reason, refused, by}) {
      hasher.putUnencodedChars(text == null ? "\1" : text).putChar('\0');
    }
  }

  public Evidence asEvidence() {
    return new Evidence(a, b, kind, reason, bits, refused, by);
  }
}
