package dev.kith.ingest.runtime;

import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Opens the index of published activities, which all sources of this process share. */
@Factory
final class PublishedActivitiesFactory {
  /** Closed by {@link SourceRunner}, when the last source has stopped. */
  @Singleton
  PublishedActivityIndex published(IngestSettings settings, Environment environment) {
    Path fallback = Path.of(System.getProperty("user.home"), ".kith");
    Path home = environment.getProperty("kith.home", String.class).map(Path::of).orElse(fallback);
    Path folder = settings.state() == null ? home.resolve("ingest") : settings.state();
    return PublishedActivityIndex.in(folder.resolve("published"));
  }
}
