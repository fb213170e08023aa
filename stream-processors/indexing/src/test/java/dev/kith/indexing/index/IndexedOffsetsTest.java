package dev.kith.indexing.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class IndexedOffsetsTest {
  private static final TopicPartition PARTITION = new TopicPartition("people", 1);

  private static IndexedOffsets with(String uuid, Map<Integer, Long> reached, boolean isEmpty) {
    return new IndexedOffsets(
        Map.of("people", new LiveIndex("kith-people-000001", uuid, reached, isEmpty)));
  }

  @Test
  void theSameIndexIsReadOn() {
    IndexedOffsets offsets = with("u1", Map.of(), false);

    assertThat(offsets.begin(PARTITION, offsets.named(PARTITION, 700))).isEqualTo(700);
  }

  @Test
  void theSameIndexIsReadOnEvenIfAllOfItHasEnded() {
    IndexedOffsets offsets = with("u1", Map.of(), true);

    assertThat(offsets.begin(PARTITION, offsets.named(PARTITION, 700))).isEqualTo(700);
  }

  @Test
  void anIndexInPlaceOfALostOneIsFilledFromTheBeginning() {
    OffsetAndMetadata committed = with("u1", Map.of(), false).named(PARTITION, 700);

    assertThat(with("u2", Map.of(), true).begin(PARTITION, committed)).isZero();
    assertThat(with("u2", Map.of(), false).begin(PARTITION, committed)).isZero();
  }

  @Test
  void aRebuiltIndexIsFilledFromWhereTheRebuildHadCome() {
    OffsetAndMetadata committed = with("u1", Map.of(), false).named(PARTITION, 700);
    IndexedOffsets rebuilt = with("u2", Map.of(0, 10L, 1, 690L), false);

    assertThat(rebuilt.begin(PARTITION, committed)).isEqualTo(690);
    assertThat(rebuilt.isRebuilt(PARTITION)).isTrue();
  }

  @Test
  void aRebuildThatWasFasterSkipsNothing() {
    OffsetAndMetadata committed = with("u1", Map.of(), false).named(PARTITION, 700);

    assertThat(with("u2", Map.of(1, 800L), false).begin(PARTITION, committed)).isEqualTo(700);
  }

  @Test
  void anOffsetOfAnOlderVersionCountsUnlessTheIndexIsEmpty() {
    OffsetAndMetadata committed = new OffsetAndMetadata(700);

    assertThat(with("u1", Map.of(), false).begin(PARTITION, committed)).isEqualTo(700);
    assertThat(with("u1", Map.of(), true).begin(PARTITION, committed)).isZero();
  }
}
