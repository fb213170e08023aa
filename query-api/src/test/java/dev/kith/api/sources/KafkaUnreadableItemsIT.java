package dev.kith.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.UnreadableRecord;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class KafkaUnreadableItemsIT {
  private static UnreadableRecord.Builder record(String step, String reason) {
    return UnreadableRecord.newBuilder()
        .setStep(step)
        .setReason(reason)
        .setAt(TestClock.NOW)
        .setOriginal(ByteBuffer.wrap(new byte[7]));
  }

  @Test
  void eachItemIsListedWithItsReasonAndItsPlace() throws Exception {
    var settings = RealKafka.workspace();
    var topic = settings.topics().unreadable();
    RealKafka.write(settings, topic, "inbox", record("inbox", "line 7: expected a date").build());
    var unreadables = new KafkaUnreadableItems(settings);
    try {
      assertThat(unreadables.all()).extracting(UnreadableView::place).containsOnlyNulls();

      RealKafka.write(
          settings,
          topic,
          "indexing",
          record("indexing", "expected an id")
              .setTopic("kith.people.v1")
              .setPartition(1)
              .setOffset(12)
              .build());

      assertThat(unreadables.all())
          .extracting(UnreadableView::reason)
          .containsExactlyInAnyOrder("line 7: expected a date", "expected an id");
      assertThat(unreadables.all())
          .extracting(UnreadableView::place)
          .contains("kith.people.v1-1@12");
      assertThat(unreadables.all()).extracting(UnreadableView::bytes).containsOnly(7);
    } finally {
      unreadables.close();
    }
  }
}
