package dev.kith.ingest.git;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.repository.CoEditing;
import dev.kith.ingest.git.repository.GitSettings;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Connectors over a folder of the test. */
final class Connectors {
  private Connectors() {}

  static GitConnector over(Path repository) {
    return over(repository.toString(), 3, repository.resolveSibling("cache"));
  }

  static GitConnector over(String location, int page, Path cache) {
    return over(location, page, cache, CoEditing.OFF);
  }

  static GitConnector over(String location, int page, Path cache, CoEditing coEditing) {
    return new GitConnector(
        new GitSettings(
            "repo",
            location,
            null,
            null,
            cache,
            Duration.ofNanos(1),
            page,
            null,
            coEditing,
            Duration.ofDays(90)));
  }

  static ReadThrough read(Path repository, Cursor from)
      throws SourceException, InterruptedException {
    try (var connector = over(repository)) {
      return ReadThrough.of(connector, from);
    }
  }

  static List<String> titles(ReadThrough read) {
    return read.activities().stream().map(Connectors::title).toList();
  }

  static String title(Activity activity) {
    return activity.getTitle().orElseThrow();
  }
}
