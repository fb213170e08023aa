package dev.kith.api.searches;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.LatestValues;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.SavedSearch;
import dev.kith.schemas.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Saved searches in their Kafka topic: the last value of each id is the search. */
@Singleton
final class KafkaSearches implements SavedSearches {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Topic<String, SavedSearch> topic;
  private final LatestValues<SavedSearch> kept;
  private final Map<String, Object> client;
  private @Nullable KafkaProducer<String, @Nullable SavedSearch> producer;

  KafkaSearches(KafkaSettings settings) {
    this.topic = settings.topics().searches();
    this.kept = new LatestValues<>(settings, topic);
    this.client = settings.client();
    client.put("acks", "all");
    client.put("max.block.ms", PATIENCE_MILLIS);
    client.put("request.timeout.ms", PATIENCE_MILLIS / 2);
    client.put("delivery.timeout.ms", PATIENCE_MILLIS);
  }

  @Override
  public List<SavedSearch> all() {
    return kept.all().values().stream()
        .sorted(Comparator.comparing(SavedSearch::getAt).thenComparing(SavedSearch::getId))
        .toList();
  }

  @Override
  public Optional<SavedSearch> byId(String id) {
    return Optional.ofNullable(kept.all().get(id));
  }

  @Override
  public void keep(SavedSearch search) {
    write(search.getId(), search);
  }

  @Override
  public void remove(String id) {
    write(id, null);
  }

  private synchronized void write(String id, @Nullable SavedSearch search) {
    try {
      producer().send(new ProducerRecord<>(topic.name(), id, search)).get();
    } catch (KafkaException | ExecutionException e) {
      throw new ServiceUnavailable("the search cannot be kept in Kafka now", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailable("keeping the search was interrupted", e);
    }
  }

  private KafkaProducer<String, @Nullable SavedSearch> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<String, @Nullable SavedSearch>(
              client, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    kept.close();
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
