package dev.kith.clients;

import com.fasterxml.jackson.core.JacksonException;
import dev.kith.schemas.TrustedRecordClasses;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Serdes over the Confluent client; the one place that knows it. Subjects carry the record's full
 * name, so that a workspace of many topics, internal ones included, has one subject per type.
 */
public final class AvroSerdes {
  private static final int SCHEMAS_KEPT = 1000;

  /** The client waits for ever unless it is told not to, and asks again when it gives up. */
  private static final Map<String, String> TIMEOUT =
      Map.of(
          "schema.registry." + SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, "10000",
          "schema.registry." + SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, "10000");

  /**
   * Answers of a registry that do not speak of the schema: 500 stands for all that begin with 5.
   */
  private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429, 500);

  static {
    TrustedRecordClasses.register();
  }

  private final SchemaRegistryClient registry;
  private final Map<String, Object> config;

  private AvroSerdes(SchemaRegistryClient registry, Map<String, Object> config) {
    this.registry = registry;
    this.config = config;
  }

  /**
   * Serdes that never register a schema: what is not registered at set-up is refused.
   *
   * @param registry address of a registry with Confluent's API, or {@code mock://…} in tests
   */
  public static AvroSerdes using(String registry) {
    return using(registry, Map.of());
  }

  /**
   * The same, for a registry that asks who is there.
   *
   * @param registry address of a registry with Confluent's API, or {@code mock://…} in tests
   * @param properties of the registry's client, such as {@code basic.auth.user.info}
   */
  public static AvroSerdes using(String registry, Map<String, String> properties) {
    Map<String, Object> config = config(registry, properties);
    return new AvroSerdes(client(registry, properties), config);
  }

  /** A client of the registry itself, for what registers schemas. */
  public static SchemaRegistryClient client(String registry, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(TIMEOUT);
    all.putAll(properties);
    return SchemaRegistryClientFactory.newClient(
        List.of(registry.split(",")), SCHEMAS_KEPT, null, all, Map.of());
  }

  private static Map<String, Object> config(String registry, Map<String, String> properties) {
    Map<String, Object> config = new HashMap<>(properties);
    config.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, registry);
    config.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, registry.startsWith("mock:"));
    config.put(
        AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY, RecordNameStrategy.class);
    config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
    config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    return Map.copyOf(config);
  }

  /** The serde of one type of value; null stays null, a tombstone. */
  @SuppressWarnings("unchecked") // the reader is told to make the specific class of the schema
  public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
    var serializer = new KafkaAvroSerializer(registry);
    serializer.configure(config, false);
    var deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(config, false);
    return (Serde<V>) (Serde<?>) Serdes.serdeFrom(serializer, (Deserializer<Object>) deserializer);
  }

  /**
   * Whether a value could not be read or written because the registry did not answer or did not let
   * us in, which passes, and not because of the value itself, which does not.
   */
  public static boolean isRegistryAway(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case RestClientException answer ->
          PASSING.contains(answer.getStatus() / 100 * 100) || PASSING.contains(answer.getStatus());
      case RetriableException e -> true;
      case AuthenticationException e -> true;
      case AuthorizationException e -> true;
      // Other kinds of IOException, such as the end of the data, tell of a broken value.
      case SocketException e -> true;
      case UnknownHostException e -> true;
      case InterruptedIOException e -> true;
      case SSLException e -> true;
      case JacksonException e -> true;
      default -> isRegistryAway(failure.getCause());
    };
  }
}
