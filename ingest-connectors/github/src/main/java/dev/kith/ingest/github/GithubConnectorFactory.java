package dev.kith.ingest.github;

import dev.kith.ingest.Connector;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.PolledEvents;
import dev.kith.ingest.github.rest.PolledMembers;
import dev.kith.ingest.github.rest.PolledNotifications;
import dev.kith.ingest.github.rest.PolledRepository;
import dev.kith.ingest.github.rest.PolledSource;
import dev.kith.ingest.github.rest.PollingConnector;
import dev.kith.ingest.github.webhook.WebhookConnector;
import dev.kith.ingest.github.webhook.Webhooks;
import dev.kith.ingest.http.ConnectorHttpClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes a connector of each configured source. */
@Factory
final class GithubConnectorFactory {
  @EachBean(GithubSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(GithubSettings settings, ConnectorHttpClient client, Webhooks webhooks) {
    GithubServer server = settings.githubServer();
    var api = new GithubApi(client, settings.server(), settings.credential());
    PolledSource polled = polled(settings, server, api);
    if (polled != null) {
      return new PollingConnector(server, polled, settings.poll(), InstantSource.system());
    }
    String key = GithubSettings.key(settings.name(), "webhook-secret");
    return new WebhookConnector(
        webhooks.open(server, key, settings.webhookSecret(), settings.webhookSecretFile()));
  }

  private static @Nullable PolledSource polled(
      GithubSettings settings, GithubServer server, GithubApi api) {
    if (settings.repository() != null) {
      return new PolledRepository(server, api, settings.repository(), settings.discussions());
    }
    if (settings.user() != null) {
      return new PolledEvents(server, api, settings.user());
    }
    if (settings.organisation() != null) {
      return new PolledMembers(server, api, settings.organisation());
    }
    return settings.notifications() ? new PolledNotifications(server, api) : null;
  }
}
