package dev.kith.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.CursorRecord;
import org.junit.jupiter.api.Test;

class KafkaSourceStatesIT {
  private static CursorRecord cursor(String source, long read) {
    return CursorRecord.newBuilder()
        .setSource(source)
        .setNetwork("mail")
        .setPosition("")
        .setAt(TestClock.NOW)
        .setRead(read)
        .build();
  }

  @Test
  void theLatestCursorOfEachSourceIsReturned() throws Exception {
    var settings = RealKafka.workspace();
    var topic = settings.topics().cursors();
    RealKafka.write(settings, topic, "inbox", cursor("inbox", 1));
    RealKafka.write(settings, topic, "inbox", cursor("inbox", 2));
    RealKafka.write(settings, topic, "gone", cursor("gone", 3));
    RealKafka.write(settings, topic, "gone", null);
    var sources = new KafkaSourceStates(settings);
    try {
      assertThat(sources.all()).extracting(CursorRecord::getRead).containsExactly(2L);

      RealKafka.write(settings, topic, "code", cursor("code", 9));

      assertThat(sources.all())
          .extracting(CursorRecord::getSource)
          .containsExactly("code", "inbox");
    } finally {
      sources.close();
    }
  }
}
