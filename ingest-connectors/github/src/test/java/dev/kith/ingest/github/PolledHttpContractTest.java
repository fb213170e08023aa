package dev.kith.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.rest.GithubApi;
import dev.kith.ingest.github.rest.PolledEvents;
import dev.kith.ingest.github.rest.PolledMembers;
import dev.kith.ingest.github.rest.PolledNotifications;
import dev.kith.ingest.github.rest.PolledRepository;
import dev.kith.ingest.github.rest.PolledSource;
import dev.kith.ingest.github.rest.PollingConnector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** What a server may do to each kind of source that is polled. */
class PolledHttpContractTest {
  private static final GithubServer TOWN = new GithubServer("town", "github.com");

  abstract static class Polled extends HttpConnectorContract {
    abstract PolledSource source(GithubApi api);

    @Override
    protected Connector connector(URI address, ConnectorHttpClient client) {
      GithubApi api = RecordedRepository.api(client, address, TOKEN);
      return new PollingConnector(TOWN, source(api), Duration.ofMinutes(1), InstantSource.system());
    }
  }

  @Nested
  class Repository extends Polled {
    @Override
    protected void serve(WireMockServer recorded) {
      RecordedRepository.serve(recorded);
    }

    @Override
    PolledSource source(GithubApi api) {
      return new PolledRepository(TOWN, api, "town/code", true);
    }
  }

  @Nested
  class Notifications extends Polled {
    @Override
    protected void serve(WireMockServer recorded) {
      RecordedNotifications.serve(recorded);
    }

    @Override
    PolledSource source(GithubApi api) {
      return new PolledNotifications(TOWN, api);
    }
  }

  @Nested
  class Events extends Polled {
    @Override
    protected void serve(WireMockServer recorded) {
      String path = "/users/ann/received_events";
      recorded.stubFor(
          get(urlPathEqualTo(path))
              .willReturn(
                  okJson(PollingConnectorTest.star(4, "bob"))
                      .withHeader("ETag", "\"a\"")
                      .withHeader("Link", "<" + path + "/2>; rel=\"next\"")));
      recorded.stubFor(
          get(urlPathEqualTo(path + "/2")).willReturn(okJson(PollingConnectorTest.star(3, "cat"))));
    }

    @Override
    PolledSource source(GithubApi api) {
      return new PolledEvents(TOWN, api, "ann");
    }
  }

  @Nested
  class Members extends Polled {
    @Override
    protected void serve(WireMockServer recorded) {
      recorded.stubFor(
          get(urlPathEqualTo("/orgs/town/members"))
              .willReturn(
                  okJson("[" + RecordedRepository.json(RecordedRepository.user("Ann")) + "]")
                      .withHeader("ETag", "\"m\"")));
    }

    @Override
    PolledSource source(GithubApi api) {
      return new PolledMembers(TOWN, api, "town");
    }
  }
}
