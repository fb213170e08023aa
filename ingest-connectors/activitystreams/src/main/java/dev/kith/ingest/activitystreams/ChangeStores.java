package dev.kith.ingest.activitystreams;

import io.micronaut.context.env.Environment;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stores of changes: one for each folder, so that the sources that share a folder share it. */
@Singleton
final class ChangeStores implements AutoCloseable {
  private static final String FILE = "changes.store";

  private final Path usual;
  private final Map<Path, ChangeStore> byFile = new HashMap<>();

  /** Beside everything else this machine keeps for Kith, unless a source names another folder. */
  ChangeStores(Environment environment) {
    this.usual =
        environment
            .getProperty("kith.home", String.class)
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".kith"))
            .resolve("activitystreams");
  }

  /** The store in a folder. */
  synchronized ChangeStore in(@Nullable Path folder) {
    Path file = (folder == null ? usual : folder).resolve(FILE).toAbsolutePath().normalize();
    return byFile.computeIfAbsent(file, ChangeStore::in);
  }

  @Override
  @PreDestroy
  public synchronized void close() {
    byFile.values().forEach(ChangeStore::close);
  }
}
