package dev.kith.standalone.supervision;

import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The free memory and disk space before a start.
 *
 * @param memory bytes that programs may still take; empty where the system does not tell
 * @param disk bytes free on the disk of the home
 */
public record ResourceCheck(OptionalLong memory, long disk) {

  private static final long MB = 1L << 20;
  private static final long MEMORY_NEEDED = 2_000 * MB;
  private static final long DISK_NEEDED = 2_000 * MB;

  public static ResourceCheck at(Path home) throws IOException {
    Files.createDirectories(home);
    return new ResourceCheck(availableMemory(), Files.getFileStore(home).getUsableSpace());
  }

  private static OptionalLong availableMemory() {
    try {
      return Files.readAllLines(Path.of("/proc/meminfo")).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }

  public void requireEnough(Path home) {
    if (memory.isPresent() && memory.getAsLong() < MEMORY_NEEDED) {
      throw new CommandException(
          "expected at least %d MB of free memory, found %d MB; close something and try again"
              .formatted(MEMORY_NEEDED / MB, memory.getAsLong() / MB));
    }
    if (disk < DISK_NEEDED) {
      throw new CommandException(
          "expected at least %d MB of free disk for %s, found %d MB; free some or give another folder with --home"
              .formatted(DISK_NEEDED / MB, home, disk / MB));
    }
  }
}
