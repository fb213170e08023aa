package dev.kith.embedded.server;

import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.FreePorts;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** One Kafka broker in KRaft mode. */
public final class KafkaBroker implements Program {

  private final Path folder;
  private final Path distribution;
  private final ServerHeapSizes sizes;
  private final int port;

  public KafkaBroker(Path folder, Path distribution, ServerHeapSizes sizes, int port) {
    this.folder = folder;
    this.distribution = distribution;
    this.sizes = sizes;
    this.port = port;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public LaunchSpec launch() throws IOException {
    Files.createDirectories(folder);
    Path config = folder.resolve("server.properties");
    // Written as bytes: Kafka's tools read properties as ISO 8859-1 with escapes.
    try (OutputStream bytes = Files.newOutputStream(config)) {
      properties().store(bytes, null);
    }
    List<String> command =
        JvmCommand.withHeap(sizes.broker())
            .flags(sizes.compiler())
            .flags(List.of("-Dlogback.configurationFile=dev/kith/embedded/logback-broker.xml"))
            .classPath(distribution.resolve("*").toString())
            .running("dev.kith.embedded.server.KafkaBrokerMain", List.of(config.toString()));
    return new LaunchSpec(command, folder);
  }

  @Override
  public boolean isReady(ChildProcess child) {
    return child.hasPrinted(KafkaBrokerMain.READY);
  }

  private Properties properties() {
    int controller = FreePorts.free();
    Properties all = new Properties();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    all.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
    all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    all.put("controller.listener.names", "CONTROLLER");
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("log.dirs", folder.resolve("logs").toString());
    all.put("auto.create.topics.enable", "false");
    alone(all);
    small(all);
    return all;
  }

  /** Settings of a single broker: one replica, and no wait for other members of a group. */
  private static void alone(Properties all) {
    all.put("default.replication.factor", "1");
    all.put("min.insync.replicas", "1");
    all.put("offsets.topic.replication.factor", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("group.initial.rebalance.delay.ms", "0");
  }

  /** Settings for a small machine: little data, little memory. */
  private static void small(Properties all) {
    all.put("offsets.topic.num.partitions", "4");
    all.put("transaction.state.log.num.partitions", "4");
    all.put("share.coordinator.state.topic.num.partitions", "1");
    all.put("log.cleaner.dedupe.buffer.size", Long.toString(16L << 20));
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("log.segment.bytes", Long.toString(128L << 20));
    // The records contain the original documents.
    all.put("message.max.bytes", Integer.toString(4 << 20));
    all.put("replica.fetch.max.bytes", Integer.toString(4 << 20));
  }
}
