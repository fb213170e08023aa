package dev.kith.ingest.mastodon.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.ResourceRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gets an access token by the authorization code flow of OAuth 2.0 (RFC 6749, section 4.1):
 * register as an app, let the user open {@link #address} in a browser, then exchange the code that
 * the page shows by {@link #token}.
 */
public final class MastodonLogin {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
  private static final String SCOPE = "read";

  private final ConnectorHttpClient http;
  private final URI server;
  private final String id;
  private final String secret;

  private MastodonLogin(ConnectorHttpClient http, URI server, String id, String secret) {
    this.http = http;
    this.server = server;
    this.id = id;
    this.secret = secret;
  }

  /** Registers Kith as an app with the scope {@code read}. */
  public static MastodonLogin register(ConnectorHttpClient http, URI server)
      throws SourceException, InterruptedException {
    Map<String, String> app =
        Map.of("client_name", "Kith", "redirect_uris", OUT_OF_BAND, "scopes", SCOPE);
    JsonNode registered = post(http, server.resolve("/api/v1/apps"), "registration", app);
    return new MastodonLogin(
        http, server, field(registered, "client_id"), field(registered, "client_secret"));
  }

  /** The address that the user opens to log in; the page then shows a code. */
  public URI address() {
    String parameters =
        form(
            Map.of(
                "response_type", "code",
                "client_id", id,
                "redirect_uri", OUT_OF_BAND,
                "scope", SCOPE));
    return server.resolve("/oauth/authorize?" + parameters);
  }

  /**
   * Exchanges the code for an access token.
   *
   * @throws Refused if the code is wrong or has expired: the user starts again
   */
  public String token(String code) throws SourceException, InterruptedException {
    Map<String, String> parameters =
        Map.of(
            "grant_type", "authorization_code",
            "code", code.strip(),
            "client_id", id,
            "client_secret", secret,
            "redirect_uri", OUT_OF_BAND,
            "scope", SCOPE);
    return field(post(http, server.resolve("/oauth/token"), "token", parameters), "access_token");
  }

  private static JsonNode post(
      ConnectorHttpClient http, URI address, String name, Map<String, String> parameters)
      throws SourceException, InterruptedException {
    ResourceRequest request =
        ResourceRequest.of("POST", address, name)
            .body("application/x-www-form-urlencoded", form(parameters))
            .accepting("application/json");
    try {
      return JSON.readTree(http.send(request).text());
    } catch (JsonProcessingException e) {
      throw new Refused(name + ": expected JSON, found something else; check the server", null);
    }
  }

  private static String field(JsonNode response, String field) throws Refused {
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
