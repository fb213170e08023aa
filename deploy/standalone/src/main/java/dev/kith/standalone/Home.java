package dev.kith.standalone;

import dev.kith.embedded.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything: data, logs, settings, and notes about what runs. */
record Home(Path folder) {

  /** As named, or {@code KITH_HOME}, or {@code ~/.kith}. */
  static Home of(@Nullable Path named) {
    String variable = System.getenv("KITH_HOME");
    Path folder =
        named != null
            ? named
            : variable != null && !variable.isBlank()
                ? Path.of(variable)
                : Path.of(System.getProperty("user.home"), ".kith");
    return new Home(folder.toAbsolutePath().normalize());
  }

  Path settings() {
    return folder.resolve("settings.json");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path run() {
    return folder.resolve("run");
  }

  /** Where the demonstration's mailbox and repository are made. */
  Path demo() {
    return folder.resolve("demo");
  }

  PidFile supervisor() {
    return new PidFile(run().resolve("kith.pid"));
  }

  PidFile part(String name) {
    return new PidFile(run().resolve(name + ".pid"));
  }

  void rememberUrl(String url) throws IOException {
    Files.writeString(run().resolve("url"), url);
  }

  /** The address of the API, if somebody runs it. */
  Optional<String> url() {
    try {
      return supervisor().running().isEmpty()
          ? Optional.empty()
          : Optional.of(Files.readString(run().resolve("url")).strip());
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  String urlOrRefuse() {
    return url()
        .orElseThrow(
            () ->
                new Refusal(
                    "expected a running Kith in %s, found none; start it with: deploy/kith up"
                        .formatted(folder)));
  }
}
