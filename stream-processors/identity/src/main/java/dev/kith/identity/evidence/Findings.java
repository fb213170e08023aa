package dev.kith.identity.evidence;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why the accounts of a person are one, and which links were not accepted.
 *
 * @param accepted a tree that spans the accounts
 * @param refused links to accounts of this person or of others
 * @param suggested possible matches with accounts of others, for a person to decide
 */
public record Findings(List<Finding> accepted, List<Finding> refused, List<Finding> suggested) {
  public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  boolean isEmpty() {
    return accepted.isEmpty() && refused.isEmpty() && suggested.isEmpty();
  }

  /** A hash of the content; 0 if there is none. */
  public long fingerprint() {
    return isEmpty() ? 0 : hash().asLong() | 1;
  }

  private HashCode hash() {
    var hasher = Hashing.murmur3_128().newHasher();
    Stream.of(accepted, refused, suggested)
        .forEach(
            findings -> {
              hasher.putInt(findings.size());
              findings.forEach(each -> each.putInto(hasher));
            });
    return hasher.hash();
  }
}
