package dev.kith.benchmarks;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topics;
import dev.kith.e2e.RunningKith;
import dev.kith.schemas.Activity;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends activities to Kafka at a steady rate. Every tenth is between two people without a
 * relationship: when their relationship is found, the activity has been resolved, scored and
 * indexed.
 */
final class SteadyRateProducer {

  private static final int SAMPLED = 10;
  private static final int STRANGERS = 100;

  private final RunningKith kith;
  private final int rate;
  private final int firstPerson;
  private final int count;
  private final Topics topics;
  private final KafkaSettings kafka;

  SteadyRateProducer(RunningKith kith, int rate, int seconds, int firstPerson) throws Exception {
    this.kith = kith;
    this.rate = rate;
    this.firstPerson = firstPerson;
    this.count = rate * seconds;
    String registry = "http://127.0.0.1:" + kith.port("registry") + "/apis/ccompat/v7";
    this.kafka = new KafkaSettings("127.0.0.1:" + kith.port("broker"), registry, "kith.", Map.of());
    this.topics = kafka.topics();
  }

  /** Returns the number of people that the measurement needs. */
  int people() {
    return STRANGERS + 2 * count / SAMPLED;
  }

  String measure() throws Exception {
    SyntheticRecords records = new SyntheticRecords("r" + rate, firstPerson);
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < people(); i++) {
        var profile = records.profile(i);
        send(producer, topics.profiles().name(), profile.getAccount(), bytes(profile));
      }
      producer.flush();
      kith.awaitRest();
      return trickle(records, producer);
    }
  }

  private String trickle(SyntheticRecords records, KafkaProducer<String, byte[]> producer)
      throws Exception {
    int port = kith.port("elasticsearch");
    try (SearchDelayMeter said =
            new SearchDelayMeter(
                "activities", new ElasticsearchHttpClient(port), "kith-activities");
        SearchDelayMeter met =
            new SearchDelayMeter(
                "relationships", new ElasticsearchHttpClient(port), "kith-relationships")) {
      long started = System.nanoTime();
      for (int i = 0; i < count; i++) {
        LockSupport.parkNanos(started + i * 1_000_000_000L / rate - System.nanoTime());
        boolean sampled = i % SAMPLED == 0;
        int from = sampled ? STRANGERS + 2 * (i / SAMPLED) : i % STRANGERS;
        int to = sampled ? from + 1 : (i + 1 + i / STRANGERS) % STRANGERS;
        var activity = records.activity(i, from, to);
        send(producer, topics.activities().name(), activity.getId(), bytes(activity));
        if (sampled) {
          long now = System.nanoTime();
          said.expect(activity.getId(), now);
          met.expect(pair(records.account(from), records.account(to)), now);
        }
      }
      return said.summary() + "; " + met.summary();
    }
  }

  private static String pair(String one, String other) {
    return PersonPair.of(PersonId.ofSeed(one), PersonId.ofSeed(other)).key();
  }

  private Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(kafka.client());
    client.put("linger.ms", 0);
    return client;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a lost record is reported as missing
  private static void send(
      KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
  }

  private byte[] bytes(Profile profile) {
    return topics.profiles().valueSerde().serializer().serialize(topics.profiles().name(), profile);
  }

  private byte[] bytes(Activity activity) {
    return topics
        .activities()
        .valueSerde()
        .serializer()
        .serialize(topics.activities().name(), activity);
  }
}
