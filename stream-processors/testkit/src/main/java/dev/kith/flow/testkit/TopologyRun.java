package dev.kith.flow.testkit;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.flow.deadletter.DeadLetterProcessingHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A topology in memory, fed and read through its typed topics. Every record is followed to its end
 * before the next one is sent.
 */
public final class TopologyRun implements AutoCloseable {
  private final Supplier<Topology> topology;
  private final TopologyTestDriver driver;
  private final Map<String, Map<Object, Object>> tables;
  private final Map<String, TestInputTopic<?, ?>> inputs = new HashMap<>();
  private Instant now;

  private TopologyRun(
      Supplier<Topology> topology, Instant now, Map<String, Map<Object, Object>> tables) {
    this.topology = topology;
    this.now = now;
    this.driver = new TopologyTestDriver(topology.get(), properties(), now);
    this.tables = tables;
  }

  /** Topics over a registry in memory. */
  public static Topics topics() {
    return Topics.with(AvroSerdes.using("mock://topology-run"), "kith.");
  }

  /** Starts a topology; it is built anew at every restart. */
  public static TopologyRun of(Supplier<Topology> topology) {
    return new TopologyRun(topology, Instant.parse("2026-11-22T00:00:00Z"), new HashMap<>());
  }

  /** Sends one record; a null value is a tombstone. */
  public <K, V> void send(Topic<K, V> topic, K key, @Nullable V value) {
    input(topic).pipeInput(key, value);
  }

  /** What was written since the last call for this topic, in order. */
  public <K, V> List<KeyValue<K, V>> drain(Topic<K, V> topic) {
    var output =
        driver.createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    List<KeyValue<K, V>> written = new ArrayList<>();
    while (!output.isEmpty()) {
      written.add(output.readKeyValue());
    }
    Map<Object, Object> table = table(topic.name());
    written.forEach(each -> put(table, each));
    return written;
  }

  /** The last value of each key of a topic, over the whole run; keys with a tombstone are gone. */
  @SuppressWarnings("unchecked") // only drain fills the table, with this topic's types
  public <K, V> Map<K, V> table(Topic<K, V> topic) {
    drain(topic);
    return (Map<K, V>) (Map<?, ?>) table(topic.name());
  }

  /** Empties the tables, so that what comes next is seen alone. The topology forgets nothing. */
  public void forget() {
    tables.clear();
  }

  /** Lets wall-clock time pass. */
  public void advance(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  /** The wall-clock time. */
  public Instant now() {
    return now;
  }

  /**
   * The same topology as a day after a crash: a new one, whose stores hold what the old one's held,
   * and nothing else is carried over. This one is closed.
   *
   * @param written topics whose tables are to go on
   */
  public TopologyRun restarted(Topic<?, ?>... written) {
    Stream.of(written).forEach(this::drain);
    var next = new TopologyRun(topology, now.plus(Duration.ofDays(1)), tables);
    driver.getAllStateStores().keySet().forEach(name -> copy(name, next.driver));
    close();
    return next;
  }

  /** What a store holds. */
  public <K, V> KeyValueStore<K, V> store(String name) {
    return driver.getKeyValueStore(name);
  }

  @Override
  public void close() {
    driver.close();
  }

  private void copy(String name, TopologyTestDriver into) {
    KeyValueStore<Object, Object> from = driver.getKeyValueStore(name);
    KeyValueStore<Object, Object> to = into.getKeyValueStore(name);
    try (var all = from.all()) {
      all.forEachRemaining(each -> to.put(each.key, each.value));
    }
  }

  private Map<Object, Object> table(String topic) {
    return tables.computeIfAbsent(topic, name -> new LinkedHashMap<>());
  }

  private static void put(Map<Object, Object> table, KeyValue<?, ?> each) {
    if (each.value == null) {
      table.remove(each.key);
    } else {
      table.put(each.key, each.value);
    }
  }

  @SuppressWarnings("unchecked") // made here with the topic's types
  private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
    return (TestInputTopic<K, V>)
        inputs.computeIfAbsent(
            topic.name(),
            name ->
                driver.createInputTopic(
                    name, topic.keySerde().serializer(), topic.valueSerde().serializer()));
  }

  /** A folder of its own, so that runs can stand side by side; the driver empties it. */
  private static String folder() {
    try {
      var folder = Files.createTempDirectory("topology-run");
      folder.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("expected a temporary folder", e);
    }
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "run");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProcessingHandler.class);
    return properties;
  }
}
