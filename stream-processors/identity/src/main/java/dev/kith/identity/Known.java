package dev.kith.identity;

import dev.kith.schemas.Profile;
import dev.kith.schemas.Revisions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account from all revisions of its profile, in whatever order they came.
 *
 * @param order of the revision that counts
 * @param live false if that revision withdrew the account
 * @param member what it says
 */
record Known(long order, boolean live, Member member) {

  static Known of(Profile profile) {
    var member = Member.of(profile, profile.getSeen());
    return new Known(Revisions.order(profile), !profile.getDeleted(), member);
  }

  /**
   * What is known after one more revision: its content if it is the latest, its age in any case.
   */
  static Known after(@Nullable Known known, Profile profile) {
    var news = of(profile);
    if (known == null) {
      return news;
    }
    Instant seen = earlier(known.member.seen(), news.member.seen());
    var latest = news.order > known.order ? news : known;
    return new Known(latest.order, latest.live, latest.member.seenAt(seen));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
