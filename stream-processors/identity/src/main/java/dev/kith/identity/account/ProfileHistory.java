package dev.kith.identity.account;

import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account from all revisions of its profile, in whatever order they came.
 *
 * @param order of the revision that counts
 * @param live false if that revision withdrew the account
 * @param latest what it says
 * @param names that revisions have stated since the account was last withdrawn
 */
public record ProfileHistory(long order, boolean live, AccountProfile latest, NameHistory names) {

  static ProfileHistory of(Profile profile) {
    long order = RevisionOrder.order(profile);
    var member = AccountProfile.of(profile, profile.getSeen());
    return new ProfileHistory(order, !profile.getDeleted(), member, NameHistory.of(profile, order));
  }

  /**
   * What is known after one more revision: its content if it is the latest, its age and its names
   * in any case.
   */
  static ProfileHistory after(@Nullable ProfileHistory known, Profile profile) {
    var added = of(profile);
    if (known == null) {
      return added;
    }
    Instant seen = earlier(known.latest.seen(), added.latest.seen());
    var newer = added.order > known.order ? added : known;
    return new ProfileHistory(
        newer.order,
        newer.live,
        newer.latest.with(seen, newer.latest.names()),
        known.names.with(added.names));
  }

  /** The account as its latest revision describes it, also by the names of earlier ones. */
  public AccountProfile profile() {
    return latest.with(latest.seen(), names.after(latest.names(), latest.self()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
