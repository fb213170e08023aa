package dev.kith.ingest.calendar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.kith.ingest.Connector;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.testkit.http.HttpConnectorContract;
import dev.kith.ingest.webdav.DavClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class CalDavContractTest extends HttpConnectorContract {
  private static final String START = "<multistatus xmlns=\"DAV:\">";
  private static final Instant NOW = Instant.parse("2026-03-16T10:00:00Z");

  @TempDir private Path folder;

  @Override
  protected void serve(WireMockServer recorded) {
    recorded.stubFor(
        request("PROPFIND", urlPathEqualTo("/town/"))
            .willReturn(
                xml(
                    """
                    <response><href>/town/</href><propstat><prop>
                      <displayname>town</displayname>
                      <resourcetype>
                        <collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/>
                      </resourcetype>
                    </prop><status>HTTP/1.1 200 OK</status></propstat></response>
                    """)));
    recorded.stubFor(
        request("REPORT", urlPathEqualTo("/town/"))
            .withRequestBody(containing("sync-collection"))
            .willReturn(
                xml(
                    """
                    <response><href>/town/frogs.ics</href><propstat><prop>
                      <getetag>"1"</getetag>
                    </prop><status>HTTP/1.1 200 OK</status></propstat></response>
                    <sync-token>token-1</sync-token>
                    """)));
    recorded.stubFor(
        request("REPORT", urlPathEqualTo("/town/"))
            .withRequestBody(containing("calendar-multiget"))
            .willReturn(
                xml(
                    """
                    <response><href>/town/frogs.ics</href><propstat><prop>
                      <getetag>"1"</getetag>
                      <calendar-data xmlns="urn:ietf:params:xml:ns:caldav">BEGIN:VCALENDAR
                    VERSION:2.0
                    BEGIN:VEVENT
                    UID:frogs@example.org
                    DTSTAMP:20260101T000000Z
                    DTSTART:20260302T090000Z
                    ORGANIZER:mailto:bob@example.org
                    ATTENDEE:mailto:ann@example.org
                    END:VEVENT
                    END:VCALENDAR
                    </calendar-data>
                    </prop><status>HTTP/1.1 200 OK</status></propstat></response>
                    """)));
  }

  private static ResponseDefinitionBuilder xml(String responses) {
    return aResponse()
        .withStatus(207)
        .withHeader("Content-Type", "application/xml; charset=utf-8")
        .withBody(START + responses + "</multistatus>");
  }

  @Override
  protected Connector connector(URI address, ConnectorHttpClient client) throws Exception {
    URI url = address.resolve("/town/");
    CalendarSettings settings = TestSettings.of(null, url, "ann", TOKEN);
    Path file = Files.createTempDirectory(folder, "state").resolve("agenda.meetings");
    return new CalendarConnector(
        settings,
        store ->
            new CalDavCalendars(
                new DavClient(client, settings.credential()), url, List.of(), store, () -> NOW),
        file,
        () -> NOW,
        100);
  }
}
