package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each activity contributes. The deed of an activity is kept beside the one it answers, on the
 * task that knows whose that is; so neither order of arrival, nor an edit of either, matters.
 */
final class Ledger {
  private final KeyValueStore<String, Revision> revisions;
  private final KeyValueStore<String, Entry> entries;

  Ledger(
      Store<String, Revision> revisions,
      Store<String, Entry> entries,
      ProcessorContext<?, ?> context) {
    this.revisions = revisions.of(context);
    this.entries = entries.of(context);
  }

  @Nullable Revision revision(String id) {
    return revisions.get(id);
  }

  void keep(String id, @Nullable Revision revision) {
    if (revision == null) {
      revisions.delete(id);
    } else {
      revisions.put(id, revision);
    }
  }

  /** Puts a deed beside its home, or takes it away from there; says what that changes. */
  Map<AccountPair, Counts> write(String home, String id, @Nullable Deed deed) {
    return settle(key(home, id), deed, author(home, id));
  }

  /** Counts anew what answers an activity whose author has become known, or another. */
  List<Map<AccountPair, Counts>> recount(String home) {
    List<String> keys = new ArrayList<>();
    try (var answers = entries.prefixScan(key(home, ""), new StringSerializer())) {
      answers.forEachRemaining(answer -> keys.add(answer.key));
    }
    keys.remove(key(home, home));
    String author = author(home, "");
    return keys.stream().map(key -> settle(key, deed(key), author)).toList();
  }

  private Map<AccountPair, Counts> settle(
      String key, @Nullable Deed deed, @Nullable String author) {
    Entry before = entries.get(key);
    Contribution now = deed == null ? Contribution.NONE : deed.contribution(author);
    if (deed == null) {
      entries.delete(key);
    } else {
      entries.put(key, new Entry(deed, now));
    }
    return (before == null ? Contribution.NONE : before.contribution()).changeTo(now);
  }

  private Deed deed(String key) {
    return Objects.requireNonNull(entries.get(key), "just found by a scan").deed();
  }

  private @Nullable String author(String home, String id) {
    Revision answered = home.equals(id) ? null : revisions.get(home);
    return answered == null ? null : answered.actor();
  }

  private static String key(String home, String id) {
    return home + '\0' + id;
  }
}
