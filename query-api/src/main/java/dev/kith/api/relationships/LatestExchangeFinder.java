package dev.kith.api.relationships;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.DeferredQuery;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import jakarta.inject.Singleton;

/** Finds the latest exchange of two people by one query, which can be sent with others. */
@Singleton
public final class LatestExchangeFinder {
  private static final int MAX_EXCHANGES = 20;

  private final ActivitiesIndex activities;

  LatestExchangeFinder(ActivitiesIndex activities) {
    this.activities = activities;
  }

  /** The latest exchange before a moment, as far as the viewer may see it. */
  public DeferredQuery<LatestExchange> between(
      IndexedPerson one, IndexedPerson other, Viewer viewer, Moment moment) {
    var pair = new PairQuery(one, other, viewer, moment);
    return activities
        .deferredNewest(pair.directed(), MAX_EXCHANGES)
        .map(newest -> LatestExchange.of(pair, newest));
  }
}
