package dev.kith.ingest.mastodon.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.EventSource;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the API of one server as one user. Links are followed as the server writes them, but only
 * on the configured server: the token is sent nowhere else.
 */
public final class MastodonApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NEWER = Pattern.compile("[?&](?:min_id|since_id)=([^&]+)");
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final ConnectorHttpClient http;
  private final URI server;
  private final Credential credential;

  /** The API of a server, used with a token. */
  public MastodonApi(ConnectorHttpClient http, URI server, Credential credential) {
    this.http = http;
    this.server = server;
    this.credential = credential;
  }

  /** An object that must exist. */
  public JsonNode object(String path, String name) throws SourceException, InterruptedException {
    return parse(http.send(request(server.resolve(path), name)));
  }

  /** An object, or nothing if the server no longer has it, or never had such a thing. */
  public Optional<JsonNode> find(String path, String name)
      throws SourceException, InterruptedException {
    HttpExchange exchange =
        http.send(request(server.resolve(path), name).understanding(NOT_FOUND, GONE));
    return exchange.status() == NOT_FOUND || exchange.status() == GONE
        ? Optional.empty()
        : Optional.of(parse(exchange));
  }

  /** A page of a list; a list that the server does not have is empty. */
  public ApiPage page(String path, String name) throws SourceException, InterruptedException {
    return page(server.resolve(path), name);
  }

  /** The page at an address that an earlier page has linked to. */
  public ApiPage page(URI address, String name) throws SourceException, InterruptedException {
    HttpExchange exchange = http.send(request(onServer(address), name).understanding(NOT_FOUND));
    JsonNode list = exchange.status() == NOT_FOUND ? JSON.createArrayNode() : parse(exchange);
    if (!list.isArray()) {
      throw new Unavailable(name + ": expected a list, found another JSON value", null);
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return new ApiPage(items, exchange.link("next"), position(exchange, items));
  }

  private URI onServer(URI address) {
    String query = address.getRawQuery();
    return server.resolve(address.getRawPath() + (query == null ? "" : "?" + query));
  }

  /** As the link to newer items states it: ids of a list's entries need not be those of items. */
  private static String position(HttpExchange exchange, List<JsonNode> items) {
    return exchange
        .link("prev")
        .map(link -> NEWER.matcher(String.valueOf(link.getRawQuery()).replaceFirst("^", "?")))
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .orElseGet(() -> items.isEmpty() ? "" : items.getFirst().path("id").asText(""));
  }

  /** The stream of what happens to the user from now on. */
  public EventSource stream() throws SourceException, InterruptedException {
    return http.openEvents(request(server.resolve("/api/v1/streaming/user"), "stream of events"));
  }

  private ResourceRequest request(URI address, String name) {
    return ResourceRequest.get(address, name).with(credential).accepting("application/json");
  }

  private static JsonNode parse(HttpExchange exchange) throws SourceException {
    try {
      return JSON.readTree(exchange.text());
    } catch (JsonProcessingException e) {
      throw new Unavailable("expected JSON of the Mastodon API, found something else", null);
    }
  }

  /** The text of an event as an object. */
  public static JsonNode parse(String event) throws Refused {
    try {
      return JSON.readTree(event);
    } catch (JsonProcessingException e) {
      throw new Refused("stream of events: expected JSON, found something else", null);
    }
  }
}
