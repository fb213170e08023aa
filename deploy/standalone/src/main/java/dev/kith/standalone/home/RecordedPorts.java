package dev.kith.standalone.home;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the parts have noted about themselves in home's {@code run/ports}. */
public record RecordedPorts(Properties ports) {

  public static RecordedPorts of(Home home) {
    Properties ports = new Properties();
    Path file = home.run().resolve("ports");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      } catch (IOException unreadable) {
        return new RecordedPorts(new Properties());
      }
    }
    home.url().ifPresent(url -> ports.setProperty("services", url.replaceAll(".*:", "")));
    return new RecordedPorts(ports);
  }

  public String of(String part) {
    return ports.getProperty(part, "-");
  }

  /** Elasticsearch's folder where it is not below home. */
  public Optional<String> elasticsearchFolder() {
    return Optional.ofNullable(ports.getProperty("elasticsearch-folder"));
  }
}
