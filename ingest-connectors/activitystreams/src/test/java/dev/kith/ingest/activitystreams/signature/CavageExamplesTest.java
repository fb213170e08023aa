package dev.kith.ingest.activitystreams.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.federation.ActorKeysTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signed requests of draft-cavage-http-signatures-12, appendix C. */
class CavageExamplesTest {
  private static final String KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
      6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
      Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
      oYi+1hqp1fIekaxsyQIDAQAB
      -----END PUBLIC KEY-----
      """;

  @ParameterizedTest
  @CsvSource({
    "(request-target) host date,"
        + "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iic"
        + "w3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=",
    "(request-target) host date content-type digest content-length,"
        + "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q"
        + "52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE="
  })
  void anExampleIsVerifiedUnderEitherNameOfItsAlgorithm(String covered, String signature)
      throws Exception {
    for (String algorithm : List.of("rsa-sha256", "hs2019", "")) {
      Map<String, List<String>> headers = new HashMap<>();
      headers.put("host", List.of("example.com"));
      headers.put("date", List.of("Sun, 05 Jan 2014 21:31:40 GMT"));
      headers.put("content-type", List.of("application/json"));
      headers.put("digest", List.of("SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="));
      headers.put("content-length", List.of("18"));
      headers.put(
          "signature",
          List.of(
              "keyId=\"Test\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
                  .formatted(algorithm, covered, signature)));
      var request =
          new SignedRequest(
              "POST",
              "/foo?param=value&pet=dog",
              headers,
              "{\"hello\": \"world\"}".getBytes(UTF_8));

      BodyDigest.check(request, "digest");
      assertThat(MessageSignature.of(request).isProvenBy(ActorKeysTest.publicKey(KEY))).isTrue();
    }
  }
}
