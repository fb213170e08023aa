package dev.kith.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the parts have noted about themselves in home's {@code run/ports}. */
record RunningPorts(Properties ports) {

  static RunningPorts of(Home home) {
    Properties ports = new Properties();
    Path file = home.run().resolve("ports");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      } catch (IOException unreadable) {
        return new RunningPorts(new Properties());
      }
    }
    home.url().ifPresent(url -> ports.setProperty("services", url.replaceAll(".*:", "")));
    return new RunningPorts(ports);
  }

  String of(String part) {
    return ports.getProperty(part, "-");
  }

  /** Elasticsearch's folder where it is not below home. */
  Optional<String> elsewhere() {
    return Optional.ofNullable(ports.getProperty("elasticsearch-folder"));
  }
}
