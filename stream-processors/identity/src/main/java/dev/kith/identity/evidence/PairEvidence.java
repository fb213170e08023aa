package dev.kith.identity.evidence;

import com.google.common.hash.Hashing;
import dev.kith.schemas.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * Evidence that connects two nodes of the evidence graph. A node is an account or an identifier: an
 * identifier that accounts share is a node of its own, so k accounts with one address need k edges
 * and not k².
 */
public sealed interface PairEvidence {

  /** Evidence of different types between the same nodes is stored side by side. */
  enum Type {
    /** An account and an identifier it names as its own. */
    IDENTIFIER,
    /** Two accounts somebody decided about. */
    DECIDED,
    /** Two accounts that match, certainly or possibly. */
    MATCH
  }

  /** The type of the evidence. */
  default Type type() {
    return switch (this) {
      case SharesIdentifier _ -> Type.IDENTIFIER;
      case Decided _ -> Type.DECIDED;
      case Match _, PossibleMatch _ -> Type.MATCH;
    };
  }

  /** The account names the identifier as its own. */
  record SharesIdentifier() implements PairEvidence {}

  /**
   * Somebody decided about the two accounts.
   *
   * @param verdict same or different
   * @param by who
   */
  record Decided(Verdict verdict, String by) implements PairEvidence {}

  /**
   * The two accounts match: they are joined unless something forbids it.
   *
   * @param bits how much
   * @param reason in words a user understands
   */
  record Match(double bits, String reason) implements PairEvidence {}

  /**
   * The two accounts match possibly: a person decides, and nobody is joined.
   *
   * @param bits how much they look like it
   * @param reason in words a user understands
   */
  record PossibleMatch(double bits, String reason) implements PairEvidence {}

  /** A hash of the content; never 0 nor -1. */
  default long fingerprint() {
    long hash = Hashing.murmur3_128().hashString(toString(), StandardCharsets.UTF_8).asLong();
    return (hash & Long.MAX_VALUE) | 1;
  }
}
