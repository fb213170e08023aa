package dev.kith.ingest.activitystreams.change;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Opens the store of facts about changes, which all sources of this process share. */
@Factory
final class ChangeStoreFactory {
  private static final String FILE = "activitystreams-changes";

  /** Beside what else is remembered of what was read. */
  @Singleton
  @Bean(preDestroy = "close")
  ChangeStore changeStore(Environment environment) {
    Path home = path(environment, "kith.home", Path.of(System.getProperty("user.home"), ".kith"));
    return ChangeStore.in(
        path(environment, "kith.ingest.state", home.resolve("ingest")).resolve(FILE));
  }

  private static Path path(Environment environment, String key, Path usual) {
    return environment.getProperty(key, String.class).map(Path::of).orElse(usual);
  }
}
