package dev.kith.ingest.github;

import dev.kith.ingest.Connector;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.EventsConnector;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.MembersConnector;
import dev.kith.ingest.github.rest.RepositoryConnector;
import dev.kith.ingest.github.webhook.WebhookConnector;
import dev.kith.ingest.github.webhook.Webhooks;
import dev.kith.ingest.http.ConnectorHttpClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import java.time.InstantSource;

/** Makes a connector of each configured source. */
@Factory
final class GithubConnectorFactory {
  @EachBean(GithubSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(GithubSettings settings, ConnectorHttpClient client, Webhooks webhooks) {
    GithubServer server = settings.githubServer();
    var api = new GithubApi(client, settings.server(), settings.credential());
    InstantSource clock = InstantSource.system();
    if (settings.repository() != null) {
      return new RepositoryConnector(server, api, settings.repository(), settings.poll(), clock);
    }
    if (settings.user() != null) {
      return new EventsConnector(server, api, settings.user(), settings.poll(), clock);
    }
    if (settings.organisation() != null) {
      return new MembersConnector(server, api, settings.organisation(), settings.poll(), clock);
    }
    String key = GithubSettings.key(settings.name(), "webhook-secret");
    return new WebhookConnector(
        webhooks.open(server, key, settings.webhookSecret(), settings.webhookSecretFile()));
  }
}
