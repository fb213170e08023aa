package dev.kith.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.SourceException.Refused;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A credential of one server. It is sent to no other origin, also after a redirect. */
public final class Credential {
  private final Origin origin;
  private final AuthorizationScheme scheme;
  private final Secret secret;

  /** Makes the value of the Authorization header from the secret. */
  private interface AuthorizationScheme {
    String header(String secret);
  }

  private Credential(URI server, AuthorizationScheme scheme, Secret secret) {
    this.origin = Origin.of(server);
    this.scheme = scheme;
    this.secret = secret;
  }

  /** A bearer token (RFC 6750). */
  public static Credential bearer(URI server, Secret token) {
    return new Credential(server, value -> "Bearer " + value, token);
  }

  /** User name and password, as basic authentication (RFC 7617). */
  public static Credential basic(URI server, String user, Secret password) {
    return new Credential(
        server,
        value ->
            "Basic " + Base64.getEncoder().encodeToString((user + ":" + value).getBytes(UTF_8)),
        password);
  }

  boolean belongsTo(Origin other) {
    return origin.equals(other);
  }

  String header() throws Refused {
    return scheme.header(secret.read());
  }

  /** SHA-256 of the header in hexadecimal: distinguishes credentials without storing them. */
  static String fingerprint(String header) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(header.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Credential[hidden]";
  }
}
