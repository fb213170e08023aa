package dev.kith.ingest.contacts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.request;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.kith.ingest.Connector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a server may do to an address book with two cards. */
class ContactsHttpContractTest extends HttpConnectorContract {
  private static final String BOOK = "/ann/friends/";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-12-01T10:00:00Z"));

  @Override
  protected void serve(WireMockServer recorded) {
    String book = "<resourcetype><collection/><C:addressbook/></resourcetype>";
    String listed = etag("bob") + etag("cat");
    recorded.stubFor(request("PROPFIND", anyUrl()).willReturn(answer(resource("", book) + listed)));
    recorded.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("sync-collection"))
            .willReturn(answer(listed + "<sync-token>1</sync-token>")));
    recorded.stubFor(
        request("REPORT", anyUrl())
            .withRequestBody(containing("addressbook-multiget"))
            .willReturn(answer(card("bob") + card("cat"))));
  }

  private static String etag(String name) {
    return resource(name + ".vcf", "<getetag>\"1\"</getetag>");
  }

  private static String card(String name) {
    return resource(
        name + ".vcf", "<C:address-data>" + Cards.card(name, name) + "</C:address-data>");
  }

  private static String resource(String name, String property) {
    return """
    <response><href>%s%s</href><propstat><prop>%s</prop>
    <status>HTTP/1.1 200 OK</status></propstat></response>
    """
        .formatted(BOOK, name, property);
  }

  private static ResponseDefinitionBuilder answer(String content) {
    return aResponse()
        .withStatus(207)
        .withHeader("Content-Type", "application/xml; charset=utf-8")
        .withBody(
            "<multistatus xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:carddav\">"
                + content
                + "</multistatus>");
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) {
    var settings =
        new ContactsSettings(
            "friends",
            null,
            address.resolve(BOOK),
            "ann",
            TOKEN,
            null,
            "ann@example.org",
            null,
            Duration.ofMinutes(1));
    return ContactsConnectorFactory.connector(settings, client, settings.owner(), CLOCK);
  }
}
