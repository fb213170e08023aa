package dev.kith.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.embedded.TestStack;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogKey;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.junit.jupiter.api.Test;

/**
 * The log of the coordinator has the outcome of a transaction whose partition has no end marker.
 */
class HangingTransactionsIT {

  private static final byte COMPLETE_COMMIT = 4;
  private static final byte COMPLETE_ABORT = 5;

  private static final String SERVERS = TestStack.bootstrapServers();

  private final HangingTransactions hanging =
      new HangingTransactions(
          SERVERS.substring(0, SERVERS.indexOf(':')),
          Integer.parseInt(SERVERS.substring(SERVERS.indexOf(':') + 1)));

  @Test
  void aCommittedTransactionWithoutMarkerIsCommitted() throws Exception {
    TopicPartition partition = create("hanging-commit");
    producerWithOpenTransaction(partition).close(Duration.ZERO);
    writeEnding(producerIn(partition), COMPLETE_COMMIT);

    assertThat(hanging.end()).isEqualTo(1);

    assertThat(committed(partition)).containsExactly("sent");
    assertThat(hanging.end()).isZero();
  }

  @Test
  void anAbortedTransactionWithoutMarkerIsAborted() throws Exception {
    TopicPartition partition = create("hanging-abort");
    producerWithOpenTransaction(partition).close(Duration.ZERO);
    writeEnding(producerIn(partition), COMPLETE_ABORT);

    assertThat(hanging.end()).isEqualTo(1);

    assertThat(committed(partition)).isEmpty();
    assertThat(producerIn(partition).currentTransactionStartOffset()).isEmpty();
  }

  @Test
  void aTransactionThatIsNotDecidedYetIsLeftToItsProducer() throws Exception {
    TopicPartition partition = create("undecided");
    try (KafkaProducer<String, String> producer = producerWithOpenTransaction(partition)) {
      assertThat(hanging.end()).isZero();

      producer.commitTransaction();

      assertThat(committed(partition)).containsExactly("sent");
    }
  }

  private static TopicPartition create(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    return new TopicPartition(topic, 0);
  }

  private static KafkaProducer<String, String> producerWithOpenTransaction(TopicPartition partition)
      throws Exception {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SERVERS, "transactional.id", partition.topic()),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(partition.topic(), "key", "sent")).get();
    return producer;
  }

  private static ProducerState producerIn(TopicPartition partition) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
      return admin
          .describeProducers(List.of(partition))
          .partitionResult(partition)
          .get()
          .activeProducers()
          .getFirst();
    }
  }

  /**
   * Writes to the coordinator's topic; the broker accepts such records from its admin client only.
   */
  private static void writeEnding(ProducerState state, byte status) throws Exception {
    byte[] key = bytes(TransactionLogKey.HIGHEST_SUPPORTED_VERSION, "lost-" + state.producerId());
    TransactionLogValue value =
        new TransactionLogValue()
            .setProducerId(state.producerId())
            .setProducerEpoch((short) (state.producerEpoch() + 1))
            .setTransactionTimeoutMs(60_000)
            .setTransactionStatus(status);
    byte[] bytes = bytes(MessageUtil.toVersionPrefixedByteBuffer((short) 0, value));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SERVERS, "client.id", "__admin_client"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("__transaction_state", 0, key, bytes)).get();
    }
  }

  private static byte[] bytes(short version, String transactionalId) {
    return bytes(
        MessageUtil.toVersionPrefixedByteBuffer(
            version, new TransactionLogKey().setTransactionalId(transactionalId)));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static List<String> committed(TopicPartition partition) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", SERVERS, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer.poll(Duration.ofSeconds(3)).forEach(record -> values.add(record.value()));
    }
    return values;
  }
}
