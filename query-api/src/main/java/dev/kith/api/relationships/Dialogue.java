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
 * Finds what two people answered to each other: also on a list, where an answer need not name whom
 * it answers. What it costs is bounded, whoever they are: only their newest answers are looked at.
 */
@Singleton
class Dialogue {
  private static final int MOST_TO_EACH_OTHER = 1_000;
  private static final int MOST_TO_ANYBODY = 1_000;

  private final ActivitiesIndex activities;

  Dialogue(ActivitiesIndex activities) {
    this.activities = activities;
  }

  /** What {@code by} answered to {@code to}. */
  Answers answers(IndexedPerson by, IndexedPerson to, Encounter both) {
    Query seen = both.seen();
    Query answering =
        Filters.all(
            List.of(seen, Filters.any("actor", by.accounts()), Filters.exists("inReplyTo")));
    Query directed =
        Filters.all(List.of(answering, both.viewer().visibility().directedAt(to.accounts())));
    Map<String, ActivityHeader> replies = new LinkedHashMap<>();
    Stream.concat(
            activities.newest(directed, MOST_TO_EACH_OTHER).stream(),
            activities.newest(answering, MOST_TO_ANYBODY).stream())
        .forEach(reply -> replies.put(reply.id(), reply));
    return Answers.of(replies.values(), messages(replies, to, seen));
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
