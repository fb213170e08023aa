package dev.kith.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.RealKafka;
import dev.kith.api.testing.TestClock;
import dev.kith.clients.KafkaSettings;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaDecisionsIT {
  private static final AccountPair PAIR =
      AccountPair.of("email:a@example.org", "email:b@example.org");

  @Test
  void aDecisionIsStoredUnderItsPairAndWithdrawnByATombstone() throws Exception {
    var settings = RealKafka.workspace();
    var log = new KafkaDecisions(settings);
    var decision =
        Decision.newBuilder()
            .setA(PAIR.a())
            .setB(PAIR.b())
            .setVerdict(Verdict.DIFFERENT)
            .setBy("ann")
            .setAt(TestClock.NOW)
            .setNote("father and son")
            .build();

    log.save(List.of(decision));

    // A commit returns a moment before its marker is in the topic.
    RealKafka.await(() -> !kept(settings).isEmpty());
    assertThat(kept(settings)).isEqualTo(Map.of(PAIR.key(), Optional.of(decision)));
    assertThat(log.all()).containsExactly(decision);

    log.withdraw(List.of(PAIR));

    RealKafka.await(() -> kept(settings).equals(Map.of(PAIR.key(), Optional.empty())));
    assertThat(log.all()).isEmpty();
    log.release();
  }

  private static Map<String, Optional<Decision>> kept(KafkaSettings settings) {
    var topic = settings.topics().decisions();
    Map<String, Object> client = settings.client();
    client.put("isolation.level", "read_committed");
    Map<String, Optional<Decision>> kept = new HashMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            client, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(entry -> kept.put(entry.key(), Optional.ofNullable(entry.value())));
      }
    }
    return kept;
  }
}
