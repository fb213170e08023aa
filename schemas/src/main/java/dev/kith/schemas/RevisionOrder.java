package dev.kith.schemas;

import java.util.Optional;
import java.util.Set;

/**
 * Which of two versions of the same thing counts. A total order that depends on content only, never
 * on arrival: higher revision first, then the fuller content, then a hash of the content, so that
 * two sources that disagree without stating a revision still give every reader the same winner.
 *
 * <p>An order is a positive number of 63 bits. Bit 62 of an activity's order says whether it states
 * a revision. Mails and commits state none, and their other bits count content: recipients (11
 * bits), characters of text (18), optional fields (4), merges (5), hash (24). With a revision they
 * are the revision (42), recipients and characters of text on a logarithmic scale (2 and 4),
 * whether it was merged (1), hash (13). A deletion counts as fuller than anything else of its
 * revision.
 */
public final class RevisionOrder {
  private static final long LARGEST_REVISION = (1L << 42) - 1;
  private static final long HIGHEST_BIT = 1L << 62;

  /** Who read it and how it was written down says nothing about what was done. */
  private static final Fingerprint ACTIVITY =
      new Fingerprint(
          Activity.getClassSchema(),
          Set.of("source", "otherSources", "original", "originalType", "merges"));

  /** When a source first met an account depends on what it has read so far. */
  private static final Fingerprint PROFILE =
      new Fingerprint(Profile.getClassSchema(), Set.of("source", "seen"));

  private RevisionOrder() {}

  /** Order of an activity; also its version in Elasticsearch. Source and original do not count. */
  public static long order(Activity activity) {
    long revision = revision(activity.getRevision());
    int merges = activity.getMerges();
    int hash = ACTIVITY.of(activity);
    return revision == 0
        ? content(activity) << 29 | capped(merges, 5) << 24 | lowest(hash, 24)
        : HIGHEST_BIT
            | revision << 20
            | magnitude(activity) << 14
            | capped(merges, 1) << 13
            | lowest(hash, 13);
  }

  /** How much a version says, in 33 bits. */
  private static long content(Activity activity) {
    if (activity.getDeleted()) {
      return (1L << 33) - 1;
    }
    return capped(activity.getTowards().size(), 11) << 22
        | capped(activity.getText().length(), 18) << 4
        | fields(activity);
  }

  /** How much a version says, in 6 bits. */
  private static long magnitude(Activity activity) {
    if (activity.getDeleted()) {
      return (1L << 6) - 1;
    }
    return capped(bits(activity.getTowards().size()), 2) << 4
        | capped((bits(activity.getText().length()) + 1) / 2, 4);
  }

  /** Order of a profile. What an account says of itself outweighs every word of others. */
  public static long order(Profile profile) {
    long asserted = profile.getAsserted() == Asserted.SELF ? HIGHEST_BIT : 0;
    long content = capped(values(profile), 6);
    return asserted
        | revision(profile.getRevision()) << 20
        | content << 14
        | lowest(PROFILE.of(profile), 14);
  }

  /** Whether the profile of this order is what the account says of itself. */
  public static boolean isOwn(long order) {
    return (order & HIGHEST_BIT) != 0;
  }

  private static long revision(long revision) {
    return Math.clamp(revision, 0, LARGEST_REVISION);
  }

  private static long fields(Activity activity) {
    int present =
        count(activity.getTitle())
            + count(activity.getContext())
            + count(activity.getThread())
            + count(activity.getInReplyTo())
            + count(activity.getLanguage())
            + count(activity.getUrl())
            + count(activity.getEnd())
            + count(activity.getStatus())
            + count(activity.getPlace())
            + activity.getAttachments().size()
            + activity.getTopics().size();
    return capped(present, 4);
  }

  private static int values(Profile profile) {
    return profile.getNames().size()
        + profile.getEmails().size()
        + profile.getLinks().size()
        + profile.getContexts().size()
        + profile.getPhones().size()
        + profile.getOrganisations().size()
        + profile.getFormerHandles().size()
        + count(profile.getHandle())
        + count(profile.getOrganisation())
        + count(profile.getBio())
        + count(profile.getBirthday())
        + count(profile.getPhoto());
  }

  private static int count(Optional<?> value) {
    return value.isPresent() ? 1 : 0;
  }

  /** How many bits a number has: 0, 1, 2, 2, 3, 3, 3, 3, 4, … */
  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private static long capped(int number, int bits) {
    return Math.min(number, (1 << bits) - 1);
  }

  private static long lowest(int fingerprint, int bits) {
    return fingerprint & ((1L << bits) - 1);
  }
}
