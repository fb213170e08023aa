package dev.kith.schemas;

import java.util.Set;

/**
 * Which of two versions of the same thing counts. A total order that depends on content only, never
 * on arrival: higher revision first, then a hash of the content, so that two sources that disagree
 * without stating a revision still give every reader the same winner.
 */
public final class Revisions {
  private static final int HASH_BITS = 20;
  private static final long LARGEST_REVISION = (1L << 42) - 1;
  private static final long SELF = 1L << 62;

  /** Who read it and how it was written down says nothing about what was done. */
  private static final Fingerprint ACTIVITY =
      new Fingerprint(Activity.getClassSchema(), Set.of("source", "original", "originalType"));

  /** When a source first met an account depends on what it has read so far. */
  private static final Fingerprint PROFILE =
      new Fingerprint(Profile.getClassSchema(), Set.of("source", "seen"));

  private Revisions() {}

  /** Order of an activity; also its version in Elasticsearch. Source and original do not count. */
  public static long order(Activity activity) {
    return revision(activity.getRevision()) | hash(ACTIVITY.of(activity));
  }

  /** Order of a profile. What an account says of itself outweighs every word of others. */
  public static long order(Profile profile) {
    long asserted = profile.getAsserted() == Asserted.SELF ? SELF : 0;
    return asserted | revision(profile.getRevision()) | hash(PROFILE.of(profile));
  }

  private static long revision(long revision) {
    return Math.clamp(revision, 0, LARGEST_REVISION) << HASH_BITS;
  }

  private static long hash(int fingerprint) {
    return fingerprint & ((1L << HASH_BITS) - 1);
  }
}
