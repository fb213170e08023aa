package dev.kith.api.relationships;

import dev.kith.api.index.ActivityHeader;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

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
