package dev.kith.embedded.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/** Reads the outcome of transactions from the topic of the transaction coordinator. */
final class TransactionLog {

  private static final String TOPIC = "__transaction_state";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final byte PREPARE_COMMIT = 2;
  private static final byte PREPARE_ABORT = 3;
  private static final byte COMPLETE_COMMIT = 4;
  private static final byte COMPLETE_ABORT = 5;

  private TransactionLog() {}

  /**
   * The end of a transaction.
   *
   * @param producerId id of its producer
   * @param epoch epoch of its end marker: one more than that of its records (KIP-890)
   */
  record Ending(long producerId, short epoch) {}

  /** Reads the whole topic, which is small: it is compacted to one record for each producer. */
  static Map<Ending, TransactionResult> endings(String bootstrapServers) {
    Map<Ending, TransactionResult> endings = new HashMap<>();
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
            ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream().map(TransactionLog::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + TIMEOUT.toNanos();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException(TOPIC + " was not read within " + TIMEOUT);
        }
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> add(record, endings));
      }
    }
    return endings;
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private static void add(
      ConsumerRecord<byte[], byte[]> record, Map<Ending, TransactionResult> endings) {
    if (record.value() == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(record.value());
    short version = bytes.getShort();
    TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(bytes), version);
    Ending ending = new Ending(value.producerId(), value.producerEpoch());
    switch (value.transactionStatus()) {
      case PREPARE_COMMIT, COMPLETE_COMMIT -> endings.put(ending, TransactionResult.COMMIT);
      case PREPARE_ABORT, COMPLETE_ABORT -> endings.put(ending, TransactionResult.ABORT);
      default -> {
        // The transaction has not ended.
      }
    }
  }
}
