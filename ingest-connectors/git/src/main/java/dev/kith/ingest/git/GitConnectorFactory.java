package dev.kith.ingest.git;

import dev.kith.ingest.Connector;
import dev.kith.ingest.git.repository.GitSettings;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;

/** Makes a connector of each configured repository; who reads it closes it. */
@Factory
final class GitConnectorFactory {
  @EachBean(GitSettings.class)
  Connector connector(GitSettings settings) {
    return new GitConnector(settings);
  }
}
