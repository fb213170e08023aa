package dev.kith.ingest.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex.Position;
import dev.kith.schemas.Activity;
import dev.kith.schemas.ActivityCopies;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the records that only one source has published: its activities, its profiles, its
 * unreadable items, and last its cursor. An activity that another source has delivered, too,
 * remains as an activity of that source; the only profile of an account that another activity names
 * remains as well. After a failure it can be repeated: it continues with the remaining records.
 */
public final class SourceEraser {
  /** Few enough for a transaction to end within the transaction timeout of the broker. */
  private static final int MAX_CHANGES = 1_000;

  private final JournalSettings settings;
  private final Topics topics;
  private final PublishedActivityIndex published;

  /**
   * An eraser of the source of these settings.
   *
   * @param published index of the activities that all sources of this process have published
   */
  public SourceEraser(JournalSettings settings, PublishedActivityIndex published) {
    this.settings = settings;
    this.topics = settings.topics();
    this.published = published;
  }

  /**
   * Returns when all records are deleted. No source of this process publishes meanwhile. Kafka
   * fences a reader of this source that still runs.
   */
  public void erase() {
    Lock lock = published.erasing();
    lock.lock();
    try (var producer = KafkaJournal.producer(settings);
        var reader =
            new PublishedActivityReader(
                settings.client(), topics.activities(), settings.timeout())) {
      producer.initTransactions();
      Map<String, Delivery> deliveries = deliveries();
      published.remove(deliveries.keySet());
      commit(
          producer,
          deliveries.entrySet().stream().map(each -> left(each.getKey(), each.getValue(), reader)));
      commit(
          producer,
          profilesLeft().entrySet().stream().map(each -> left(each.getKey(), each.getValue())));
      commit(
          producer,
          Stream.of(
              List.of(
                  record(topics.unreadable(), settings.source(), null),
                  record(topics.cursors(), settings.source(), null))));
    } finally {
      lock.unlock();
    }
  }

  /**
   * The latest version of an activity that the source delivered.
   *
   * @param position in the topic
   * @param sources names of all sources that delivered it since its last tombstone
   */
  private record Delivery(Position position, Set<String> sources) {
    /**
     * Adds the sources of earlier records, because early versions of Kith stored only the last one.
     */
    static Delivery of(ConsumerRecord<String, Activity> record, @Nullable Delivery before) {
      Set<String> sources = ActivityCopies.sources(record.value());
      if (before != null) {
        sources.addAll(before.sources);
      }
      return new Delivery(new Position(record.partition(), record.offset(), 0, Set.of()), sources);
    }
  }

  /** The activities that the source delivered, by id. */
  private Map<String, Delivery> deliveries() {
    Set<String> ids = idsOfSource();
    Map<String, Delivery> found = new HashMap<>();
    new CommittedRecordsReader<>(settings, topics.activities())
        .readAll(
            record -> {
              Delivery before = found.remove(record.key());
              if (record.value() != null && ids.contains(record.key())) {
                found.put(record.key(), Delivery.of(record, before));
              }
            });
    found.values().removeIf(delivery -> !delivery.sources().remove(settings.source()));
    return found;
  }

  private Set<String> idsOfSource() {
    Set<String> ids = new HashSet<>();
    new CommittedRecordsReader<>(settings, topics.activities())
        .readAll(
            record -> {
              if (record.value() != null
                  && ActivityCopies.sources(record.value()).contains(settings.source())) {
                ids.add(record.key());
              }
            });
    return ids;
  }

  /** A tombstone, and after it the activity with the other sources, if there are any. */
  private List<ProducerRecord<byte[], byte[]>> left(
      String id, Delivery delivery, PublishedActivityReader reader) {
    var tombstone = record(topics.activities(), id, null);
    if (delivery.sources().isEmpty()) {
      return List.of(tombstone);
    }
    Activity activity =
        reader
            .read(id, delivery.position())
            .orElseThrow(() -> new IllegalStateException("expected an activity at its position"));
    Activity left = ActivityCopies.deliveredBy(delivery.sources(), activity);
    return List.of(tombstone, record(topics.activities(), id, left));
  }

  /** A tombstone, and after it the profiles of the other sources, if there are any. */
  private List<ProducerRecord<byte[], byte[]>> left(String account, List<Profile> profiles) {
    return Stream.concat(
            Stream.of(record(topics.profiles(), account, null)),
            profiles.stream().map(profile -> record(topics.profiles(), account, profile)))
        .toList();
  }

  /**
   * The profiles that other sources have published, of each account of which the source has
   * published one; without the accounts that have no other profile, but that an activity names.
   */
  private Map<String, List<Profile>> profilesLeft() {
    Map<String, List<Profile>> profiles = profilesOfOthers(accountsOfSource());
    Set<String> named = namedAccounts(profiles.keySet());
    profiles
        .entrySet()
        .removeIf(each -> each.getValue().isEmpty() && named.contains(each.getKey()));
    return profiles;
  }

  private Map<String, List<Profile>> profilesOfOthers(Set<String> accounts) {
    Map<String, List<Profile>> profiles = new HashMap<>();
    accounts.forEach(account -> profiles.put(account, new ArrayList<>()));
    new CommittedRecordsReader<>(settings, topics.profiles())
        .readAll(
            record -> {
              List<Profile> left = profiles.get(record.key());
              if (left != null && record.value() == null) {
                left.clear();
              } else if (left != null && !isOfSource(record.value())) {
                left.add(record.value());
              }
            });
    return profiles;
  }

  private Set<String> accountsOfSource() {
    Set<String> accounts = new HashSet<>();
    new CommittedRecordsReader<>(settings, topics.profiles())
        .readAll(
            record -> {
              if (record.value() == null) {
                accounts.remove(record.key());
              } else if (isOfSource(record.value())) {
                accounts.add(record.key());
              }
            });
    return accounts;
  }

  private boolean isOfSource(Profile profile) {
    return profile.getSource().equals(settings.source());
  }

  /** Of these accounts those that an activity names. */
  private Set<String> namedAccounts(Set<String> accounts) {
    Map<String, Set<String>> named = new HashMap<>();
    new CommittedRecordsReader<>(settings, topics.activities())
        .readAll(
            record -> {
              named.remove(record.key());
              Set<String> those = accountsOf(record.value());
              those.retainAll(accounts);
              if (!those.isEmpty()) {
                named.put(record.key(), those);
              }
            });
    Set<String> all = new HashSet<>();
    named.values().forEach(all::addAll);
    return all;
  }

  private static Set<String> accountsOf(@Nullable Activity activity) {
    return activity == null
        ? new HashSet<>()
        : Stream.concat(
                Stream.of(activity.getActor()),
                activity.getTowards().stream().map(Towards::getAccount))
            .collect(Collectors.toCollection(HashSet::new));
  }

  private <V> ProducerRecord<byte[], byte[]> record(
      Topic<String, V> topic, String key, @Nullable V value) {
    byte[] bytes =
        value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes);
  }

  /** Commits the records of a list in one transaction. A commit fails if a record was not sent. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void commit(
      Producer<byte[], byte[]> producer, Stream<List<ProducerRecord<byte[], byte[]>>> changes) {
    Iterator<List<ProducerRecord<byte[], byte[]>>> left = changes.iterator();
    while (left.hasNext()) {
      producer.beginTransaction();
      for (int sent = 0; sent < MAX_CHANGES && left.hasNext(); sent++) {
        left.next().forEach(producer::send);
      }
      producer.commitTransaction();
    }
  }
}
