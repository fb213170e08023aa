package dev.kith.schemas;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serdes over the Confluent client; the one place that knows it. Subjects carry the record's full
 * name, so that a workspace of many topics, internal ones included, has one subject per type.
 */
public final class AvroSerdes {
  static {
    trustOwnRecords();
  }

  private final Map<String, Object> config;

  private AvroSerdes(Map<String, Object> config) {
    this.config = config;
  }

  /**
   * Serdes that never register a schema: what is not registered at set-up is refused.
   *
   * @param registry address of a registry with Confluent's API, or {@code mock://…} in tests
   */
  public static AvroSerdes using(String registry) {
    return new AvroSerdes(config(registry, registry.startsWith("mock:")));
  }

  private static Map<String, Object> config(String registry, boolean register) {
    return Map.of(
        AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG,
        registry,
        AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS,
        register,
        AbstractKafkaSchemaSerDeConfig.VALUE_SUBJECT_NAME_STRATEGY,
        RecordNameStrategy.class,
        KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG,
        true,
        KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG,
        true);
  }

  /** The serde of one type of value; null stays null, a tombstone. */
  @SuppressWarnings("unchecked") // the reader is told to make the specific class of the schema
  public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
    var serializer = new KafkaAvroSerializer();
    serializer.configure(config, false);
    var deserializer = new KafkaAvroDeserializer();
    deserializer.configure(config, false);
    return (Serde<V>) (Serde<?>) Serdes.serdeFrom(serializer, (Deserializer<Object>) deserializer);
  }

  /** Avro makes specific records only of classes that are trusted by name, since 1.12. */
  private static void trustOwnRecords() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), name -> isOwn(name.getName())));
  }

  private static boolean isOwn(String className) {
    return className.startsWith("dev.kith.");
  }
}
