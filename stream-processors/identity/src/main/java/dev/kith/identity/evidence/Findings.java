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
 * @param suggested likenesses to accounts of others that a person should have a look at
 */
public record Findings(List<Finding> accepted, List<Finding> refused, List<Finding> suggested) {
  public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  boolean isEmpty() {
    return accepted.isEmpty() && refused.isEmpty() && suggested.isEmpty();
  }

  /** Stands for the content where remembering that it was published is enough; 0 for nothing. */
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
