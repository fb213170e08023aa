package dev.kith.clients;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the streams are: the same for every service of a workspace.
 *
 * @param bootstrapServers of the Kafka cluster, {@code host:port,…}
 * @param registry address of the schema registry's Confluent API
 * @param prefix what the names of the workspace's topics, groups and transactions begin with
 * @param properties further client properties, such as those for TLS and SASL, passed on as they
 *     are; {@code schema.registry.…}, {@code basic.auth.…} and {@code bearer.auth.…} go to the
 *     registry's client
 */
@ConfigurationProperties("kith.kafka")
public record KafkaSettings(
    @NotBlank String bootstrapServers,
    @NotBlank String registry,
    @Bindable(defaultValue = "kith.") String prefix,
    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        @Nullable Map<String, String> properties) {
  private static final List<String> REGISTRY =
      List.of("schema.registry.", "basic.auth.", "bearer.auth.");

  /** Without further properties there are none. */
  public KafkaSettings {
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }

  /** The properties every client starts from. */
  public Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(properties);
    client.keySet().removeIf(KafkaSettings::isForRegistry);
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }

  /** Those of the properties that are for the registry's client. */
  public Map<String, String> registryProperties() {
    Map<String, String> registry = new HashMap<>(properties);
    registry.keySet().removeIf(key -> !isForRegistry(key));
    return registry;
  }

  /** The topics of this workspace. */
  public Topics topics() {
    return Topics.with(AvroSerdes.using(registry, registryProperties()), prefix);
  }

  private static boolean isForRegistry(String key) {
    return REGISTRY.stream().anyMatch(key::startsWith);
  }

  /** Without secrets, so that it may stand in a log. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, registry=%s, prefix=%s]"
        .formatted(bootstrapServers, registry, prefix);
  }
}
