package dev.kith.benchmarks.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.embedded.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads measurements of a running identity step from outside its process.
 *
 * @param part the process
 * @param state folder of the state stores
 */
record IdentityStepProcess(Part part, Path state) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  /**
   * The step is idle after this time without work: open transactions hide records for up to 1 s.
   */
  private static final Duration QUIET = Duration.ofMillis(2_600);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** Returns a figure from the health endpoint of the step, or 0 if there is none of that name. */
  long figure(String name) throws IOException {
    return figures().path(name).asLong();
  }

  private JsonNode figures() throws IOException {
    var url = URI.create("http://127.0.0.1:" + part.port() + "/health").toURL();
    try (InputStream answer = url.openStream()) {
      return JSON.readTree(answer).at("/details/identity/details");
    }
  }

  /** Waits until the step has neither lag nor waiting pairs. */
  Rest rest() throws IOException, InterruptedException {
    Instant read = Instant.now();
    Instant settled = read;
    Instant now = read;
    while (Duration.between(read, now).compareTo(QUIET) < 0
        || Duration.between(settled, now).compareTo(QUIET) < 0) {
      Thread.sleep(BETWEEN_LOOKS);
      JsonNode told = figures();
      now = Instant.now();
      read = told.path("lag").asLong() > 0 ? now : read;
      settled = told.path("pairsWaiting").asLong() > 0 ? now : settled;
    }
    return new Rest(read, settled.isAfter(read) ? settled : read);
  }

  /**
   * When the step became idle.
   *
   * @param read when all records had been read
   * @param settled when every candidate pair had been compared in its latest state
   */
  record Rest(Instant read, Instant settled) {}

  /** Returns the used heap after a garbage collection, in MB. */
  long heap() throws IOException {
    tell("GC.run");
    return USED.matcher(tell("GC.heap_info"))
            .results()
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum()
        >> 10;
  }

  /** Runs a {@code jcmd} command on the JVM of the step and returns its output. */
  private String tell(String command) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(tool, Long.toString(part.pid().orElseThrow()), command).start();
    try (var answer = process.inputReader()) {
      return answer.readAllAsString();
    }
  }

  /** Returns the size of the state stores on disk, in MB. */
  long disk() throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(Files::isRegularFile).mapToLong(IdentityStepProcess::size).sum() >> 20;
    }
  }

  /** Returns the size of a file in bytes; 0 if the step has deleted it in the meantime. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
