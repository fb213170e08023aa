package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kith.schemas.Indices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkPipelineTest {
  private static final TopicPartition PARTITION = new TopicPartition("t", 0);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Map<Long, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final BulkPipeline pipeline = new BulkPipeline(this::hold, 2);

  /** Lets a batch arrive when its gate is opened. */
  private void hold(List<PendingWrite> entries) throws InterruptedException {
    long offset = entries.getFirst().origin().offset();
    if (offset == 13) {
      throw new IllegalArgumentException("a bug");
    }
    gate(offset).await();
  }

  private CountDownLatch gate(long offset) {
    return gates.computeIfAbsent(offset, o -> new CountDownLatch(1));
  }

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void noOffsetIsReachedBeforeAllEarlierOnesAre() throws InterruptedException {
    pipeline.send(batch(WriteBatchTest.document(1, 1)));
    pipeline.send(batch(WriteBatchTest.document(2, 1)));

    gate(2).countDown();
    pipeline.await(Duration.ofMillis(100));
    assertThat(pipeline.settle()).isEmpty();

    gate(1).countDown();
    pipeline.await(LONG);
    settleAll(3);
  }

  private void settleAll(long expected) throws InterruptedException {
    OffsetAndMetadata reached = null;
    while (!pipeline.isEmpty()) {
      pipeline.await(LONG);
      reached = pipeline.settle().getOrDefault(PARTITION, reached);
    }
    assertThat(reached).isEqualTo(new OffsetAndMetadata(expected));
  }

  @Test
  void onlyAFewTravelAtOnce() {
    assertThat(pipeline.hasRoomFor(batch(WriteBatchTest.document(1, 1)))).isTrue();
    pipeline.send(batch(WriteBatchTest.document(1, 1)));
    assertThat(pipeline.hasRoomFor(batch(WriteBatchTest.document(2, 1)))).isTrue();
    pipeline.send(batch(WriteBatchTest.document(2, 1)));

    assertThat(pipeline.hasRoomFor(batch(WriteBatchTest.document(3, 1)))).isFalse();
  }

  @Test
  void aRemovalTravelsAlone() {
    var removal = batch(removal(2));
    assertThat(pipeline.hasRoomFor(removal)).isTrue();

    pipeline.send(batch(WriteBatchTest.document(1, 1)));

    assertThat(pipeline.hasRoomFor(removal)).isFalse();
  }

  @Test
  void nothingTravelsBesideARemoval() {
    pipeline.send(batch(removal(1)));

    assertThat(pipeline.hasRoomFor(batch(WriteBatchTest.document(2, 1)))).isFalse();
  }

  @Test
  void aBugIsLoud() {
    pipeline.send(batch(WriteBatchTest.document(13, 1)));

    assertThatIllegalStateException().isThrownBy(() -> settleAll(14));
  }

  private static WriteBatch batch(PendingWrite entry) {
    var batch = new WriteBatch(WriteBatchTest.settings(10, 1000));
    batch.add(entry, 0);
    return batch;
  }

  private static PendingWrite removal(long offset) {
    return new PendingWrite(
        new ConsumerRecord<>("t", 0, offset, new byte[0], new byte[0]),
        new DocumentWrite.Remove(new Indices("kith-").people(), "p" + offset));
  }
}
