package dev.kith.ingest.mastodon;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.kith.ingest.Connector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.feed.ItemStore;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a server may do to an account whose home timeline has two pages. */
class MastodonHttpContractTest extends HttpConnectorContract {
  private static final String HOME = "/api/v1/timelines/home";

  @TempDir private Path folder;
  private int connectors;

  @Override
  protected void serve(WireMockServer recorded) {
    recorded.stubFor(any(urlMatching("/api/.*")).atPriority(9).willReturn(okJson("[]")));
    recorded.stubFor(get("/api/v2/instance").willReturn(okJson("{\"domain\":\"town.example\"}")));
    recorded.stubFor(
        get("/api/v1/accounts/verify_credentials")
            .willReturn(okJson(Statuses.account("ann").toString())));
    var first = Statuses.status(1, "bob", "Frogs are back");
    var second = Statuses.status(2, "cat", "Where?");
    recorded.stubFor(
        get(urlPathEqualTo(HOME)).willReturn(okJson(List.of(second, first).toString())));
    page(recorded, "0", List.of(first), "1");
    page(recorded, "1", List.of(second), "2");
    page(recorded, "2", List.of(), "2");
  }

  private static void page(WireMockServer recorded, String after, List<?> items, String last) {
    recorded.stubFor(
        get(urlPathEqualTo(HOME))
            .withQueryParam("min_id", equalTo(after))
            .willReturn(
                okJson(items.toString())
                    .withHeader("Link", "<" + HOME + "?min_id=" + last + ">; rel=\"prev\"")));
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) {
    Duration seldom = Duration.ofHours(1);
    var settings = new MastodonSettings("town", address, TOKEN, null, seldom, seldom, false, null);
    return new MastodonConnector(
        settings,
        new MastodonApi(client, address, settings.credential()),
        ItemStore.open(folder.resolve("items-" + connectors++)),
        InstantSource.system());
  }
}
