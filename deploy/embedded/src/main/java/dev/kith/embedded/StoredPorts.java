package dev.kith.embedded;

import dev.kith.embedded.process.FreePorts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The port of each part: the last one if it is still free. */
final class StoredPorts {

  private final Path file;
  private final Properties ports;

  private StoredPorts(Path file, Properties ports) {
    this.file = file;
    this.ports = ports;
  }

  static StoredPorts in(Path file) throws IOException {
    Properties ports = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      }
    }
    return new StoredPorts(file, ports);
  }

  int of(String part) {
    int last = Integer.parseInt(ports.getProperty(part, "0"));
    int port = last > 0 && FreePorts.isFree(last) ? last : FreePorts.free();
    ports.setProperty(part, Integer.toString(port));
    save();
    return port;
  }

  /** Stores a value for people and for commands that run while Kith does not. */
  void note(String key, String value) {
    ports.setProperty(key, value);
    save();
  }

  private void save() {
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        ports.store(writer, null);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
