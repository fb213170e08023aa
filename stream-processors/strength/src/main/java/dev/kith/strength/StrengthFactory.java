package dev.kith.strength;

import dev.kith.clients.KafkaSettings;
import dev.kith.flow.PartitionCount;
import dev.kith.flow.StateLocation;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.schemas.Steps;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.StrengthSettings;
import dev.kith.strength.pair.DebounceSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;

/** Makes the strength step of a process. */
@Factory
final class StrengthFactory {
  @Bean(preDestroy = "close")
  @Singleton
  @Named(Steps.STRENGTH)
  StreamsService strength(
      KafkaSettings kafka,
      StreamsSettings streams,
      StrengthSettings settings,
      DebounceSettings debounce,
      MeterRegistry meters) {
    // Here and not when the topology is built: wrong settings must stop the start.
    var formula = settings.formula();
    return new StreamsService(
        Steps.STRENGTH, () -> topology(kafka, formula, debounce), kafka, streams, meters);
  }

  private static Topology topology(
      KafkaSettings kafka, StrengthFormula formula, DebounceSettings debounce) {
    var topics = kafka.topics();
    var partitions =
        new StrengthTopology.Partitions(
            PartitionCount.of(topics.activities(), kafka),
            PartitionCount.of(topics.memberships(), kafka));
    var options = new StrengthTopology.Options(formula, partitions, debounce);
    return new StrengthTopology(topics, options, StateLocation.ON_DISK).topology();
  }
}
