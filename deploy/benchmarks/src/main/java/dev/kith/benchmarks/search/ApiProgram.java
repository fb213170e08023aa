package dev.kith.benchmarks.search;

import dev.kith.api.Application;
import dev.kith.embedded.Child;
import dev.kith.embedded.Jvm;
import dev.kith.embedded.Launch;
import dev.kith.embedded.Ports;
import dev.kith.embedded.Program;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query-api in a process of its own. Kafka is away: no question of these needs it. */
final class ApiProgram implements Program {
  /** Other steps of Kith's on the class path would start, too. */
  private static final List<String> OURS =
      List.of("kith-query-api", "kith-schemas", "kith-confluent-client", "kith-embedded");

  private final Path home;
  private final int elasticsearch;
  private final int port = Ports.free();

  ApiProgram(Path home, int elasticsearch) {
    this.home = home;
    this.elasticsearch = elasticsearch;
  }

  @Override
  public String name() {
    return "query-api";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Launch launch() {
    return new Launch(
        Jvm.withHeap("640m")
            .flags(
                List.of(
                    "-Dkith.api.port=" + port,
                    "-Dkith.kafka.bootstrap-servers=127.0.0.1:9",
                    "-Dkith.kafka.registry=http://127.0.0.1:9",
                    "-Dkith.elasticsearch.url=http://127.0.0.1:" + elasticsearch))
            .classPath(classPath())
            .running(Application.class.getName(), List.of()),
        home);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(ApiProgram::isNeeded)
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
      var url = URI.create("http://127.0.0.1:" + port + "/openapi").toURL();
      return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
