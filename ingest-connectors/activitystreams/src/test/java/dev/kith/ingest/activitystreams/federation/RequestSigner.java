package dev.kith.ingest.activitystreams.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.activitystreams.signature.SignedRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An actor who signs requests, in either form, and the document with the public key. */
public final class RequestSigner {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final String actor;
  private final KeyPair keys;

  private RequestSigner(String actor, KeyPair keys) {
    this.actor = actor;
    this.keys = keys;
  }

  /**
   * An actor with a new key.
   *
   * @param algorithm {@code RSA} or {@code Ed25519}
   */
  public static RequestSigner create(String actor, String algorithm)
      throws GeneralSecurityException {
    return new RequestSigner(actor, KeyPairGenerator.getInstance(algorithm).generateKeyPair());
  }

  public String keyId() {
    return actor + "#main-key";
  }

  /** The actor document, with these further fields. */
  public String document(String further) {
    String pem =
        "-----BEGIN PUBLIC KEY-----\\n"
            + BASE64.encodeToString(keys.getPublic().getEncoded())
            + "\\n-----END PUBLIC KEY-----\\n";
    return "{'type':'Person','id':'%s','publicKey':{'id':'%s','owner':'%s','publicKeyPem':'%s'}%s}"
        .formatted(actor, keyId(), actor, pem, further)
        .replace('\'', '"');
  }

  /** Headers of a request that is signed as Mastodon does it. */
  public Map<String, String> cavage(String host, String target, String body, Instant at)
      throws GeneralSecurityException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", host);
    headers.put("Date", date(at));
    headers.put("Digest", "SHA-256=" + digest(body));
    String base =
        "(request-target): post %s\nhost: %s\ndate: %s\ndigest: %s"
            .formatted(target, host, headers.get("Date"), headers.get("Digest"));
    headers.put(
        "Signature",
        "keyId=\"%s\",algorithm=\"hs2019\",headers=\"(request-target) host date digest\",signature=\"%s\""
            .formatted(keyId(), sign(base)));
    return headers;
  }

  /** Headers of a request that is signed by RFC 9421. */
  public Map<String, String> rfc9421(String host, String target, String body, Instant at)
      throws GeneralSecurityException {
    String parameters =
        "(\"@method\" \"@target-uri\" \"content-digest\");created=%d;keyid=\"%s\""
            .formatted(at.getEpochSecond(), keyId());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", host);
    headers.put("Content-Digest", "sha-256=:" + digest(body) + ":");
    String base =
        "\"@method\": POST\n\"@target-uri\": http://%s%s\n\"content-digest\": %s\n\"@signature-params\": %s"
            .formatted(host, target, headers.get("Content-Digest"), parameters);
    headers.put("Signature-Input", "sig1=" + parameters);
    headers.put("Signature", "sig1=:" + sign(base) + ":");
    return headers;
  }

  /** The request as an inbox receives it. */
  public static SignedRequest received(Map<String, String> headers, String target, String body) {
    Map<String, List<String>> received = new HashMap<>();
    headers.forEach((name, value) -> received.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return new SignedRequest("POST", target, received, body.getBytes(UTF_8));
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static String digest(String body) throws GeneralSecurityException {
    return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
  }

  private String sign(String base) throws GeneralSecurityException {
    boolean isRsa = keys.getPublic().getAlgorithm().equals("RSA");
    Signature signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(base.getBytes(UTF_8));
    return BASE64.encodeToString(signature.sign());
  }
}
