package dev.kith.identity;

import com.sun.management.OperatingSystemMXBean;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.flow.testkit.Broker;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures the step on a real broker in this JVM: profile changes per second with everything
 * resolved, and how long a merge takes to be seen in {@code memberships}.
 *
 * <pre>
 *   IdentityBenchmark ACCOUNTS MERGES
 * </pre>
 */
public final class IdentityBenchmark implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final String NOBODY = "";

  private final Broker broker;
  private final KafkaSettings kafka;
  private final Topics topics;
  private final StreamsService service;
  private final KafkaProducer<String, Profile> producer;
  private final KafkaConsumer<String, Membership> consumer;
  private final Map<String, String> persons = new ConcurrentHashMap<>();
  private final Map<String, Profile> sent = new ConcurrentHashMap<>();

  private IdentityBenchmark(Path folder) {
    broker = Broker.start(folder);
    kafka = new KafkaSettings(broker.address(), "mock://benchmark", "bench.", Map.of());
    topics = kafka.topics();
    broker.create(
        PARTITIONS,
        topics.profiles(),
        topics.decisions(),
        topics.memberships(),
        topics.people(),
        topics.unreadable());
    var settings =
        new StreamsSettings(
            folder.resolve("state"), 2, Duration.ofMillis(100), 0, Duration.ZERO, Map.of());
    service =
        new StreamsService(
            "identity",
            () -> IdentityTopology.build(topics, PARTITIONS, new Alarms(new SimpleMeterRegistry())),
            kafka,
            settings,
            new SimpleMeterRegistry());
    var sending = kafka.client();
    sending.put("linger.ms", 5);
    producer =
        new KafkaProducer<>(
            sending,
            topics.profiles().keySerde().serializer(),
            topics.profiles().valueSerde().serializer());
    var reading = kafka.client();
    reading.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(
            reading,
            topics.memberships().keySerde().deserializer(),
            topics.memberships().valueSerde().deserializer());
  }

  /** Runs it. */
  public static void main(String... args) throws IOException {
    int accounts = Integer.parseInt(args[0]);
    int merges = Integer.parseInt(args[1]);
    try (var benchmark = new IdentityBenchmark(Files.createTempDirectory("identity-benchmark"))) {
      benchmark.load(accounts);
      benchmark.again(accounts);
      benchmark.merge(merges, 100);
    }
  }

  /** Half of the accounts are alone, the others two, three or six to a person. */
  private void load(int accounts) {
    var random = new Random(1);
    var started = Instant.now();
    int persons = 0;
    for (int made = 0; made < accounts; persons++) {
      int size = Math.min(accounts - made, List.of(1, 1, 1, 2, 3, 6).get(random.nextInt(6)));
      String name = name(random);
      for (int i = 0; i < size; i++) {
        send("contacts:" + (made + i), name, "p" + persons + "@example.org", i);
      }
      made += size;
    }
    producer.flush();
    report("%d profiles of %d persons written in %s".formatted(accounts, persons, since(started)));
    long cpu = cpuNanos();
    consumer.assign(
        consumer.partitionsFor(topics.memberships().name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList());
    consumer.seekToBeginning(consumer.assignment());
    service.start();
    var resolving = Instant.now();
    int expected = persons;
    while (this.persons.size() < accounts
        || this.persons.values().stream().distinct().count() > expected) {
      poll(Duration.ofSeconds(1));
    }
    var took = Duration.between(resolving, Instant.now());
    report(
        "resolved in %s, start included: %.0f profiles/s, %d µs of CPU each, broker included"
            .formatted(
                took, accounts * 1000.0 / took.toMillis(), (cpuNanos() - cpu) / 1000 / accounts));
  }

  /** Names as people have them: a few common words and many rare ones. */
  private static String name(Random random) {
    int given = (int) (400 * random.nextDouble() * random.nextDouble());
    int family = (int) (20_000 * random.nextDouble() * random.nextDouble());
    return "Given" + letters(given) + " Fam" + letters(family);
  }

  private static String letters(int number) {
    return Integer.toString(number, 26)
        .chars()
        .mapToObj(c -> String.valueOf((char) (Character.digit(c, 26) + 'a')))
        .collect(Collectors.joining());
  }

  /** Every profile once more, with nothing new in it but the revision. */
  private void again(int accounts) {
    long cpu = cpuNanos();
    var started = Instant.now();
    sent.forEach(
        (account, profile) ->
            send(Profile.newBuilder(profile).setRevision(profile.getRevision() + 1).build()));
    send("contacts:last", "Last One", "last@example.org", 1);
    producer.flush();
    while (!persons.containsKey("contacts:last")) {
      poll(Duration.ofMillis(100));
    }
    var took = Duration.between(started, Instant.now());
    report(
        "nothing new, in %s: %.0f profiles/s, %d µs of CPU each, broker and writing included"
            .formatted(
                took, accounts * 1000.0 / took.toMillis(), (cpuNanos() - cpu) / 1000 / accounts));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Pairs of accounts that share an address from their second profile on. */
  private void merge(int merges, int perSecond) {
    long[] waited = new long[merges];
    Map<String, Long> moments = new ConcurrentHashMap<>();
    IntStream.range(0, merges)
        .forEach(i -> send("contacts:left" + i, NOBODY, "left" + i + "@example.org", 1));
    IntStream.range(0, merges)
        .forEach(i -> send("contacts:right" + i, NOBODY, "right" + i + "@example.org", 2));
    while (Stream.of("left", "right")
        .anyMatch(side -> !persons.containsKey("contacts:" + side + (merges - 1)))) {
      poll(Duration.ofMillis(100));
    }
    Thread.ofVirtual()
        .start(
            () -> {
              for (int i = 0; i < merges; i++) {
                moments.put("contacts:right" + i, System.nanoTime());
                send("contacts:right" + i, NOBODY, "left" + i + "@example.org", 2);
                LockSupport.parkNanos(1_000_000_000L / perSecond);
              }
            });
    int seen = 0;
    while (seen < merges) {
      for (var each : poll(Duration.ofMillis(10))) {
        Long at = moments.get(each.key());
        if (at != null
            && each.value().getPerson().equals(persons.get(each.key().replace("right", "left")))) {
          waited[seen++] = (System.nanoTime() - at) / 1_000_000;
          moments.remove(each.key());
        }
      }
    }
    Arrays.sort(waited);
    report(
        "a merge is seen after p50 %d ms, p95 %d ms, p99 %d ms (%d merges, %d/s)"
            .formatted(
                waited[merges / 2],
                waited[merges * 95 / 100],
                waited[merges * 99 / 100],
                merges,
                perSecond));
  }

  private void send(String account, String name, String email, int age) {
    var profile =
        Profile.newBuilder()
            .setAccount(account)
            .setRevision(System.currentTimeMillis())
            .setNetwork("contacts")
            .setSource("benchmark")
            .setSeen(Instant.ofEpochSecond(1_700_000_000L + age))
            .setNames(name.isEmpty() ? List.of() : List.of(name))
            .setEmails(List.of(email))
            .build();
    sent.put(account, profile);
    send(profile);
  }

  private void send(Profile profile) {
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(topics.profiles().name(), profile.getAccount(), profile));
  }

  private List<ConsumerRecord<String, Membership>> poll(Duration wait) {
    List<ConsumerRecord<String, Membership>> found = new ArrayList<>();
    consumer.poll(wait).forEach(found::add);
    found.forEach(each -> persons.put(each.key(), each.value().getPerson()));
    return found;
  }

  private static Duration since(Instant moment) {
    return Duration.between(moment, Instant.now());
  }

  private static void report(String text) {
    System.out.println(text);
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
    service.close();
    broker.close();
  }
}
