package dev.kith.ingest;

import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a source that are already published, so that an unchanged one is not published
 * with every activity. Entries may be evicted, which costs a repeated record and changes no result:
 * what is published in the end is the greatest of all sightings by {@link
 * RevisionOrder#order(Profile)} and the smallest {@code seen}, both functions of the sightings
 * alone. For that, a profile must be made from one sighting only, never gathered over several. Not
 * for use by two threads.
 */
public final class KnownProfiles {
  /**
   * Since when an account is seen of which no credible time is known: later than any, so that it is
   * never taken for the older of two accounts. It is not shown.
   */
  public static final Instant SEEN_UNKNOWN = Instant.parse("9999-12-31T00:00:00Z");

  private final int capacity;
  private final Map<String, Sighting> kept;

  /**
   * An empty cache.
   *
   * @param capacity how many accounts to remember, those met last
   */
  public KnownProfiles(int capacity) {
    this.capacity = capacity;
    this.kept = new LinkedHashMap<>(16, 0.75f, true);
  }

  /**
   * The revision of a profile that was seen in an activity: the start of its month. So that a busy
   * account is published again once a month and not once a message; within a month content decides.
   */
  public static long revision(Instant at) {
    var month = at.atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
    return Math.max(0, month.toInstant().toEpochMilli());
  }

  /**
   * Of all profiles met in a page, those to publish with it: at most one per account, in the order
   * met. The same question has the same answer until {@link #committed} is called, so that a page
   * that has to be read again is complete again.
   */
  public List<Profile> changed(List<Profile> met) {
    Map<String, Sighting> best = new LinkedHashMap<>();
    for (Profile profile : met) {
      best.merge(profile.getAccount(), Sighting.of(profile), Sighting::and);
    }
    List<Profile> news = new ArrayList<>();
    for (var entry : best.entrySet()) {
      Sighting known = kept.get(entry.getKey());
      Sighting now = entry.getValue().and(known);
      if (!now.equals(known)) {
        news.add(now.profile());
      }
    }
    return news;
  }

  /** Remembers what a page has published; to be called from {@link Connector#committed}. */
  public void committed(Page page) {
    for (Profile profile : page.profiles()) {
      kept.put(profile.getAccount(), Sighting.of(profile));
    }
    var eldest = kept.entrySet().iterator();
    while (kept.size() > capacity) {
      eldest.next();
      eldest.remove();
    }
  }

  /** A profile and where it stands among the versions of itself. */
  private record Sighting(Profile profile, long order, Instant seen) {
    static Sighting of(Profile profile) {
      return new Sighting(profile, RevisionOrder.order(profile), profile.getSeen());
    }

    /** The greater of both, seen since the earlier moment of both; this one if they are equal. */
    Sighting and(@Nullable Sighting other) {
      if (other == null) {
        return this;
      }
      Sighting greater = other.order > order ? other : this;
      Instant earlier = other.seen.isBefore(seen) ? other.seen : seen;
      return greater.seen.equals(earlier) ? greater : greater.since(earlier);
    }

    private Sighting since(Instant earlier) {
      return new Sighting(Profile.newBuilder(profile).setSeen(earlier).build(), order, earlier);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sighting that && order == that.order && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(order);
    }
  }
}
