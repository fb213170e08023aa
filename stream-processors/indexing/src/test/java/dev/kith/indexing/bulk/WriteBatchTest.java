package dev.kith.indexing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Indices;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

public class WriteBatchTest {
  private static final Indices INDICES = new Indices("kith-");
  private final WriteBatch batch = new WriteBatch(settings(3, 1000));

  @Test
  void aBatchIsFullOfDocuments() {
    batch.add(document(0, 10), 0);
    batch.add(document(1, 10), 0);
    assertThat(batch.isFull()).isFalse();

    batch.add(document(2, 10), 0);

    assertThat(batch.isFull()).isTrue();
    assertThat(batch.takes(document(3, 10))).isFalse();
  }

  @Test
  void aBatchIsFullOfBytes() {
    batch.add(document(0, 1000), 0);

    assertThat(batch.isFull()).isTrue();
  }

  @Test
  void aDocumentThatIsLargerThanABatchStillTravels() {
    assertThat(batch.takes(document(0, 100_000))).isTrue();
  }

  @Test
  void removalsTravelApart() {
    batch.add(document(0, 10), 0);

    assertThat(batch.takes(removal(1))).isFalse();
    assertThat(new WriteBatch(settings(3, 1000)).takes(removal(1))).isTrue();
  }

  @Test
  void theNextRecordIsWhereAPartitionGoesOn() {
    batch.add(document(41, 10), 0);
    batch.add(document(42, 10), 0);

    assertThat(batch.offsets())
        .containsEntry(new TopicPartition("t", 0), new OffsetAndMetadata(43));
  }

  @Test
  void aDocumentWaitsForOthersNoLongerThanSet() {
    batch.add(document(0, 10), 100);

    assertThat(batch.nanosUntilDue(100)).isEqualTo(Duration.ofMillis(25).toNanos());
    assertThat(batch.nanosUntilDue(100 + Duration.ofMillis(25).toNanos())).isZero();
  }

  public static PendingWrite document(long offset, int size) {
    return new PendingWrite(
        origin(offset), new DocumentWrite.Put(INDICES.people(), "p" + offset, 1, new byte[size]));
  }

  private static PendingWrite removal(long offset) {
    return new PendingWrite(
        origin(offset), new DocumentWrite.Remove(INDICES.people(), "p" + offset));
  }

  private static ConsumerRecord<byte[], byte[]> origin(long offset) {
    return new ConsumerRecord<>("t", 0, offset, new byte[0], new byte[0]);
  }

  public static IndexingSettings settings(int documents, int bytes) {
    var defaults = IndexingSettingsTest.DEFAULTS;
    return new IndexingSettings(
        documents,
        bytes,
        defaults.inFlight(),
        defaults.linger(),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        defaults.purgeAfter(),
        defaults.purgeEvery());
  }
}
