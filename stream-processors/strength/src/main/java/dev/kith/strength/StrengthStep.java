package dev.kith.strength;

import dev.kith.flow.PartitionCount;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.schemas.KafkaSettings;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.schemas.strength.StrengthSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;

/** Wires the step into the process it runs in. */
@Factory
final class StrengthStep {
  private static final String STEP = "strength";

  @Bean(preDestroy = "close")
  @Singleton
  @Named(STEP)
  StreamsService strength(
      KafkaSettings kafka,
      StreamsSettings streams,
      StrengthSettings settings,
      PaceSettings pace,
      MeterRegistry meters) {
    // Now, not when the topology is built: wrong settings must stop the start.
    var formula = settings.formula();
    return new StreamsService(STEP, () -> topology(kafka, formula, pace), kafka, streams, meters);
  }

  private static Topology topology(
      KafkaSettings kafka, StrengthFormula formula, PaceSettings pace) {
    var topics = kafka.topics();
    var width =
        new StrengthTopology.Width(
            PartitionCount.of(topics.activities(), kafka),
            PartitionCount.of(topics.memberships(), kafka));
    var plan = new StrengthTopology.Plan(formula, width, pace);
    return new StrengthTopology(topics, plan, Keep.ON_DISK).topology();
  }
}
