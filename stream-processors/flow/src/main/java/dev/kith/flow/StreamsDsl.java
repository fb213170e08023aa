package dev.kith.flow;

import dev.kith.clients.Topic;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Short forms of Kafka Streams' DSL for typed topics and named steps. */
public final class StreamsDsl {
  private StreamsDsl() {}

  /** The stream of a topic's records. */
  public static <K, V> KStream<K, V> stream(StreamsBuilder builder, Topic<K, V> topic) {
    var consumed = Consumed.with(topic.keySerde(), topic.valueSerde());
    return builder.stream(topic.name(), consumed.withName("read-" + topic.name()));
  }

  /** Writes a stream to a topic. */
  public static <K, V> void to(KStream<K, V> stream, Topic<K, V> topic) {
    var produced = Produced.with(topic.keySerde(), topic.valueSerde());
    stream.to(topic.name(), produced.withName("write-" + topic.name()));
  }

  /** The name of a step: a verb. */
  public static Named named(String verb) {
    return Named.as(verb);
  }

  /** Sends records to the task that owns their key, through an internal topic. */
  public static <K, V> KStream<K, V> repartition(
      KStream<K, V> stream, RepartitionTopic<K, V> topic) {
    return stream.repartition(
        Repartitioned.<K, V>as(topic.name())
            .withKeySerde(topic.keySerde())
            .withValueSerde(topic.valueSerde())
            .withNumberOfPartitions(topic.partitions()));
  }

  /** A processor together with the stores it may use. */
  public static <A, B, C, D> ProcessorSupplier<A, B, C, D> processor(
      Supplier<Processor<A, B, C, D>> processor, Store<?, ?>... stores) {
    Set<StoreBuilder<?>> builders =
        Stream.of(stores)
            .map(Store::builder)
            // In their order, so that the topology is the same in every process.
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new ProcessorSupplier<>() {
      @Override
      public Processor<A, B, C, D> get() {
        return new AdaptiveCommit<>(processor.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return builders;
      }
    };
  }
}
