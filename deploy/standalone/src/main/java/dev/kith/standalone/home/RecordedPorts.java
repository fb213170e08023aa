package dev.kith.standalone.home;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The values that the parts have stored in {@code run/ports} of the home. */
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

  /** The folder of Elasticsearch, if it is not below the home. */
  public Optional<String> elasticsearchFolder() {
    return Optional.ofNullable(ports.getProperty("elasticsearch-folder"));
  }
}
