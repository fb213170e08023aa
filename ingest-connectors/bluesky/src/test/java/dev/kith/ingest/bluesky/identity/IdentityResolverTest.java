package dev.kith.ingest.bluesky.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DID documents, TXT records and well-known files of made-up people. */
@Timeout(60)
class IdentityResolverTest {
  private static final String ANN = "did:plc:annannannannannannannann";
  private static final String BOB = "did:web:bob.example.org";

  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort())
          .build();

  private final Map<String, List<String>> texts = new HashMap<>();

  /** The site of a host is a folder of one server. */
  private IdentityResolver resolver() {
    var client = new XrpcClient(LoopbackHttp.client(), host -> SERVER.baseUrl() + "/" + host);
    var handles = new HandleResolver(client, domain -> texts.getOrDefault(domain, List.of()), null);
    return new IdentityResolver(client, URI.create(SERVER.baseUrl()), handles);
  }

  private static void log(String... operations) {
    SERVER.stubFor(
        get("/" + ANN + "/log/audit").willReturn(okJson("[" + String.join(",", operations) + "]")));
  }

  private static String named(String handle, boolean isNullified) {
    return """
    {"nullified": %s, "operation": {"type": "plc_operation", "alsoKnownAs": ["at://%s"],
     "services": {"atproto_pds": {"endpoint": "https://pds.example.org"}}}}
    """
        .formatted(isNullified, handle);
  }

  private static void wellKnown(String handle, String did) {
    SERVER.stubFor(get("/" + handle + "/.well-known/atproto-did").willReturn(ok(did + "\n")));
  }

  @Test
  void aHandleIsVerifiedByTheTextRecordOfItsDomain() throws Exception {
    log(named("ann.example.org", false));
    texts.put("_atproto.ann.example.org", List.of("v=spf1 -all", "did=" + ANN));

    AccountIdentity ann = resolver().identity(ANN);

    assertThat(ann.handle()).isEqualTo("ann.example.org");
    assertThat(ann.isVerified()).isTrue();
    assertThat(ann.server()).isEqualTo(URI.create("https://pds.example.org"));
  }

  @Test
  void aHandleIsVerifiedByTheWellKnownFileOfItsDomain() throws Exception {
    log(named("ann.example.org", false));
    wellKnown("ann.example.org", ANN);

    assertThat(resolver().identity(ANN).isVerified()).isTrue();
    assertThat(resolver().did("@Ann.example.org")).isEqualTo(ANN);
  }

  @Test
  void textRecordsThatNameTwoAccountsNameNone() throws Exception {
    log(named("ann.example.org", false));
    texts.put("_atproto.ann.example.org", List.of("did=" + ANN, "did=" + BOB));
    wellKnown("ann.example.org", ANN);

    assertThat(resolver().identity(ANN).handle()).isNull();
  }

  @Test
  void aHandleWhoseDomainNamesAnotherAccountIsNotShown() throws Exception {
    log(named("ann.example.org", false));
    wellKnown("ann.example.org", BOB);

    assertThat(resolver().identity(ANN).handle()).isNull();
  }

  @Test
  void aHandleWhoseDomainDoesNotAnswerIsShownUnverified() throws Exception {
    log(named("ann.example.org", false));
    SERVER.stubFor(get("/ann.example.org/.well-known/atproto-did").willReturn(status(503)));

    AccountIdentity ann = resolver().identity(ANN);

    assertThat(ann.handle()).isEqualTo("ann.example.org");
    assertThat(ann.isVerified()).isFalse();
  }

  @Test
  void formerHandlesAreThoseOfEarlierDocumentsThatHold() throws Exception {
    log(
        named("annie.example.org", false),
        named("anna.example.org", true),
        named("lee.example.org", false),
        named("ann.example.org", false));
    wellKnown("ann.example.org", ANN);

    assertThat(resolver().identity(ANN).formerHandles())
        .containsExactly("lee.example.org", "annie.example.org");
  }

  @Test
  void theDocumentOfAWebDidIsOnItsHost() throws Exception {
    SERVER.stubFor(
        get("/bob.example.org/.well-known/did.json")
            .willReturn(
                okJson(
                    """
                    {"id": "did:web:bob.example.org", "alsoKnownAs": ["at://bob.example.org"],
                     "service": [{"id": "#atproto_pds",
                                  "serviceEndpoint": "https://pds.example.org"}]}
                    """)));
    wellKnown("bob.example.org", BOB);

    AccountIdentity bob = resolver().identity(BOB);

    assertThat(bob.handle()).isEqualTo("bob.example.org");
    assertThat(bob.isVerified()).isTrue();
    assertThat(bob.server()).isEqualTo(URI.create("https://pds.example.org"));
  }

  @Test
  void aDocumentOfAnotherWebDidCountsForNothing() throws Exception {
    SERVER.stubFor(
        get("/bob.example.org/.well-known/did.json")
            .willReturn(okJson("{\"id\": \"did:web:cat.example.org\"}")));

    assertThat(resolver().identity(BOB).server()).isNull();
  }

  @Test
  void aConfiguredHandleThatNamesNobodyNeedsAPerson() {
    assertThatThrownBy(() -> resolver().did("nobody.example.org"))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("check nobody.example.org");
  }
}
