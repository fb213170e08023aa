package dev.kith.schemas;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the streams are: the same for every service of a workspace.
 *
 * @param bootstrapServers of the Kafka cluster, {@code host:port,…}
 * @param registry address of the schema registry's Confluent API
 * @param prefix what the names of the workspace's topics, groups and transactions begin with
 * @param properties further client properties, such as those for TLS and SASL, passed on as they
 *     are
 */
@ConfigurationProperties("kith.kafka")
public record KafkaSettings(
    @NotBlank String bootstrapServers,
    @NotBlank String registry,
    @Bindable(defaultValue = "kith.") String prefix,
    Map<String, String> properties) {

  /** The properties every client starts from. */
  public Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(properties);
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }

  /** The topics of this workspace. */
  public Topics topics() {
    return Topics.with(AvroSerdes.using(registry), prefix);
  }
}
