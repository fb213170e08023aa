package dev.kith.strength;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.flow.StateLocation;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.flow.testkit.TestBroker;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Membership;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.Towards;
import dev.kith.strength.pair.DebounceSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the step on a real broker in this JVM: activities per second until every relationship is
 * right, and how long a single activity takes to be seen in {@code relationships}.
 *
 * <pre>
 *   StrengthBenchmark ACTIVITIES LIVE_PER_SECOND
 * </pre>
 */
public final class StrengthBenchmark implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final int PEOPLE = 2_000;
  private static final int ACQUAINTANCES = 30;
  private static final int LIVE_SECONDS = 20;

  private final TestBroker broker;
  private final Topics topics;
  private final StreamsService service;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, Relationship> consumer;
  private final Random random = new Random(1);
  private final Map<String, Long> expected = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new HashMap<>();
  private int activities;

  private StrengthBenchmark(Path folder) {
    broker = TestBroker.start(folder);
    var kafka = new KafkaSettings(broker.address(), "mock://benchmark", "bench.", Map.of());
    topics = kafka.topics();
    broker.create(
        PARTITIONS,
        topics.activities(),
        topics.memberships(),
        topics.relationships(),
        topics.unreadable());
    service = service(folder, kafka);
    var sending = kafka.client();
    sending.put("linger.ms", 5);
    producer = new KafkaProducer<>(sending, new StringSerializer(), new ByteArraySerializer());
    var reading = kafka.client();
    reading.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(
            reading,
            topics.relationships().keySerde().deserializer(),
            topics.relationships().valueSerde().deserializer());
    consumer.assign(
        consumer.partitionsFor(topics.relationships().name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
  }

  private StreamsService service(Path folder, KafkaSettings kafka) {
    var settings =
        new StreamsSettings(
            folder.resolve("state"), 1, Duration.ofMillis(100), 0, Duration.ZERO, Map.of());
    var options =
        new StrengthTopology.Options(
            StrengthRun.FORMULA,
            new StrengthTopology.Partitions(PARTITIONS, PARTITIONS),
            new DebounceSettings(Duration.ofMillis(500), Duration.ofSeconds(5)));
    return new StreamsService(
        "strength",
        () -> new StrengthTopology(topics, options, StateLocation.ON_DISK).topology(),
        kafka,
        settings,
        new SimpleMeterRegistry());
  }

  /** Runs it. */
  public static void main(String... args) throws IOException {
    try (var benchmark = new StrengthBenchmark(Files.createTempDirectory("strength-benchmark"))) {
      benchmark.load(Integer.parseInt(args[0]));
      benchmark.live(Integer.parseInt(args[1]));
    }
  }

  private void load(int count) {
    for (int i = 0; i < PEOPLE; i++) {
      var membership = new Membership(account(i), person(i), AccountKind.PERSON, 1L);
      send(topics.memberships(), account(i), membership);
    }
    for (int i = 0; i < count; i++) {
      act(Instant.parse("2020-01-01T00:00:00Z").plus(i * 30L, ChronoUnit.MINUTES));
    }
    producer.flush();
    service.start();
    var started = Instant.now();
    long written = 0;
    while (!seen.equals(expected)) {
      written += poll();
    }
    var took = Duration.between(started, Instant.now());
    System.out.printf(
        "%d activities right in %s, start included: %.0f/s; %d relationships written %d times%n",
        count, took, count * 1000.0 / took.toMillis(), expected.size(), written);
  }

  /** Each activity waits until its relationship shows it, or one that came after it. */
  private void live(int perSecond) {
    Map<String, Long> sent = new ConcurrentHashMap<>();
    var sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < perSecond * LIVE_SECONDS; i++) {
                    long now = System.nanoTime();
                    act(Instant.now()).forEach(pair -> sent.putIfAbsent(pair, now));
                    LockSupport.parkNanos(1_000_000_000L / perSecond);
                  }
                });
    List<Long> waited = new ArrayList<>();
    while (sender.isAlive() || !seen.equals(expected)) {
      poll();
      for (var each : List.copyOf(sent.entrySet())) {
        if (expected.getOrDefault(each.getKey(), 0L).equals(seen.get(each.getKey()))) {
          waited.add((System.nanoTime() - each.getValue()) / 1_000_000);
          sent.remove(each.getKey());
        }
      }
    }
    waited.sort(null);
    System.out.printf(
        "an activity is seen after p50 %d ms, p95 %d ms, p99 %d ms (%d pairs, %d activities/s)%n",
        waited.get(waited.size() / 2),
        waited.get(waited.size() * 95 / 100),
        waited.get(waited.size() * 99 / 100),
        waited.size(),
        perSecond);
  }

  /** Somebody, the first ones far more often, turns to one to three acquaintances. */
  private List<String> act(Instant at) {
    int from = (int) (PEOPLE * Math.pow(random.nextDouble(), 3));
    Map<Integer, Towards> towards = new HashMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int to = (from + 1 + (int) (ACQUAINTANCES * Math.pow(random.nextDouble(), 2))) % PEOPLE;
      towards.put(to, new Towards(account(to), "to"));
    }
    String id = "activity-" + activities++;
    var activity =
        Activity.newBuilder()
            .setId(id)
            .setNetwork("mail")
            .setSource("benchmark")
            .setKind("mail")
            .setAt(at)
            .setActor(account(from))
            .setTowards(List.copyOf(towards.values()))
            .setText("word ".repeat(100))
            .build();
    var pairs =
        towards.keySet().stream().map(to -> PersonPair.of(person(from), person(to)).key()).toList();
    pairs.forEach(pair -> expected.merge(pair, 1L, Long::sum));
    send(topics.activities(), id, activity);
    return pairs;
  }

  private <V> void send(Topic<String, V> topic, String key, V value) {
    byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
    Future<?> _ = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  private int poll() {
    var found = consumer.poll(Duration.ofMillis(20));
    found.forEach(
        each -> seen.put(each.key(), each.value().getSentByA() + each.value().getSentByB()));
    return found.count();
  }

  private static String account(int i) {
    return "email:p%05d@example.org".formatted(i);
  }

  private static String person(int i) {
    return "person%05d".formatted(i);
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
    service.close();
    broker.close();
  }
}
