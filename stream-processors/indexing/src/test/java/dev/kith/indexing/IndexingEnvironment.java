package dev.kith.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.embedded.Stack;
import dev.kith.embedded.TestStack;
import dev.kith.indexing.bulk.IndexingSettings;
import dev.kith.indexing.bulk.IndexingSettingsTest;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import dev.kith.schemas.UnreadableRecord;
import dev.kith.schemas.strength.StrengthSettings;
import dev.kith.setup.Setup;
import dev.kith.setup.SetupSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.StartupEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A workspace of its own on the real servers, with indexing to be started in it. */
public final class IndexingEnvironment implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private static final AtomicInteger WORLDS = new AtomicInteger();

  final Stack stack = TestStack.all();
  final KafkaSettings kafka;
  final ElasticsearchSettings elasticsearch;
  final ElasticsearchClient client;
  final IndexingFactory factory;
  final IndexRebuild rebuild;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final KafkaProducer<String, byte[]> producer;
  private final Queue<Future<?>> underWay = new ConcurrentLinkedQueue<>();
  private Optional<IndexingService> service = Optional.empty();

  private IndexingEnvironment(String name, IndexingSettings settings) {
    kafka = new KafkaSettings(stack.bootstrapServers(), stack.registryUrl(), name + ".", Map.of());
    elasticsearch =
        new ElasticsearchSettings(stack.elasticsearchUrl(), null, null, null, null, name + "-");
    setup();
    client = elasticsearch.connect();
    factory = new IndexingFactory(kafka, elasticsearch, settings, meters);
    rebuild = new IndexRebuild(factory, elasticsearch);
    producer =
        new KafkaProducer<>(kafka.client(), new StringSerializer(), new ByteArraySerializer());
  }

  /** A workspace that no other test has. */
  public static IndexingEnvironment anew() {
    return new IndexingEnvironment("w" + WORLDS.incrementAndGet(), IndexingSettingsTest.DEFAULTS);
  }

  /** What is created before anything starts. */
  public void setup() {
    var settings =
        new SetupSettings(
            2, null, Duration.ofDays(7), 1, 0, Duration.ofMillis(200), Duration.ofSeconds(60));
    new Setup(settings, kafka, elasticsearch, StrengthSettings.standard()).run();
  }

  public Topics topics() {
    return kafka.topics();
  }

  public Indices indices() {
    return elasticsearch.indices();
  }

  public void start() {
    var started =
        new IndexingService(factory, rebuild, elasticsearch, IndexingSettingsTest.DEFAULTS);
    started.onApplicationEvent(new StartupEvent(ApplicationContext.builder().build()));
    service = Optional.of(started);
  }

  public void stop() {
    service.ifPresent(IndexingService::close);
    service = Optional.empty();
  }

  public <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
    sendBytes(
        topic,
        key,
        value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  void sendBytes(Topic<String, ?> topic, String key, byte @Nullable [] value) {
    underWay.add(producer.send(new ProducerRecord<>(topic.name(), key, value)));
  }

  /** Returns once the broker has everything. */
  public void flush() {
    producer.flush();
    for (var sent = underWay.poll(); sent != null; sent = underWay.poll()) {
      if (sent.state() == Future.State.FAILED) {
        throw new AssertionError("the broker refused a record", sent.exceptionNow());
      }
    }
  }

  /** What can be read under an id, searchable or not. */
  public Optional<JsonNode> document(Index index, String id) {
    try {
      var found = client.get(get -> get.index(index.alias()).id(id), JsonNode.class);
      return found.found() ? Optional.ofNullable(found.source()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many documents a search would find; none while Elasticsearch is away. */
  public long count(Index index) {
    try {
      return client.count(count -> count.index(index.alias())).count();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Everything that was set aside in this workspace. */
  public List<UnreadableRecord> unreadable() {
    var topic = topics().unreadable();
    List<UnreadableRecord> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            kafka.client(), topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, UnreadableRecord> read :
            consumer.poll(Duration.ofMillis(100))) {
          found.add(read.value());
        }
      }
    }
    return found;
  }

  /** Waits until something has come true, or fails saying what. */
  public static void until(String what, BooleanSupplier wished) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!wished.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + TIMEOUT + " in vain for: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
    factory.close();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
