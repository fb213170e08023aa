package dev.kith.embedded.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Runs a broker and its controller in one JVM; formats the log folder if it is new. */
public final class KafkaBrokerMain {

  /** The line that is printed when clients may connect. */
  static final String READY = "kith.broker.ready";

  private KafkaBrokerMain() {}

  /** Starts the broker; the argument is its properties file. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Path.of(args[0]);
    Properties properties = new Properties();
    try (InputStream bytes = Files.newInputStream(file)) {
      properties.load(bytes);
    }
    format(file, Path.of(properties.getProperty("log.dirs")));

    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "broker-stop"));
    server.startup();
    endHangingTransactions(URI.create(properties.getProperty("advertised.listeners")));
    System.out.println(READY);
    server.awaitShutdown();
  }

  private static void format(Path config, Path logs) {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    String cluster = Uuid.randomUuid().toString();
    String[] command = {"format", "--cluster-id", cluster, "--config", config.toString()};
    int code = StorageTool.execute(command, System.out);
    if (code != 0) {
      throw new IllegalStateException("cannot format " + logs + " for Kafka, code " + code);
    }
  }

  /** Failures are logged only: the broker works without this, and the next start tries again. */
  private static void endHangingTransactions(URI listener) throws InterruptedException {
    try {
      int ended = new HangingTransactions(listener.getHost(), listener.getPort()).end();
      if (ended > 0) {
        System.out.println("Wrote %d end markers that a crash had left out".formatted(ended));
      }
    } catch (IOException | KafkaException failure) {
      System.out.println("Cannot look for transactions that a crash left open: " + failure);
    }
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }
}
