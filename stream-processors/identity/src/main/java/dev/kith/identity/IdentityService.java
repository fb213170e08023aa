package dev.kith.identity;

import dev.kith.clients.KafkaSettings;
import dev.kith.flow.PartitionCount;
import dev.kith.flow.StreamsService;
import dev.kith.flow.StreamsSettings;
import dev.kith.identity.topology.GrowthMetrics;
import dev.kith.identity.topology.IdentityTopology;
import dev.kith.schemas.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The identity step as a service. */
@Factory
class IdentityService {
  @Singleton
  @Named(Steps.IDENTITY)
  @Bean(preDestroy = "close")
  StreamsService identity(KafkaSettings kafka, StreamsSettings settings, MeterRegistry meters) {
    var topics = kafka.topics();
    var metrics = new GrowthMetrics(meters);
    return new StreamsService(
            Steps.IDENTITY,
            () ->
                IdentityTopology.build(
                    topics, PartitionCount.of(topics.profiles(), kafka), metrics),
            kafka,
            settings,
            meters)
        .telling(metrics::figures);
  }
}
