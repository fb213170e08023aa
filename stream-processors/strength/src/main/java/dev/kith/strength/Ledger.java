package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each activity contributes. The deed of an answer is kept beside the activity it answers, on
 * the task that knows whose that is; so neither order of arrival, nor an edit of either, matters.
 * Where there are answers there is a revision of what they answer, if need be one that stands for
 * it: so most activities, which nobody has answered yet when they come, need no search for answers.
 */
final class Ledger {
  private final KeyValueStore<String, Revision> revisions;
  private final KeyValueStore<String, Answer> answers;

  Ledger(
      Store<String, Revision> revisions,
      Store<String, Answer> answers,
      ProcessorContext<?, ?> context) {
    this.revisions = revisions.of(context);
    this.answers = answers.of(context);
  }

  @Nullable Revision revision(String id) {
    return revisions.get(id);
  }

  void keep(String id, Revision revision) {
    revisions.put(id, revision);
  }

  /** Forgets an activity, but not that it is answered. */
  void forget(String id) {
    if (answersTo(id).isEmpty()) {
      revisions.delete(id);
    } else {
      revisions.put(id, Revision.answeredOnly(id));
    }
  }

  /** Puts an answer beside its home, or takes it away from there; says what that changes. */
  Map<AccountPair, Counts> write(String home, String id, @Nullable Deed deed) {
    String key = key(home, id);
    Answer before = answers.get(key);
    Revision answered = revisions.get(home);
    var changes = settle(key, before, deed, answered == null ? null : answered.actor());
    if (answered == null && deed != null) {
      revisions.put(home, Revision.answeredOnly(home));
    } else if (answered != null && answered.isAnsweredOnly() && deed == null) {
      forget(home);
    }
    return changes;
  }

  /** Counts anew what answers an activity whose author has become known, or another. */
  List<Map<AccountPair, Counts>> recount(String home, @Nullable String author) {
    return answersTo(home).entrySet().stream()
        .map(each -> settle(each.getKey(), each.getValue(), each.getValue().deed(), author))
        .toList();
  }

  private Map<String, Answer> answersTo(String home) {
    Map<String, Answer> found = new LinkedHashMap<>();
    try (var scan = answers.prefixScan(key(home, ""), new StringSerializer())) {
      scan.forEachRemaining(each -> found.put(each.key, each.value));
    }
    return found;
  }

  private Map<AccountPair, Counts> settle(
      String key, @Nullable Answer before, @Nullable Deed deed, @Nullable String author) {
    Contribution now = deed == null ? Contribution.NONE : deed.contribution(author);
    if (deed == null) {
      answers.delete(key);
    } else {
      answers.put(key, new Answer(deed, now));
    }
    return (before == null ? Contribution.NONE : before.contribution()).changeTo(now);
  }

  private static String key(String home, String id) {
    return home + '\0' + id;
  }
}
