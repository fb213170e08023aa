package dev.kith.ingest.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;

/** What a PDS and a PLC directory say of Ann, and of Bob, who likes a post of hers. */
final class RecordedPds {
  static final String ANN = "did:plc:annannannannannannannann";
  static final String BOB = "did:plc:bobbobbobbobbobbobbobbob";
  private static final String POST = "app.bsky.feed.post";

  private RecordedPds() {}

  static void serve(WireMockServer server, String token) {
    server.stubFor(any(urlMatching("/xrpc/.*")).atPriority(9).willReturn(okJson("{}")));
    server.stubFor(
        get(urlMatching("/did:plc:.*/log/audit"))
            .willReturn(
                okJson(
                    """
                    [{"nullified": false, "operation": {"type": "plc_operation",
                      "services": {"atproto_pds": {"endpoint": "%s"}}}}]
                    """
                        .formatted(server.baseUrl()))));
    server.stubFor(
        get(urlPathEqualTo("/xrpc/com.atproto.sync.getLatestCommit"))
            .willReturn(okJson("{\"cid\": \"bafyx\", \"rev\": \"3jzfcijpj2z2c\"}")));
    server.stubFor(
        get(urlPathEqualTo("/xrpc/com.atproto.repo.listRecords"))
            .withQueryParam("repo", equalTo(ANN))
            .withQueryParam("collection", equalTo(POST))
            .withQueryParam("cursor", absent())
            .willReturn(
                okJson(
                    "{\"records\": ["
                        + written("1", "Frogs")
                        + ","
                        + written("2", "Ponds")
                        + "]}")));
    server.stubFor(
        post("/xrpc/com.atproto.server.createSession")
            .willReturn(
                okJson("{\"accessJwt\": \"%s\", \"refreshJwt\": \"%s\"}".formatted(token, token))));
    server.stubFor(
        get(urlPathEqualTo("/xrpc/app.bsky.notification.listNotifications"))
            .willReturn(
                okJson(
                    """
                    {"notifications": [{"uri": "at://%s/app.bsky.feed.like/7", "cid": "bafyx",
                      "record": {"subject": {"uri": "at://%s/%s/1"}},
                      "indexedAt": "2026-03-05T00:00:00.000Z"}]}
                    """
                        .formatted(BOB, ANN, POST))));
  }

  private static String written(String key, String text) {
    return """
    {"uri": "at://%s/%s/%s", "cid": "bafyx",
     "value": {"text": "%s", "createdAt": "2026-03-0%sT00:00:00Z"}}
    """
        .formatted(ANN, POST, key, text, key);
  }
}
