package dev.kith.api.searches;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.kafka.LatestValues;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.schemas.SavedSearch;
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

/** Saved searches in their compacted Kafka topic. */
@Singleton
final class KafkaSavedSearches implements SavedSearchRepository {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Topic<String, SavedSearch> topic;
  private final LatestValues<SavedSearch> latest;
  private final Map<String, Object> client;
  private @Nullable KafkaProducer<String, @Nullable SavedSearch> producer;

  KafkaSavedSearches(KafkaSettings settings) {
    this.topic = settings.topics().searches();
    this.latest = new LatestValues<>(settings, topic);
    this.client = settings.client();
    client.put("acks", "all");
    client.put("max.block.ms", TIMEOUT_MILLIS);
    client.put("request.timeout.ms", TIMEOUT_MILLIS / 2);
    client.put("delivery.timeout.ms", TIMEOUT_MILLIS);
  }

  @Override
  public List<SavedSearch> all() {
    return latest.all().values().stream()
        .sorted(Comparator.comparing(SavedSearch::getAt).thenComparing(SavedSearch::getId))
        .toList();
  }

  @Override
  public Optional<SavedSearch> byId(String id) {
    return Optional.ofNullable(latest.all().get(id));
  }

  @Override
  public void save(SavedSearch search) {
    write(search.getId(), search);
  }

  @Override
  public void delete(String id) {
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
    latest.close();
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
