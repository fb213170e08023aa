package dev.kith.e2e.connector;

import dev.kith.clients.KafkaSettings;
import dev.kith.e2e.LauncherCommand;
import dev.kith.embedded.process.FileTrees;
import dev.kith.embedded.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy/kith step ingest}: a connector as a service, with its real main class, class path
 * and configuration.
 */
final class ConnectorProcess implements AutoCloseable {
  /** Short runs should not spend their time on compilation. */
  private static final String OPTIONS = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private final Path home;
  private final List<String> command = new ArrayList<>(List.of("step", "ingest"));
  private @Nullable Process process;

  /**
   * Not started yet.
   *
   * @param name of its folder below {@code target/homes}, where its log is
   */
  ConnectorProcess(String name, KafkaSettings kafka, Peer peer) throws IOException {
    this.home = Path.of("target", "homes", name).toAbsolutePath();
    FileTrees.delete(home);
    Files.createDirectories(home);
    command.add("--kith.kafka.bootstrap-servers=" + kafka.bootstrapServers());
    command.add("--kith.kafka.registry=" + kafka.registry());
    command.add("--kith.kafka.prefix=" + kafka.prefix());
    command.add("--kith.home=" + home);
    command.add("--kith.server.port=" + FreePorts.free());
    peer.settings().forEach((key, value) -> command.add("--" + key + "=" + value));
  }

  /** Starts it, also again with the files that it has left. */
  void start() throws IOException {
    var builder = LauncherCommand.builder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()));
    builder.environment().put("KITH_STEP_OPTIONS", OPTIONS);
    process = builder.start();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
