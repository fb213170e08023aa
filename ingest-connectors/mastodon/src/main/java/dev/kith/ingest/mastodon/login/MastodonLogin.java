package dev.kith.ingest.mastodon.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Login;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets a token by the authorization code flow of OAuth 2: registers Kith at the server, lets the
 * owner open an address, and exchanges the code that the page shows.
 */
@Singleton
public final class MastodonLogin implements Login {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;
  private static final Pattern IN_ADDRESS = Pattern.compile("[?&](code|state)=([^&#]+)");

  private final ConnectorHttpClient http;

  /** With the client of all connectors. */
  public MastodonLogin(ConnectorHttpClient http) {
    this.http = http;
  }

  @Override
  public String network() {
    return "mastodon";
  }

  @Override
  public String secret() {
    return "token";
  }

  @Override
  public Pending begin(Map<String, String> settings) throws SourceException, InterruptedException {
    var server = new AuthorizationServer(http, address(settings.getOrDefault("server", "")));
    JsonNode registered = register(server);
    String verifier = server.hasPkce() ? random() : null;
    return new Request(
        server,
        AuthorizationServer.text(registered, "client_id"),
        AuthorizationServer.text(registered, "client_secret"),
        random(),
        verifier);
  }

  private static JsonNode register(AuthorizationServer server)
      throws SourceException, InterruptedException {
    try {
      return server.register();
    } catch (Refused refused) {
      throw new Refused("server: " + refused.getMessage(), refused);
    } catch (Unavailable failure) {
      throw new Unavailable("server: " + failure.getMessage(), failure);
    }
  }

  private static URI address(String server) throws Refused {
    if (!server.matches("https?://[^/?#@\\s]+/?")) {
      throw new Refused(
          "server: expected an address such as https://town.example, found "
              + (server.isEmpty() ? "none" : server.replaceFirst("//[^/]*@", "//…@")),
          null);
    }
    return URI.create(server);
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * An authorization request.
   *
   * @param state which the server repeats in the address of the page with the code
   * @param verifier of PKCE (RFC 7636); null where the server does not state that it knows it
   */
  private record Request(
      AuthorizationServer server,
      String id,
      String password,
      String state,
      @Nullable String verifier)
      implements Pending {

    @Override
    public URI address() {
      Map<String, String> parameters = new TreeMap<>();
      parameters.put("response_type", "code");
      parameters.put("client_id", id);
      parameters.put("redirect_uri", AuthorizationServer.OUT_OF_BAND);
      parameters.put("scope", AuthorizationServer.SCOPE);
      parameters.put("state", state);
      if (verifier != null) {
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
      }
      return server.authorization(parameters);
    }

    private static String challenge(String verifier) {
      try {
        return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    @Override
    public String secret(String code) throws SourceException, InterruptedException {
      Map<String, String> parameters = new TreeMap<>();
      parameters.put("grant_type", "authorization_code");
      parameters.put("code", plain(code.strip()));
      parameters.put("client_id", id);
      parameters.put("client_secret", password);
      parameters.put("redirect_uri", AuthorizationServer.OUT_OF_BAND);
      parameters.put("scope", AuthorizationServer.SCOPE);
      if (verifier != null) {
        parameters.put("code_verifier", verifier);
      }
      return server.token(parameters);
    }

    /** The code of an address, if it is the answer to this request. */
    private String plain(String code) throws Refused {
      Map<String, String> parameters = new TreeMap<>();
      Matcher each = IN_ADDRESS.matcher(code);
      while (each.find()) {
        parameters.put(each.group(1), URLDecoder.decode(each.group(2), UTF_8));
      }
      if (!parameters.getOrDefault("state", state).equals(state)) {
        throw new Refused(
            "expected the code of the login that was begun last, found one of another", null);
      }
      return parameters.getOrDefault("code", code);
    }

    /** Without secrets. */
    @Override
    public String toString() {
      return "Request[hidden]";
    }
  }
}
