package dev.kith.flow;

import dev.kith.schemas.Topic;
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

/** The few words a drawing is made of; everything else is Kafka's own DSL. */
public final class Flow {
  private Flow() {}

  /** What is on a topic. */
  public static <K, V> KStream<K, V> read(StreamsBuilder builder, Topic<K, V> topic) {
    var consumed = Consumed.with(topic.keySerde(), topic.valueSerde());
    return builder.stream(topic.name(), consumed.withName("read-" + topic.name()));
  }

  /** The end of a chain: onto a topic. */
  public static <K, V> void write(KStream<K, V> stream, Topic<K, V> topic) {
    var produced = Produced.with(topic.keySerde(), topic.valueSerde());
    stream.to(topic.name(), produced.withName("write-" + topic.name()));
  }

  /** The name of a step: a verb. */
  public static Named as(String verb) {
    return Named.as(verb);
  }

  /** Brings records to the task that owns their key, over an internal topic of its own. */
  public static <K, V> KStream<K, V> carry(KStream<K, V> stream, Hop<K, V> hop) {
    return stream.repartition(
        Repartitioned.<K, V>as(hop.name())
            .withKeySerde(hop.keySerde())
            .withValueSerde(hop.valueSerde())
            .withNumberOfPartitions(hop.partitions()));
  }

  /** A processor together with the stores that only it, or those it shares them with, may touch. */
  public static <A, B, C, D> ProcessorSupplier<A, B, C, D> owning(
      Supplier<Processor<A, B, C, D>> processor, Store<?, ?>... stores) {
    Set<StoreBuilder<?>> builders =
        Stream.of(stores)
            .map(Store::builder)
            // In their order, so that the drawing is the same in every process.
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new ProcessorSupplier<>() {
      @Override
      public Processor<A, B, C, D> get() {
        return new Prompt<>(processor.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return builders;
      }
    };
  }
}
