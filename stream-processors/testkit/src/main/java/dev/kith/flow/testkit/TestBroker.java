package dev.kith.flow.testkit;

import dev.kith.clients.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real broker inside the test, on free ports of the loopback and in a folder of its own. */
public final class TestBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String address;

  private TestBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Starts one. */
  public static TestBroker start(Path folder) {
    try {
      int port = freePort();
      Properties properties = properties(folder, port, freePort());
      format(folder, properties);
      var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
      server.startup();
      return new TestBroker(server, "127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients find it. */
  public String address() {
    return address;
  }

  /** Creates topics as the set-up would. */
  public void create(int partitions, Topic<?, ?>... topics) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
      List<NewTopic> wanted =
          Stream.of(topics)
              .map(
                  topic ->
                      new NewTopic(topic.name(), partitions, (short) 1)
                          .configs(Map.of("cleanup.policy", topic.retention().cleanupPolicy())))
              .toList();
      admin.createTopics(wanted).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while creating topics", e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder, Properties properties) throws IOException {
    Path file = folder.resolve("server.properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    String id = Uuid.randomUuid().toString();
    String[] command = {"format", "--cluster-id", id, "--config", file.toString()};
    if (StorageTool.execute(command, System.out) != 0) {
      throw new IOException("cannot format " + folder + " for Kafka");
    }
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    String controller = "127.0.0.1:" + controllerPort;
    String broker = "127.0.0.1:" + port;
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@" + controller,
            "listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
            "advertised.listeners", "PLAINTEXT://" + broker,
            "controller.listener.names", "CONTROLLER",
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", folder.resolve("logs").toString(),
            "auto.create.topics.enable", "false",
            "log.cleaner.dedupe.buffer.size", "16777216"));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "2",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "group.initial.rebalance.delay.ms", "0"));
    return properties;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
