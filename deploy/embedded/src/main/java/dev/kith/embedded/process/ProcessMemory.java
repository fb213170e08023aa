package dev.kith.embedded.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the resident memory of a process. */
public final class ProcessMemory {

  private ProcessMemory() {}

  /** Resident memory in bytes; 0 if it is unknown. */
  public static long ofProcess(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> kilobytes(line.substring("VmRSS:".length())))
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return fromPs(pid);
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isBlank() ? 0 : kilobytes(answer);
    } catch (IOException none) {
      return 0;
    }
  }

  private static long kilobytes(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", "")) << 10;
  }
}
