package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.ingest.mastodon.api.ApiPage;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.mapping.AccountMapper;
import dev.kith.ingest.mastodon.mapping.FollowMapper;
import dev.kith.ingest.mastodon.mapping.MappedActivity;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the whole list of followed accounts, or of followers, and compares it with its earlier
 * version: the API lists follows without times, and an ended follow is only missing from the list.
 */
final class FollowReader {
  private static final int MAX_PAGES = 250;
  private static final String PAGE_PARAMETER = "limit=80";

  private final MastodonApi api;
  private final ItemStore store;
  private final MappingContext context;
  private final JsonNode reader;
  private final AccountMapper accounts;
  private final FollowMapper follows;

  FollowReader(MastodonApi api, ItemStore store, MappingContext context, JsonNode reader) {
    this.api = api;
    this.store = store;
    this.context = context;
    this.reader = reader;
    this.accounts = new AccountMapper(context);
    this.follows = new FollowMapper(context);
  }

  /** The direction of a list of follows. */
  enum Direction {
    FOLLOWING,
    FOLLOWERS;

    String feed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Adds the changes since the list was last compared to the page; returns the next position. */
  FeedPosition read(Direction direction, FeedPosition from, FeedPage page)
      throws SourceException, InterruptedException {
    Map<String, JsonNode> now = new TreeMap<>();
    boolean isComplete = collect(direction, now, page);
    var next = new FeedPosition("", "%08x".formatted(now.keySet().hashCode()));
    if (next.equals(from)) {
      return from;
    }
    List<String> before = store.list(direction.feed());
    boolean isFirst = from.newest().isEmpty() || !store.isCompared(direction.feed());
    now.forEach(
        (id, account) -> {
          if (!before.contains(id)) {
            page.publish(key(direction, id), follow(direction, account, isFirst));
          }
        });
    if (isComplete) {
      before.stream()
          .filter(id -> !now.containsKey(id))
          .forEach(id -> page.delete(key(direction, id), unfollow(direction, id)));
    }
    page.compared(List.copyOf(now.keySet()));
    return next;
  }

  private static String key(Direction direction, String id) {
    return direction.feed() + ":" + id;
  }

  /** Collects the accounts of the list by account id; returns whether the list is complete. */
  private boolean collect(Direction direction, Map<String, JsonNode> found, FeedPage page)
      throws SourceException, InterruptedException {
    String id = reader.path("id").asText("");
    String path = "/api/v1/accounts/" + id + "/" + direction.feed() + "?" + PAGE_PARAMETER;
    ApiPage last = api.page(path, direction.feed());
    for (int pages = 1; ; pages++) {
      last.items().forEach(account -> addTo(found, account, page));
      if (last.older().isEmpty() || last.items().isEmpty()) {
        return true;
      }
      if (pages == MAX_PAGES) {
        return false;
      }
      last = api.page(last.older().get(), direction.feed());
    }
  }

  private void addTo(Map<String, JsonNode> found, JsonNode account, FeedPage page) {
    try {
      found.put(accounts.id(account), account);
    } catch (UnparsableException e) {
      page.setAside(account, page.feed() + ": " + e.reason());
    }
  }

  private MappedActivity follow(Direction direction, JsonNode account, boolean isTimeUnknown) {
    JsonNode follower = direction == Direction.FOLLOWING ? reader : account;
    JsonNode followed = direction == Direction.FOLLOWING ? account : reader;
    return isTimeUnknown
        ? follows.existingFollow(follower, followed)
        : follows.follow(follower, followed, context.read(), context.read().toEpochMilli());
  }

  private MappedActivity unfollow(Direction direction, String id) {
    String own = accounts.id(reader);
    return direction == Direction.FOLLOWING
        ? follows.unfollow(own, id, context.read())
        : follows.unfollow(id, own, context.read());
  }

  /** The direction of a list by its name in the cursor. */
  static Optional<Direction> direction(String feed) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.feed().equals(feed))
        .findFirst();
  }
}
