package dev.kith.indexing.bulk;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.indexing.bulk.BulkResult.Refusal;
import dev.kith.schemas.Steps;
import dev.kith.schemas.UnreadableRecord;
import io.micrometer.core.instrument.Counter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records that could not become documents to {@code unreadable.v1}. */
public final class DeadLetterProducer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProducer.class);
  private static final int LARGEST = 256 * 1024;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private final Topic<String, UnreadableRecord> topic;
  private final KafkaProducer<String, UnreadableRecord> producer;
  private final Counter counter;
  private final Clock clock;

  public DeadLetterProducer(KafkaSettings kafka, Counter counter, Clock clock) {
    this.topic = kafka.topics().unreadable();
    this.counter = counter;
    this.clock = clock;
    Map<String, Object> client = kafka.client();
    client.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.prefix() + Steps.INDEXING + "-unreadable");
    client.put(ProducerConfig.ACKS_CONFIG, "all");
    this.producer =
        new KafkaProducer<>(client, topic.keySerde().serializer(), topic.valueSerde().serializer());
  }

  /** Returns once all of them are written, or fails. */
  void publish(List<Refusal> refused) {
    List<Future<?>> sent = new ArrayList<>();
    for (Refusal refusal : refused) {
      LOG.warn("set aside: {}: {}", place(refusal.entry().origin()), refusal.reason());
      sent.add(
          producer.send(new ProducerRecord<>(topic.name(), Steps.INDEXING, deadLetter(refusal))));
    }
    sent.forEach(DeadLetterProducer::await);
    counter.increment(refused.size());
  }

  private static String place(ConsumerRecord<byte[], byte[]> origin) {
    return "%s-%d@%d".formatted(origin.topic(), origin.partition(), origin.offset());
  }

  private UnreadableRecord deadLetter(Refusal refusal) {
    ConsumerRecord<byte[], byte[]> origin = refusal.entry().origin();
    return UnreadableRecord.newBuilder()
        .setStep(Steps.INDEXING)
        .setReason(refusal.reason())
        .setAt(clock.instant())
        .setOriginal(original(origin.value()))
        .setTopic(origin.topic())
        .setPartition(origin.partition())
        .setOffset(origin.offset())
        .setKey(key(origin.key()))
        .build();
  }

  private static ByteBuffer original(byte @Nullable [] value) {
    return value == null
        ? ByteBuffer.allocate(0)
        : ByteBuffer.wrap(value, 0, Math.min(value.length, LARGEST));
  }

  private static @Nullable String key(byte @Nullable [] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public void close() {
    producer.close(LONGEST_CLOSE);
  }
}
