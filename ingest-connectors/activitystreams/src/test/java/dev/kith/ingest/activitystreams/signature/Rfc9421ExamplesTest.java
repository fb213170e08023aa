package dev.kith.ingest.activitystreams.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.federation.ActorKeysTest;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signed requests of RFC 9421, appendix B.2. */
class Rfc9421ExamplesTest {
  private static final String RSA =
      """
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2
      +QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw3Ry53mm+
      oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHq
      gDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+bJ9cvSKADYdUAAN5W
      Utzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4
      aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN48V2pnDOkFV6+U9nV5oyc6XI
      2wIDAQAB
      """;
  private static final String ED25519 =
      "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

  private static final String MINIMAL =
      "();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"";
  private static final String SELECTIVE =
      "(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\")"
          + ";created=1618884473;keyid=\"test-key-rsa-pss\";tag=\"header-example\"";
  private static final String FULL =
      "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\""
          + " \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"";
  private static final String EDWARDS_CURVE =
      "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
          + ";created=1618884473;keyid=\"test-key-ed25519\"";

  private static MessageSignature signature(String input, String signature, String target)
      throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("host", List.of("example.com"));
    headers.put("date", List.of("Tue, 20 Apr 2021 02:07:55 GMT"));
    headers.put("content-type", List.of("application/json"));
    headers.put(
        "content-digest",
        List.of(
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwE"
                + "mTHWXvJwew==:"));
    headers.put("content-length", List.of("18"));
    headers.put("signature-input", List.of("sig=" + input));
    headers.put("signature", List.of("sig=:" + signature + ":"));
    var request =
        new SignedRequest("POST", target, headers, "{\"hello\": \"world\"}".getBytes(UTF_8));
    BodyDigest.check(request, "content-digest");
    return MessageSignature.of(request);
  }

  private static PublicKey key(String base64) throws Exception {
    return ActorKeysTest.publicKey(
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        MINIMAL
            + "|d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++w"
            + "gGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCb"
            + "zR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYz"
            + "uVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssi"
            + "nQ98Xw9Q==",
        SELECTIVE
            + "|LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKt"
            + "jvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1"
            + "rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/la"
            + "nkenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bX"
            + "TugEjHSw==",
        FULL
            + "|bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt6"
            + "83+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7K"
            + "sLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9Bm"
            + "zhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZ"
            + "KEgM4cUA=="
      })
  void anRsaPssSignatureIsVerified(String input, String signature) throws Exception {
    String target = "/foo?param=Value&Pet=dog";

    assertThat(signature(input, signature, target).isProvenBy(key(RSA))).isTrue();
    assertThat(signature(input, signature, target).isProvenBy(key(ED25519))).isFalse();
  }

  @Test
  void anEd25519SignatureIsVerifiedUnlessThePathDiffers() throws Exception {
    String signature =
        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";

    assertThat(signature(EDWARDS_CURVE, signature, "/foo?a").isProvenBy(key(ED25519))).isTrue();
    assertThat(signature(EDWARDS_CURVE, signature, "/bar").isProvenBy(key(ED25519))).isFalse();
  }
}
