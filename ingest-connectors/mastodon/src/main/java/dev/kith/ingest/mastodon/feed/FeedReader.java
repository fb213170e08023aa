package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mastodon.api.ApiPage;
import dev.kith.ingest.mastodon.api.MastodonApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list forward, oldest first. At its end the newest page is compared with its earlier
 * version: an edited item is published again, and an item that is missing on the server, too, is
 * deleted.
 */
final class FeedReader {
  private static final int PAGE_SIZE = 40;
  private static final int MAX_PAGES_BACK = 50;
  private static final String MIN_ID = "0";

  private final MastodonApi api;
  private final ItemStore store;
  private final Deletions deletions;

  FeedReader(MastodonApi api, ItemStore store, Deletions deletions) {
    this.api = api;
    this.store = store;
    this.deletions = deletions;
  }

  /** Adds the items after a position to the page; returns the next position. */
  FeedPosition read(Feed feed, FeedPosition from, FeedPage page)
      throws SourceException, InterruptedException {
    boolean isCatchingUp = from.newest().isEmpty();
    ApiPage newest = isCatchingUp ? new ApiPage(List.of(), Optional.empty(), "") : newest(feed);
    if (!isCatchingUp && from.newest().equals(hash(feed, newest.items()))) {
      return from;
    }
    String after = from.after().isEmpty() ? MIN_ID : from.after();
    ApiPage forward = api.page(feed.path("limit=" + PAGE_SIZE + "&min_id=" + after), feed.name());
    if (!forward.items().isEmpty() && !forward.position().equals(from.after())) {
      forward.items().reversed().forEach(item -> page.add(key(feed, item), item, feed.mapper()));
      return new FeedPosition(forward.position(), "");
    }
    return compare(feed, from, isCatchingUp ? newest(feed) : newest, page);
  }

  private ApiPage newest(Feed feed) throws SourceException, InterruptedException {
    return api.page(feed.path("limit=" + PAGE_SIZE), feed.name());
  }

  private FeedPosition compare(Feed feed, FeedPosition from, ApiPage newest, FeedPage page)
      throws SourceException, InterruptedException {
    // Without the store, the items that were just read page by page would look new.
    boolean isJustRead = !from.after().isEmpty() && !store.isCompared(feed.name());
    if (!isJustRead) {
      unknownBefore(feed, newest)
          .reversed()
          .forEach(item -> page.addIfNews(key(feed, item), item, feed.mapper()));
    }
    List<String> keys = newest.items().stream().map(item -> key(feed, item)).toList();
    for (String missing : missing(store.list(feed.name()), keys, newest.older().isPresent())) {
      deletions.check(missing, feed, page);
    }
    page.compared(keys);
    String position = newest.position().isEmpty() ? from.after() : newest.position();
    return new FeedPosition(position, hash(feed, newest.items()));
  }

  /**
   * The newest page; on servers that cannot page forward from the beginning also the pages before
   * it, up to the first page with a known item.
   */
  private List<JsonNode> unknownBefore(Feed feed, ApiPage newest)
      throws SourceException, InterruptedException {
    List<JsonNode> items = new ArrayList<>(newest.items());
    ApiPage last = newest;
    for (int pages = 1; pages < MAX_PAGES_BACK && !last.items().isEmpty(); pages++) {
      Optional<URI> older = last.older();
      boolean isKnown = last.items().stream().anyMatch(item -> isKnown(feed, item));
      if (isKnown || older.isEmpty()) {
        break;
      }
      last = api.page(older.get(), feed.name());
      items.addAll(last.items());
    }
    return items;
  }

  private boolean isKnown(Feed feed, JsonNode item) {
    return store
        .find(key(feed, item))
        .filter(known -> known.feed().equals(feed.name()))
        .isPresent();
  }

  /**
   * The items that a list had and no longer has, except those that newer items have moved off its
   * newest page.
   */
  private static List<String> missing(List<String> before, List<String> now, boolean isLonger) {
    int last = before.size() - 1;
    while (isLonger && last >= 0 && !now.contains(before.get(last))) {
      last--;
    }
    return before.subList(0, last + 1).stream().filter(key -> !now.contains(key)).toList();
  }

  private static String key(Feed feed, JsonNode item) {
    return feed.key().apply(item);
  }

  /** A hash of the ids of the items and the times of their edits, in hexadecimal. */
  private static String hash(Feed feed, List<JsonNode> items) {
    var text = new StringBuilder(feed.name());
    for (JsonNode item : items) {
      text.append(' ').append(key(feed, item)).append(item.path("edited_at").asText(""));
    }
    return "%08x".formatted(text.toString().hashCode());
  }
}
