package dev.kith.ingest.github;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.RepositoryConnector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

class RepositoryHttpContractTest extends HttpConnectorContract {
  @Override
  protected void serve(WireMockServer recorded) {
    RecordedRepository.serve(recorded);
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) {
    var token =
        Credential.bearer(address, Secret.of("kith.sources.github.town.token", TOKEN, null));
    return new RepositoryConnector(
        new GithubServer("town", "github.com"),
        new GithubApi(client, address, token),
        "town/code",
        Duration.ofMinutes(1),
        InstantSource.system());
  }
}
