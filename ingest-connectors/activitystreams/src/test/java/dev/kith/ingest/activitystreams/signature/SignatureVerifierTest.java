package dev.kith.ingest.activitystreams.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.activitystreams.federation.ActorKeys;
import dev.kith.ingest.activitystreams.federation.ReadableDocuments;
import dev.kith.ingest.activitystreams.federation.RequestSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
  private static final String ANN = "https://far.example/users/ann";
  private static final String HOST = "town.example";
  private static final String TARGET = "/inbox/town";
  private static final String BODY = "{}";
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final ReadableDocuments documents = new ReadableDocuments();
  private final SignatureVerifier verifier =
      new SignatureVerifier(new ActorKeys(documents), InstantSource.fixed(NOW));
  private RequestSigner ann;

  @BeforeEach
  void publishAKey() throws Exception {
    ann = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, ann.document(""));
  }

  private String verify(Map<String, String> headers, String body) throws Exception {
    return verifier.verify(RequestSigner.received(headers, TARGET, body));
  }

  private void refused(Map<String, String> headers, String body, String reason) {
    assertThatThrownBy(() -> verify(headers, body))
        .isInstanceOf(InvalidSignatureException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void aSignedRequestNamesItsActor(String algorithm) throws Exception {
    ann = RequestSigner.create(ANN, algorithm);
    documents.put(ANN, ann.document(""));

    assertThat(verify(ann.cavage(HOST, TARGET, BODY, NOW), BODY)).isEqualTo(ANN);
    assertThat(verify(ann.rfc9421(HOST, TARGET, BODY, NOW), BODY)).isEqualTo(ANN);
  }

  @Test
  void anotherBodyIsRefused() throws Exception {
    refused(ann.cavage(HOST, TARGET, BODY, NOW), "{ }", "digest: expected the digest of the body");
    refused(ann.rfc9421(HOST, TARGET, BODY, NOW), "{ }", "content-digest: expected the digest");
  }

  @Test
  void aRequestToAnotherInboxOrHostIsRefused() throws Exception {
    for (var headers :
        List.of(
            ann.cavage(HOST, "/inbox/other", BODY, NOW),
            ann.rfc9421(HOST, "/inbox/other", BODY, NOW))) {
      refused(headers, BODY, "expected one that the actor's public key proves");
    }
    Map<String, String> moved = ann.rfc9421("other.example", TARGET, BODY, NOW);
    moved.put("Host", HOST);

    refused(moved, BODY, "expected one that the actor's public key proves");
  }

  @ParameterizedTest
  @CsvSource({"-PT13H", "PT2H"})
  void anOldRequestAndOneOfTheFutureAreRefused(Duration away) throws Exception {
    Instant at = NOW.plus(away);

    refused(ann.cavage(HOST, TARGET, BODY, at), BODY, "expected one of the last 12 hours");
    refused(ann.rfc9421(HOST, TARGET, BODY, at), BODY, "expected one of the last 12 hours");
  }

  @ParameterizedTest
  @CsvSource({
    "host date digest,the method",
    "(request-target) date digest,the host",
    "(request-target) host date,the digest of the body",
    "(request-target) host digest,the date"
  })
  void aSignatureThatCoversTooLittleIsRefused(String covered, String missing) throws Exception {
    Map<String, String> headers = ann.cavage(HOST, TARGET, BODY, NOW);
    headers.computeIfPresent(
        "Signature",
        (_, value) -> value.replaceFirst("headers=\"[^\"]*\"", "headers=\"" + covered + "\""));

    refused(headers, BODY, "expected one that covers " + missing);
  }

  @Test
  void aHeaderThatIsNoSignatureIsRefusedWithItsReason() throws Exception {
    refused(Map.of("Signature", "nonsense"), BODY, "expected created, found none");
    refused(Map.of("Signature", "sig1=:AA==:", "Signature-Input", "sig1=("), BODY, "a dictionary");
    refused(
        Map.of("Signature", "sig1=:AA==:", "Signature-Input", "sig2=();keyid=\"a\""),
        BODY,
        "a signature of the same name");
    refused(
        Map.of("Signature", "sig1=:AA==:", "Signature-Input", "sig1=(\"x-none\");keyid=\"a\""),
        BODY,
        "expected parts of this request, found \"x-none\"");
  }

  @Test
  void aNewKeyIsReadIfTheCachedOneDoesNotVerifyTheSignature() throws Exception {
    verify(ann.cavage(HOST, TARGET, BODY, NOW), BODY);
    RequestSigner renewed = RequestSigner.create(ANN, "Ed25519");
    documents.put(ANN, renewed.document(""));

    refused(renewed.cavage(HOST, TARGET, BODY, NOW), BODY, "public key proves");
  }
}
