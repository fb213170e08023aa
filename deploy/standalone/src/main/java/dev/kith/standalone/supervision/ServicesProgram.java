package dev.kith.standalone.supervision;

import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.home.NativePath;
import dev.kith.standalone.home.OwnerOnlyFiles;
import dev.kith.standalone.services.Services;
import dev.kith.standalone.settings.Configuration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The services of Kith in one JVM, as a part beside the servers. */
final class ServicesProgram implements Program {

  private static final String STATE = "kith.streams.state-dir";

  private final Home home;
  private final int port;
  private final Map<String, String> settings;
  private final Map<String, String> variables;
  private final HeapSizes heapSizes;
  private final Path configuration;

  /**
   * @param configuration of the user, for the services only
   */
  ServicesProgram(
      Home home,
      int port,
      Map<String, String> settings,
      Configuration configuration,
      HeapSizes heapSizes) {
    this.variables = configuration.environment();
    this.configuration = configuration.file();
    this.home = home;
    this.port = port;
    this.settings = settings;
    this.heapSizes = heapSizes;
  }

  @Override
  public String name() {
    return "services";
  }

  @Override
  public int port() {
    return port;
  }

  /** Allows time to restore the state of a large history from Kafka after a crash. */
  @Override
  public Duration startTimeout() {
    return Duration.ofMinutes(10);
  }

  @Override
  public LaunchSpec launch() throws IOException {
    Path file = home.run().resolve("services.properties");
    OwnerOnlyFiles.create(file);
    Properties properties = new Properties();
    settings.forEach(
        (key, value) -> {
          if (!Configuration.isOfSource(key)) { // the services read those of sources themselves
            properties.put(key, value);
          }
        });
    Path state = Path.of(settings.getOrDefault(STATE, "state"));
    properties.setProperty(STATE, NativePath.of(state).toString());
    // Written as bytes, because properties files are read as ISO 8859-1 with escapes.
    try (OutputStream bytes = Files.newOutputStream(file)) {
      properties.store(bytes, null);
    }
    List<String> command =
        JvmCommand.withHeap(heapSizes.services())
            .flags(heapSizes.servers().compiler())
            .flags(
                List.of(
                    "-Dmicronaut.config.files=" + file,
                    "-Dkith.standalone.home=" + home.folder(),
                    "-Dkith.standalone.config=" + configuration,
                    "-Dlogback.configurationFile=dev/kith/standalone/logback-services.xml"))
            .classPath(LauncherProperties.classPath())
            .running(Services.class.getName(), List.of());
    return new LaunchSpec(command, environment(), home.folder(), ByteBuffer.allocate(0));
  }

  /** Includes the variables with which Git finds its configuration and keys. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(variables);
    for (String name : List.of("HOME", "PATH", "SSH_AUTH_SOCK")) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    return environment;
  }

  @Override
  public boolean isReady(ChildProcess child) {
    return child.hasPrinted(Services.READY);
  }
}
