package dev.kith.identity.topology;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificData;

/** The step in a process of its own, which a test may kill: it says and saves nothing then. */
final class IdentityProcess implements AutoCloseable {
  /** One that was killed is missed for seconds, unless it comes back under its name. */
  private static final Map<String, String> KNOWN_AGAIN =
      Map.of("main.consumer.group.instance.id", "killed");

  private final Process process;

  private IdentityProcess(Process process) {
    this.process = process;
  }

  /** Starts it. */
  static IdentityProcess start(IdentityWire wire, Path state) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            IdentityProcess.class.getName(),
            wire.kafka().bootstrapServers(),
            wire.kafka().prefix().replace(".", ""),
            state.toString());
    return new IdentityProcess(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Runs until its input ends: the test that started it is over then. */
  public static void main(String... args) throws Exception {
    var wire = IdentityWire.to(args[0], args[1]);
    register(wire.kafka());
    try (var service = wire.service(Path.of(args[2]), KNOWN_AGAIN)) {
      service.start();
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    }
  }

  /** The same schemas under the same numbers in each process: none sees the other's registry. */
  static void register(KafkaSettings kafka) throws IOException, RestClientException {
    var registry = AvroSerdes.client(kafka.registry(), kafka.registryProperties());
    for (Topic<?, ?> topic : kafka.topics().all()) {
      Object record = SpecificData.get().newRecord(null, topic.valueSchema());
      var schema = AvroSchemaUtils.getSchema(record, false, false, true);
      registry.register(topic.valueSchema().getFullName(), new AvroSchema(schema));
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
