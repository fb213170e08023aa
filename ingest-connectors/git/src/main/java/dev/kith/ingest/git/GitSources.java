package dev.kith.ingest.git;

import dev.kith.ingest.Connector;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;

/** Makes a connector of each configured repository. */
@Factory
final class GitSources {
  @EachBean(GitSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(GitSettings settings) {
    return new GitConnector(settings);
  }
}
