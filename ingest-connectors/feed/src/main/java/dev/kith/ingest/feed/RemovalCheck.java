package dev.kith.ingest.feed;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.feed.state.PublishedItem;
import dev.kith.ingest.feed.state.PublishedItems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds items that were removed. An item that is no longer listed may only be too old for its feed:
 * it is removed if the feed is complete, or if its page no longer exists.
 */
final class RemovalCheck {
  /** Pages that are requested at one time. */
  private static final int MAX_CHECKS = 10;

  private final DocumentClient client;
  private final PublishedItems store;
  private final InstantSource clock;
  private final Duration sweep;
  private Instant swept = Instant.MIN;

  /**
   * A check of one source.
   *
   * @param sweep how often the page of each item is requested
   */
  RemovalCheck(DocumentClient client, PublishedItems store, InstantSource clock, Duration sweep) {
    this.client = client;
    this.store = store;
    this.clock = clock;
    this.sweep = sweep;
  }

  /** Adds the removal of items that the document no longer lists. */
  void compare(FeedListing listing, boolean isComplete)
      throws SourceException, InterruptedException {
    List<String> before = store.window(listing.document());
    boolean isShorter = listing.ids().size() < before.size();
    int checks = 0;
    for (String id : before) {
      Optional<PublishedItem> item = store.find(id).filter(found -> !found.isDeleted());
      if (listing.contains(id) || item.isEmpty()) {
        continue;
      }
      if (isComplete) {
        listing.changes().remove(id, item.get());
      } else if (item.get().isCheckable()
          && (isShorter || item.get().at() >= listing.oldest())
          && checks++ < MAX_CHECKS) {
        check(id, item.get(), listing.changes());
      }
    }
  }

  /** Checks items whose page was not requested for long, a few at a time. */
  void sweep(FeedChanges changes) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (swept.plus(sweep.dividedBy(100)).isAfter(now)) {
      return;
    }
    swept = now;
    long before = now.minus(sweep).toEpochMilli();
    Map<String, PublishedItem> due =
        store.select((_, item) -> item.isCheckable() && item.checked() < before, MAX_CHECKS);
    for (var each : due.entrySet()) {
      check(each.getKey(), each.getValue(), changes);
    }
  }

  private void check(String id, PublishedItem item, FeedChanges changes)
      throws SourceException, InterruptedException {
    if (client.isGone(URI.create(item.link()))) {
      changes.remove(id, item);
    } else {
      store.note(id, item.checkedAt(clock.millis()));
    }
  }
}
