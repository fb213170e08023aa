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
  private static final Pattern MIN_ID = Pattern.compile("[?&](?:min_id|since_id)=([^&]+)");
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

  /** An object; fails if it does not exist. */
  public JsonNode object(String path, String name) throws SourceException, InterruptedException {
    return parse(http.send(request(server.resolve(path), name)));
  }

  /** An object; empty if the server does not have it (404) or no longer has it (410). */
  public Optional<JsonNode> find(String path, String name)
      throws SourceException, InterruptedException {
    HttpExchange exchange =
        http.send(request(server.resolve(path), name).understanding(NOT_FOUND, GONE));
    return exchange.status() == NOT_FOUND || exchange.status() == GONE
        ? Optional.empty()
        : Optional.of(parse(exchange));
  }

  /** The first page of a list; empty if the server does not have the list. */
  public ApiPage page(String path, String name) throws SourceException, InterruptedException {
    return page(server.resolve(path), name);
  }

  /** The page at an address to which an earlier page links. */
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

  /** From the link to newer items, because entries of some lists have ids of their own. */
  private static String position(HttpExchange exchange, List<JsonNode> items) {
    return exchange
        .link("prev")
        .map(link -> MIN_ID.matcher(String.valueOf(link.getRawQuery()).replaceFirst("^", "?")))
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .orElseGet(() -> items.isEmpty() ? "" : items.getFirst().path("id").asText(""));
  }

  /** Opens the stream of the user's events; it starts with the next one. */
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

  /** Parses the data of an event. */
  public static JsonNode parse(String event) throws Refused {
    try {
      return JSON.readTree(event);
    } catch (JsonProcessingException e) {
      throw new Refused("stream of events: expected JSON, found something else", null);
    }
  }
}
