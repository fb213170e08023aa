package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.ActivitiesIndex.ActivityHeader;
import dev.kith.api.query.Filters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Query directed = Filters.all(List.of(answering, pair.viewer().directedAt(to.accounts())));
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

  /**
   * The replies of one person to another. Only the first reply to a message counts; replies dated
   * before the message are ignored, because one of the clocks was wrong.
   *
   * @param all the reply by message
   */
  record Replies(Map<ActivityHeader, ActivityHeader> all) {

    static Replies of(Collection<ActivityHeader> replies, Collection<ActivityHeader> messages) {
      Map<String, ActivityHeader> byId =
          messages.stream()
              .collect(Collectors.toMap(ActivityHeader::id, Function.identity(), (a, _) -> a));
      Map<ActivityHeader, ActivityHeader> answers = new HashMap<>();
      for (ActivityHeader reply : replies) {
        ActivityHeader message = byId.get(String.valueOf(reply.inReplyTo()));
        if (message != null && !reply.at().isBefore(message.at())) {
          answers.merge(message, reply, Replies::earlier);
        }
      }
      return new Replies(answers);
    }

    private static ActivityHeader earlier(ActivityHeader one, ActivityHeader other) {
      return Comparator.comparing(ActivityHeader::at)
                  .thenComparing(ActivityHeader::id)
                  .compare(one, other)
              <= 0
          ? one
          : other;
    }

    /** The ids of the replies. */
    List<String> ids() {
      return all.values().stream().map(ActivityHeader::id).toList();
    }

    /** The ids of the answered messages. */
    List<String> answered() {
      return all.keySet().stream().map(ActivityHeader::id).toList();
    }

    /** The median time to the reply, in minutes. */
    OptionalLong medianMinutes() {
      long[] minutes =
          all.entrySet().stream()
              .mapToLong(each -> minutes(each.getKey(), each.getValue()))
              .sorted()
              .toArray();
      return minutes.length == 0
          ? OptionalLong.empty()
          : OptionalLong.of((minutes[(minutes.length - 1) / 2] + minutes[minutes.length / 2]) / 2);
    }

    private static long minutes(ActivityHeader message, ActivityHeader reply) {
      return Duration.between(message.at(), reply.at()).toMinutes();
    }
  }
}
