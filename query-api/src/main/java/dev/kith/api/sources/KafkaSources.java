package dev.kith.api.sources;

import dev.kith.api.web.Away;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Topic;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the cursors topic from its beginning and keeps the last word of each source. */
@Context
final class KafkaSources implements Sources {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSources.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final KafkaSettings settings;
  private final Map<String, CursorRecord> latest = new ConcurrentSkipListMap<>();
  private final CountDownLatch readOnce = new CountDownLatch(1);
  private final Thread follower;
  private volatile boolean stopping;

  KafkaSources(KafkaSettings settings) {
    this.settings = settings;
    this.follower = Thread.ofVirtual().name("api-sources").unstarted(this::follow);
  }

  @PostConstruct
  void start() {
    follower.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    follower.interrupt();
    follower.join(PATIENCE);
  }

  @Override
  public List<CursorRecord> all() {
    try {
      if (!readOnce.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Away("the sources cannot be read from Kafka now", new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Away("the question was interrupted", e);
    }
    return List.copyOf(latest.values());
  }

  private void follow() {
    while (!stopping) {
      try {
        readUntilBroken();
      } catch (InterruptException | WakeupException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("Cannot follow the sources, trying again: {}", e.getMessage());
        if (!pause()) {
          return;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void readUntilBroken() {
    Topic<String, CursorRecord> topic = settings.topics().cursors();
    Map<String, Object> client = settings.client();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(
            client, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!stopping) {
        consumer.poll(PAUSE).forEach(this::keep);
        if (readOnce.getCount() > 0 && atEnd(consumer, partitions)) {
          readOnce.countDown();
        }
      }
    }
  }

  private static boolean atEnd(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void keep(ConsumerRecord<String, CursorRecord> entry) {
    if (entry.value() == null) {
      latest.remove(entry.key());
    } else {
      latest.put(entry.key(), entry.value());
    }
  }
}
