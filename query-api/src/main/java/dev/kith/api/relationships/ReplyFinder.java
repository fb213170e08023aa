package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.ActivityHeader;
import dev.kith.api.query.Filters;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds replies of two people to each other, also on mailing lists, where a reply need not name its
 * addressee. Only the newest replies are read, so that the cost is bounded.
 */
@Singleton
class ReplyFinder {
  private static final int MAX_TO_EACH_OTHER = 1_000;
  private static final int MAX_TO_ANYBODY = 1_000;

  private final ActivitiesIndex activities;

  ReplyFinder(ActivitiesIndex activities) {
    this.activities = activities;
  }

  /** The replies of {@code by} to {@code to}. */
  Replies replies(IndexedPerson by, IndexedPerson to, PairQuery pair) {
    Query seen = pair.visible();
    Query answering =
        Filters.all(
            List.of(seen, Filters.any("actor", by.accounts()), Filters.exists("inReplyTo")));
    Query directed =
        Filters.all(List.of(answering, pair.viewer().visibility().directedAt(to.accounts())));
    Map<String, ActivityHeader> replies = new LinkedHashMap<>();
    Stream.concat(
            activities.newest(directed, MAX_TO_EACH_OTHER).stream(),
            activities.newest(answering, MAX_TO_ANYBODY).stream())
        .forEach(reply -> replies.put(reply.id(), reply));
    return Replies.of(replies.values(), messages(replies, to, seen));
  }

  private List<ActivityHeader> messages(
      Map<String, ActivityHeader> replies, IndexedPerson from, Query seen) {
    List<String> answered =
        replies.values().stream()
            .map(ActivityHeader::inReplyTo)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .distinct()
            .toList();
    if (answered.isEmpty()) {
      return List.of();
    }
    Query theirs =
        Filters.all(
            List.of(seen, Filters.any("actor", from.accounts()), Filters.any("id", answered)));
    return activities.newest(theirs, answered.size());
  }
}
