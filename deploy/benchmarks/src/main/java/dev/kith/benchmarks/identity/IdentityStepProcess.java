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
 * The running step, from outside.
 *
 * @param part the process
 * @param state its stores on disk
 */
record IdentityStepProcess(Part part, Path state) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  /** A transaction that is open shows nothing new to read, and takes up to a second. */
  private static final Duration QUIET = Duration.ofMillis(2_600);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** What it tells of itself; 0 if it does not know the word. */
  long figure(String name) throws IOException {
    return figures().path(name).asLong();
  }

  private JsonNode figures() throws IOException {
    var url = URI.create("http://127.0.0.1:" + part.port() + "/health").toURL();
    try (InputStream answer = url.openStream()) {
      return JSON.readTree(answer).at("/details/identity/details");
    }
  }

  /** Waits until it has nothing to do any more. */
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
   * When it came to rest.
   *
   * @param read the moment at which everything was read
   * @param settled the moment at which every pair had been looked at as it is now
   */
  record Rest(Instant read, Instant settled) {}

  /** What is left on the heap after collecting garbage, in megabytes. */
  long heap() throws IOException {
    tell("GC.run");
    return USED.matcher(tell("GC.heap_info"))
            .results()
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum()
        >> 10;
  }

  /** Has the JVM's own tool look into it. */
  private String tell(String command) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(tool, Long.toString(part.pid().orElseThrow()), command).start();
    try (var answer = process.inputReader()) {
      return answer.readAllAsString();
    }
  }

  /** What its stores take on disk, in megabytes. */
  long disk() throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(Files::isRegularFile).mapToLong(IdentityStepProcess::size).sum() >> 20;
    }
  }

  /** Files come and go while the step works. */
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
