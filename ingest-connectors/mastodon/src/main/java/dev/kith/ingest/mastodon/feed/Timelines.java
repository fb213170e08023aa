package dev.kith.ingest.mastodon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.mapping.JsonField;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import dev.kith.ingest.mastodon.mapping.NotificationMapper;
import dev.kith.ingest.mastodon.mapping.StatusMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All lists that are read of one user. */
public final class Timelines {
  private static final String FOLLOWING = FollowReader.Direction.FOLLOWING.feed();
  private static final String FOLLOWERS = FollowReader.Direction.FOLLOWERS.feed();

  private final MastodonApi api;
  private final ItemStore store;
  private final MappingContext context;
  private final JsonNode reader;
  private final List<String> lists;

  /**
   * The timelines of a user, for one read.
   *
   * @param reader the user's own account
   * @param lists ids of the lists whose statuses are not in the home timeline
   */
  public Timelines(
      MastodonApi api,
      ItemStore store,
      MappingContext context,
      JsonNode reader,
      List<String> lists) {
    this.api = api;
    this.store = store;
    this.context = context;
    this.reader = reader;
    this.lists = lists;
  }

  /** Names of all lists, as they stand in the cursor, in the order in which they are read. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of("own", "notifications", "home", "conversations"));
    names.addAll(List.of("favourites", "bookmarks"));
    lists.forEach(list -> names.add("list-" + list));
    names.addAll(List.of(FOLLOWING, FOLLOWERS));
    return names;
  }

  /** Whether a list is always read as a whole, and therefore less often. */
  public static boolean isReadAsAWhole(String name) {
    return name.equals(FOLLOWING) || name.equals(FOLLOWERS);
  }

  /** Adds the items of a list after a position to the page; returns the next position. */
  public FeedPosition read(String name, FeedPosition from, FeedPage page)
      throws SourceException, InterruptedException {
    Optional<FollowReader.Direction> follows = FollowReader.direction(name);
    return follows.isPresent()
        ? new FollowReader(api, store, context, reader).read(follows.get(), from, page)
        : new FeedReader(api, store, new Deletions(api, store, context))
            .read(feed(name), from, page);
  }

  private Feed feed(String name) {
    var statuses = new StatusMapper(context);
    var notifications = new NotificationMapper(context, reader);
    return switch (name) {
      case "own" ->
          statusList(name, "/api/v1/accounts/" + reader.path("id").asText("") + "/statuses");
      case "home" -> statusList(name, "/api/v1/timelines/home");
      case "notifications" ->
          new Feed(
              name,
              "/api/v1/notifications",
              Timelines::notificationKey,
              notifications::notification,
              status -> false);
      case "conversations" ->
          new Feed(
              name,
              "/api/v1/conversations",
              conversation -> id(conversation.path("last_status")),
              conversation ->
                  Optional.of(conversation.path("last_status"))
                      .filter(JsonNode::isObject)
                      .map(statuses::status),
              status -> false);
      case "favourites" -> reactions(name, "like", statuses, "favourited");
      case "bookmarks" -> reactions(name, "bookmark", statuses, "bookmarked");
      default -> statusList(name, "/api/v1/timelines/list/" + name.replaceFirst("^list-", ""));
    };
  }

  private Feed statusList(String name, String path) {
    var statuses = new StatusMapper(context);
    return new Feed(
        name, path, Timelines::id, status -> Optional.of(statuses.status(status)), status -> false);
  }

  /** The API states no time of a favourite; the time of the status is the earliest possible. */
  private Feed reactions(String name, String kind, StatusMapper statuses, String flag) {
    return new Feed(
        name,
        "/api/v1/" + name,
        status -> kind + ":" + id(status),
        status ->
            Optional.of(
                statuses.reaction(
                    kind, reader, status, JsonField.requiredTime(status, "created_at"), status)),
        status -> status.has(flag) && !status.path(flag).asBoolean());
  }

  private static String notificationKey(JsonNode notification) {
    return NotificationMapper.isStatus(notification)
        ? id(notification.path("status"))
        : Feed.NOTIFICATION + id(notification);
  }

  private static String id(JsonNode item) {
    return item.path("id").asText("");
  }

  /**
   * Adds events of the stream to the page: edited and deleted statuses.
   *
   * @param edited statuses by their id
   * @param deleted ids of statuses
   */
  public void readEvents(Map<String, JsonNode> edited, List<String> deleted, FeedPage page) {
    var statuses = new StatusMapper(context);
    edited.forEach(
        (id, status) -> page.addIfNews(id, status, item -> Optional.of(statuses.status(item))));
    var deletions = new Deletions(api, store, context);
    deleted.forEach(id -> deletions.deleted(id, page));
  }
}
