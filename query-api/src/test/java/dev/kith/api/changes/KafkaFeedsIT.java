package dev.kith.api.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.Activity;
import dev.kith.schemas.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaFeedsIT {
  private static void happens(KafkaSettings settings, String id) throws Exception {
    var activity =
        Activity.newBuilder()
            .setId(id)
            .setNetwork("mail")
            .setSource("inbox")
            .setKind("mail")
            .setAt(TestClock.NOW)
            .build();
    RealKafka.write(settings, settings.topics().activities(), id, activity);
  }

  private static List<String> told(Feed feed, int count) throws InterruptedException {
    var ids = new ArrayList<String>();
    RealKafka.await(
        () -> {
          ids.addAll(feed.poll(Duration.ofMillis(100)));
          return ids.size() >= count;
        });
    return ids;
  }

  @Test
  void aListenerHearsWhatComesAndTakesItUpWhereItLeft() throws Exception {
    var settings = RealKafka.workspace();
    var feeds = new KafkaFeeds(settings);
    happens(settings, "before");
    Positions left;
    try (var feed = feeds.open(What.ACTIVITIES, Optional.empty())) {
      happens(settings, "first");

      assertThat(told(feed, 1)).containsExactly("first");
      left = feed.positions();
    }
    happens(settings, "second");
    happens(settings, "third");

    try (var feed = feeds.open(What.ACTIVITIES, Optional.of(left))) {
      assertThat(told(feed, 2)).containsExactlyInAnyOrder("second", "third");
    }
  }
}
