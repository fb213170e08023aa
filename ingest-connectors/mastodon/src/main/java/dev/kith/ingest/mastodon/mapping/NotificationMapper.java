package dev.kith.ingest.mastodon.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Maps notifications: actions of other accounts towards the reader. */
public final class NotificationMapper {
  private static final Set<String> STATUSES =
      Set.of("mention", "status", "update", "quote", "quoted_update");

  private final StatusMapper statuses;
  private final FollowMapper follows;
  private final JsonNode reader;

  /**
   * A mapper of the notifications in one response.
   *
   * @param reader the account that is notified
   */
  public NotificationMapper(MappingContext context, JsonNode reader) {
    this.statuses = new StatusMapper(context);
    this.follows = new FollowMapper(context);
    this.reader = reader;
  }

  /** The activity; empty if it is none of an account, such as the end of a poll. */
  public Optional<MappedActivity> notification(JsonNode notification) {
    JsonNode account = notification.path("account");
    JsonNode status = notification.path("status");
    if (isStatus(notification)) {
      boolean isToReader = type(notification).equals("mention");
      return Optional.of(isToReader ? statuses.toReader(status) : statuses.status(status));
    }
    return switch (type(notification)) {
      case "favourite", "reaction", "emoji_reaction", "pleroma:emoji_reaction" ->
          Optional.of(statuses.reaction("like", account, status, at(notification), notification));
      case "reblog" ->
          Optional.of(
              statuses.reaction("announce", account, status, at(notification), notification));
      case "follow" -> {
        Instant at = at(notification);
        yield Optional.of(follows.follow(account, reader, at, at.toEpochMilli()));
      }
      default -> Optional.empty();
    };
  }

  /** Whether the notification is about a status itself, not about a reaction to one. */
  public static boolean isStatus(JsonNode notification) {
    return STATUSES.contains(type(notification)) && notification.path("status").isObject();
  }

  private static Instant at(JsonNode notification) {
    return JsonField.requiredTime(notification, "created_at");
  }

  private static String type(JsonNode notification) {
    return notification.path("type").asText("");
  }
}
