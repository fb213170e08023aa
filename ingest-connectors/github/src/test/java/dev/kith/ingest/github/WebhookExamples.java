package dev.kith.ingest.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The example payloads that GitHub's own libraries are tested with. They are downloaded by npm into
 * the build folder and are no part of this repository.
 */
final class WebhookExamples {
  private static final String PACKAGE = "@octokit/webhooks-examples@7.6.1";
  private static final Path FOLDER = Path.of("target", "webhooks-examples");
  private static final Path INDEX = FOLDER.resolve("package/api.github.com/index.json");

  private WebhookExamples() {}

  /** The examples of each event by its name; empty, loudly, if they cannot be had. */
  static Optional<Map<String, JsonNode>> byEvent() throws IOException, InterruptedException {
    if (!Files.exists(INDEX) && !isDownloaded()) {
      System.err.println(
          "SKIPPED: the example payloads of " + PACKAGE + ", because npm cannot download them");
      return Optional.empty();
    }
    Map<String, JsonNode> events = new LinkedHashMap<>();
    for (JsonNode event : new ObjectMapper().readTree(INDEX.toFile())) {
      events.put(event.path("name").asText(), event.path("examples"));
    }
    return Optional.of(events);
  }

  private static boolean isDownloaded() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    if (!runs("npm", "pack", "--silent", PACKAGE)) {
      return false;
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      Optional<Path> archive = files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
      return archive.isPresent() && runs("tar", "xzf", String.valueOf(archive.get().getFileName()));
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
