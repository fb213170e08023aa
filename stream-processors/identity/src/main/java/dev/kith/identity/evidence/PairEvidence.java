package dev.kith.identity.evidence;

import com.google.common.hash.Hashing;
import dev.kith.schemas.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * What connects two nodes of the evidence graph. A node is an account or an identifier: whatever
 * accounts share is a node of its own, so k accounts with one address need k ties and not k².
 */
public sealed interface PairEvidence {

  /** Ties of different sorts between the same nodes stand side by side. */
  enum Sort {
    /** An account and an identifier it names as its own. */
    OWNS,
    /** Two accounts somebody decided about. */
    DECIDED,
    /** Two accounts that look alike. */
    ALIKE
  }

  /** Which sort of tie it is. */
  Sort sort();

  /** The account names the identifier as its own. */
  record Owns() implements PairEvidence {
    @Override
    public Sort sort() {
      return Sort.OWNS;
    }
  }

  /**
   * Somebody decided about the two accounts.
   *
   * @param verdict same or different
   * @param by who
   */
  record Decided(Verdict verdict, String by) implements PairEvidence {
    @Override
    public Sort sort() {
      return Sort.DECIDED;
    }
  }

  /**
   * The two accounts look like one person's.
   *
   * @param bits how much
   * @param reason in words a user understands
   */
  record Alike(double bits, String reason) implements PairEvidence {
    @Override
    public Sort sort() {
      return Sort.ALIKE;
    }
  }

  /**
   * The two accounts may be one person's, but it takes a person to say so: joins nobody.
   *
   * @param bits how much they look like it
   * @param reason in words a user understands
   */
  record MayBe(double bits, String reason) implements PairEvidence {
    @Override
    public Sort sort() {
      return Sort.ALIKE;
    }
  }

  /** Stands for the content where remembering that it was told is enough; never 0 nor -1. */
  default long fingerprint() {
    long hash = Hashing.murmur3_128().hashString(toString(), StandardCharsets.UTF_8).asLong();
    return (hash & Long.MAX_VALUE) | 1;
  }
}
