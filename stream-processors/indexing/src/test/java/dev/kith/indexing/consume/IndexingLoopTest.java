package dev.kith.indexing.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topics;
import dev.kith.indexing.bulk.BulkPipeline;
import dev.kith.indexing.bulk.IndexingProgress;
import dev.kith.indexing.bulk.WriteBatchTest;
import dev.kith.indexing.index.IndexedOffsets;
import dev.kith.indexing.index.LiveIndex;
import dev.kith.indexing.index.RefreshController;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IndexingLoopTest {
  private static final Topics TOPICS = Topics.with(AvroSerdes.using("mock://loop"), "kith.");
  private static final String TOPIC = TOPICS.people().name();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final FailingConsumer consumer = new FailingConsumer();
  private final IndexingLoop loop = loop(consumer);
  private final Thread running = new Thread(loop, "loop");

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    running.join();
  }

  @Test
  void offsetsWhoseCommitFailedAreCommittedAgainWithoutAFurtherRecord()
      throws InterruptedException {
    consumer.fail(new RetriableCommitFailedException("the coordinator moves"), 1);
    start();
    arrive(0);

    assertThat(consumer.nextCommit()).isEqualTo(1);
    assertThat(consumer.nextCommit()).isEqualTo(1);
  }

  @Test
  void aCommitThatFailsLateDoesNotMoveTheOffsetBack() throws InterruptedException {
    consumer.fail(new RetriableCommitFailedException("the coordinator moves"), 2);
    start();
    arrive(0);
    assertThat(consumer.nextCommit()).isEqualTo(1);
    arrive(1);

    assertThat(consumer.nextCommit()).isEqualTo(2);
    assertThat(consumer.nextCommit()).isEqualTo(2);
  }

  @Test
  void aCommitThatIsRefusedIsNotTriedAgain() throws InterruptedException {
    consumer.fail(new TopicAuthorizationException("not allowed"), 1);
    start();
    arrive(0);
    assertThat(consumer.nextCommit()).isEqualTo(1);
    arrive(1);

    assertThat(consumer.nextCommit()).isEqualTo(2);
  }

  private void start() {
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
          consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        });
    running.start();
  }

  private void arrive(long offset) {
    String id = "p" + offset;
    var person = Person.newBuilder().setId(id).setVersion(1).build();
    byte[] value = TOPICS.people().valueSerde().serializer().serialize(TOPIC, person);
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    consumer.schedulePollTask(
        () -> {
          consumer.updateEndOffsets(Map.of(PARTITION, offset + 1));
          consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, key, value));
        });
  }

  private static IndexingLoop loop(FailingConsumer consumer) {
    var indices = new Indices("kith-");
    var live = new LiveIndex("kith-people-000001", "uuid", Map.of(), false);
    return new IndexingLoop(
        consumer,
        new RecordReader(TOPICS, indices, Clock.systemUTC()),
        new BulkPipeline(entries -> {}, 1),
        WriteBatchTest.settings(10, 1000),
        new IndexedOffsets(Map.of(TOPIC, live)),
        new IndexingProgress(),
        new RefreshController(seldom -> {}));
  }

  /** A consumer whose first commit fails, in the poll after a number of commits. */
  private static final class FailingConsumer extends MockConsumer<byte[], byte[]> {
    private final BlockingQueue<Long> commits = new LinkedBlockingQueue<>();
    private Exception failure = new IllegalStateException("not set");
    private int failAfter;
    private int number;
    private Runnable failing = () -> {};

    FailingConsumer() {
      super("earliest");
    }

    void fail(Exception failure, int failAfter) {
      this.failure = failure;
      this.failAfter = failAfter;
    }

    /** The offset of the next commit that is tried; fails the test if there is none. */
    long nextCommit() throws InterruptedException {
      return Objects.requireNonNull(commits.poll(20, TimeUnit.SECONDS), "no further commit");
    }

    @Override
    public synchronized void commitAsync(
        Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
      number++;
      if (number == 1) {
        failing = () -> callback.onComplete(offsets, failure);
      } else {
        super.commitAsync(offsets, callback);
      }
      commits.add(Objects.requireNonNull(offsets.get(PARTITION)).offset());
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      if (number >= failAfter) {
        failing.run();
        failing = () -> {};
      }
      return super.poll(timeout);
    }
  }
}
