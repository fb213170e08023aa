package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.index.Utterance;
import dev.kith.api.index.UtterancesIndex;
import dev.kith.api.search.Terms;
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

  private final UtterancesIndex utterances;

  Dialogue(UtterancesIndex utterances) {
    this.utterances = utterances;
  }

  /** What {@code by} answered to {@code to}. */
  Answers answers(PersonDocument by, PersonDocument to, Encounter both) {
    Query seen = both.seen();
    Query answering =
        Terms.all(List.of(seen, Terms.any("actor", by.accounts()), Terms.exists("inReplyTo")));
    Query directed =
        Terms.all(List.of(answering, both.asker().visibility().directedAt(to.accounts())));
    Map<String, Utterance> replies = new LinkedHashMap<>();
    Stream.concat(
            utterances.newest(directed, MOST_TO_EACH_OTHER).stream(),
            utterances.newest(answering, MOST_TO_ANYBODY).stream())
        .forEach(reply -> replies.put(reply.id(), reply));
    return Answers.of(replies.values(), messages(replies, to, seen));
  }

  private List<Utterance> messages(
      Map<String, Utterance> replies, PersonDocument from, Query seen) {
    List<String> answered =
        replies.values().stream()
            .map(Utterance::inReplyTo)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .distinct()
            .toList();
    if (answered.isEmpty()) {
      return List.of();
    }
    Query theirs =
        Terms.all(List.of(seen, Terms.any("actor", from.accounts()), Terms.any("id", answered)));
    return utterances.newest(theirs, answered.size());
  }
}
