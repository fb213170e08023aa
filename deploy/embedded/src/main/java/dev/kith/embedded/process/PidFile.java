package dev.kith.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores the id and the start time of a process. A later process with the same id has another start
 * time.
 */
public record PidFile(Path path) {

  public void write(ProcessHandle process) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, process.pid() + " " + startOf(process) + "\n");
  }

  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /** The stored process, if it still runs. */
  public Optional<ProcessHandle> running() {
    try {
      String[] parts = Files.readString(path).strip().split(" ", 2);
      return ProcessHandle.of(Long.parseLong(parts[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> parts.length == 2 && startOf(process).equals(parts[1]));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
