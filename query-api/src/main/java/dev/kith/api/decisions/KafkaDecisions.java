package dev.kith.api.decisions;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.LatestValues;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Decisions in their Kafka topic, each request in one transaction. */
@Singleton
final class KafkaDecisions implements DecisionRepository {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Map<String, Object> client;
  private final Topic<String, Decision> topic;
  private final LatestValues<Decision> latest;
  private @Nullable KafkaProducer<String, @Nullable Decision> producer;

  KafkaDecisions(KafkaSettings settings) {
    this.topic = settings.topics().decisions();
    this.latest = new LatestValues<>(settings, topic);
    this.client = settings.client();
    client.put("acks", "all");
    client.put("transactional.id", settings.prefix() + "api-" + UUID.randomUUID());
    client.put("max.block.ms", TIMEOUT_MILLIS);
    client.put("request.timeout.ms", TIMEOUT_MILLIS / 2);
    client.put("delivery.timeout.ms", TIMEOUT_MILLIS);
  }

  @Override
  public void save(List<Decision> decisions) {
    write(
        decisions,
        decision ->
            new ProducerRecord<>(
                topic.name(), new AccountPair(decision.getA(), decision.getB()).key(), decision));
  }

  @Override
  public Collection<Decision> all() {
    return latest.all().values();
  }

  @Override
  public void withdraw(List<AccountPair> pairs) {
    write(pairs, pair -> new ProducerRecord<>(topic.name(), pair.key(), null));
  }

  private synchronized <T> void write(
      List<T> entries, Function<T, ProducerRecord<String, @Nullable Decision>> entry) {
    try {
      var open = producer();
      open.beginTransaction();
      for (T each : entries) {
        var _ = open.send(entry.apply(each)); // the commit fails if one of them did
      }
      open.commitTransaction();
    } catch (KafkaException e) {
      close();
      throw new ServiceUnavailable("the decision cannot be kept in Kafka now", e);
    }
  }

  /** Returns the producer; one that has failed is replaced. */
  private KafkaProducer<String, @Nullable Decision> producer() {
    if (producer == null) {
      var created =
          new KafkaProducer<String, @Nullable Decision>(
              client, topic.keySerde().serializer(), topic.valueSerde().serializer());
      producer = created;
      created.initTransactions();
    }
    return producer;
  }

  @PreDestroy
  void release() {
    latest.close();
    close();
  }

  private synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
