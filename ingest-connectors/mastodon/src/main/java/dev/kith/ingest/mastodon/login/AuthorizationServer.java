package dev.kith.ingest.mastodon.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.ResourceRequest;
import dev.kith.ingest.http.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** The OAuth endpoints of a server, which are those of Mastodon on all that speak its API. */
record AuthorizationServer(ConnectorHttpClient http, URI server) {
  /** The redirect address of programs without one: the page shows the code. */
  static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  static final String SCOPE = "read";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  /** Registers Kith as a program that may only read. */
  JsonNode register() throws SourceException, InterruptedException {
    return post(
        "/api/v1/apps",
        "registration",
        Map.of("client_name", "Kith", "redirect_uris", OUT_OF_BAND, "scopes", SCOPE));
  }

  /** Whether its metadata (RFC 8414) name PKCE with SHA-256; many servers have no metadata. */
  boolean hasPkce() throws InterruptedException {
    ResourceRequest request =
        ResourceRequest.get(
                server.resolve("/.well-known/oauth-authorization-server"), "OAuth metadata")
            .accepting("application/json");
    try {
      for (JsonNode method :
          JSON.readTree(http.send(request).text()).path("code_challenge_methods_supported")) {
        if (method.asText().equals("S256")) {
          return true;
        }
      }
      return false;
    } catch (SourceException | JsonProcessingException none) {
      return false;
    }
  }

  URI authorization(Map<String, String> parameters) {
    return server.resolve("/oauth/authorize?" + form(parameters));
  }

  /** A token for a code. It has been tried: snac gives one for any code. */
  String token(Map<String, String> parameters) throws SourceException, InterruptedException {
    String token = text(post("/oauth/token", "token", parameters), "access_token");
    var account =
        ResourceRequest.get(server.resolve("/api/v1/accounts/verify_credentials"), "account")
            .with(Credential.bearer(server, Secret.of("token", token, null)))
            .understanding(UNAUTHORIZED, FORBIDDEN, UNPROCESSABLE);
    if (http.send(account).status() / 100 != 2) {
      throw new Refused(
          "expected a token that "
              + account
              + " accepts, found another: open the address, permit Kith to read, and give its code",
          null);
    }
    return token;
  }

  private JsonNode post(String path, String name, Map<String, String> parameters)
      throws SourceException, InterruptedException {
    ResourceRequest request =
        ResourceRequest.of("POST", server.resolve(path), name)
            .body("application/x-www-form-urlencoded", form(parameters))
            .understanding(BAD_REQUEST, UNAUTHORIZED);
    var exchange = http.send(request);
    if (exchange.status() / 100 != 2) {
      throw new Refused(
          request + ": the server refuses it; if a code was given, it is wrong or too old", null);
    }
    try {
      return JSON.readTree(exchange.text());
    } catch (JsonProcessingException e) {
      throw new Refused(request + ": expected JSON, found something else; check server", null);
    }
  }

  static String text(JsonNode response, String field) throws Refused {
    String value = response.path(field).asText("");
    if (value.isEmpty()) {
      throw new Refused("expected " + field + " in the server's response, found none", null);
    }
    return value;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
