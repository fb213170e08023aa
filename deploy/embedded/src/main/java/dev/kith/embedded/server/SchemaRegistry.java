package dev.kith.embedded.server;

import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.HttpProbe;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Apicurio Registry with its Confluent-compatible API, stored in an H2 file. */
public final class SchemaRegistry implements Program {

  private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private final Path folder;
  private final Path distribution;
  private final ServerHeapSizes sizes;
  private final int port;
  private final int managementPort;

  public SchemaRegistry(
      Path folder, Path distribution, ServerHeapSizes sizes, int port, int managementPort) {
    this.folder = folder;
    this.distribution = distribution;
    this.sizes = sizes;
    this.port = port;
    this.managementPort = managementPort;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public LaunchSpec launch() throws IOException {
    Files.createDirectories(folder);
    List<String> command =
        JvmCommand.withHeap(sizes.registry())
            // It gets a few requests an hour, so the second compiler is not worth its memory.
            .flags(
                List.of("-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED"))
            .flags(settings())
            .classPath(distribution.resolve("quarkus-run.jar").toString())
            .running(MAIN, List.of());
    return new LaunchSpec(command, folder);
  }

  private List<String> settings() {
    List<String> all = new ArrayList<>();
    all.add("-Dapicurio.storage.kind=sql");
    all.add("-Dapicurio.storage.sql.kind=h2");
    all.add("-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("schemas"));
    all.add("-Dapicurio.datasource.jdbc.initial-size=1");
    all.add("-Dapicurio.datasource.jdbc.min-size=1");
    all.add("-Dapicurio.datasource.jdbc.max-size=10");
    all.add("-Dquarkus.http.host=127.0.0.1");
    all.add("-Dquarkus.http.port=" + port);
    all.add("-Dquarkus.management.host=127.0.0.1");
    all.add("-Dquarkus.management.port=" + managementPort);
    all.add("-Dquarkus.http.access-log.enabled=false");
    all.add("-Dquarkus.log.level=WARN");
    return all;
  }

  @Override
  public boolean isReady(ChildProcess child) {
    return HttpProbe.answers("http://127.0.0.1:" + managementPort + "/health/ready");
  }
}
