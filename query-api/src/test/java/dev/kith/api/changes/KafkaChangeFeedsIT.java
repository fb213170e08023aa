package dev.kith.api.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.changes.ChangeFeeds.ChangeFeed;
import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.TestClock;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KafkaChangeFeedsIT {
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

  private static List<Change> told(ChangeFeed feed, int count) throws InterruptedException {
    var changes = new ArrayList<Change>();
    RealKafka.await(
        () -> {
          changes.addAll(feed.poll(Duration.ofMillis(100)).changes());
          return changes.size() >= count;
        });
    return changes;
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).toList();
  }

  @Test
  void aFeedGivesNewChangesAndCanBeResumedAfterAnyChange() throws Exception {
    var settings = RealKafka.workspace();
    var feeds = new KafkaChangeFeeds(settings);
    happens(settings, "before");
    var all = new ArrayList<String>();
    TopicSlice first;
    try (var feed = feeds.open(EntityType.ACTIVITIES, Optional.empty())) {
      for (String id : List.of("one", "two", "three", "four", "five")) {
        happens(settings, id);
      }
      first = feed.poll(Duration.ofSeconds(20));
      all.addAll(ids(first.changes()));
      all.addAll(ids(told(feed, 5 - all.size())));
    }
    assertThat(all).containsExactlyInAnyOrder("one", "two", "three", "four", "five");

    for (int heard = 0; heard <= first.changes().size(); heard++) {
      try (var feed = feeds.open(EntityType.ACTIVITIES, Optional.of(first.after(heard)))) {
        assertThat(ids(told(feed, 5 - heard)))
            .as("after %s of %s", heard, first)
            .containsExactlyInAnyOrderElementsOf(
                all.stream().filter(notIn(first.changes().subList(0, heard))).toList());
      }
    }
  }

  private static Predicate<String> notIn(List<Change> heard) {
    return id -> !ids(heard).contains(id);
  }

  @Test
  void tombstonesAreMarkedAsRemoved() throws Exception {
    var settings = RealKafka.workspace();
    try (var feed = new KafkaChangeFeeds(settings).open(EntityType.ACTIVITIES, Optional.empty())) {
      happens(settings, "m1");
      RealKafka.write(settings, settings.topics().activities(), "m1", null);

      assertThat(told(feed, 2).stream().map(Change::removed)).containsExactly(false, true);
    }
  }
}
