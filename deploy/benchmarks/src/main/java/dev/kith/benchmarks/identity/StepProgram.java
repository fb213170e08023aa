package dev.kith.benchmarks.identity;

import dev.kith.embedded.Child;
import dev.kith.embedded.Jvm;
import dev.kith.embedded.Launch;
import dev.kith.embedded.Ports;
import dev.kith.embedded.Program;
import dev.kith.embedded.Stack;
import dev.kith.identity.Application;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The identity step in a process of its own, as it runs alone. */
final class StepProgram implements Program {
  /** Other steps of Kith's on the class path would start, too. */
  private static final List<String> OURS =
      List.of(
          "kith-identity", "kith-flow", "kith-schemas", "kith-confluent-client", "kith-embedded");

  private final Settings settings;
  private final Stack stack;
  private final int port = Ports.free();

  StepProgram(Settings settings, Stack stack) {
    this.settings = settings;
    this.stack = stack;
  }

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public int port() {
    return port;
  }

  Path state() {
    return settings.data().resolve("state");
  }

  @Override
  public Launch launch() {
    return new Launch(
        Jvm.withHeap(settings.heap())
            .flags(settings.flags())
            .flags(
                List.of(
                    "-Dmicronaut.server.host=127.0.0.1",
                    "-Dmicronaut.server.port=" + port,
                    "-Dendpoints.health.details-visible=ANONYMOUS",
                    "-Dkith.kafka.bootstrap-servers=" + stack.bootstrapServers(),
                    "-Dkith.kafka.registry=" + stack.registryUrl(),
                    "-Dkith.streams.threads=" + settings.threads(),
                    "-Dkith.streams.state-dir=" + state()))
            .classPath(classPath())
            .running(Application.class.getName(), List.of()),
        settings.data());
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(StepProgram::isNeeded)
        .map(jar -> jar.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(Path jar) {
    String name = jar.getFileName().toString();
    return !name.startsWith("kith-") || OURS.stream().anyMatch(name::startsWith);
  }

  @Override
  public boolean isReady(Child child) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/health").toURL();
      return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
