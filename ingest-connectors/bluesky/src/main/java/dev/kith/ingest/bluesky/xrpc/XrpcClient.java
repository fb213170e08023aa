package dev.kith.ingest.bluesky.xrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls XRPC methods, and reads other JSON documents of the AT Protocol. */
public final class XrpcClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/json";

  private static final Integer[] REFUSALS = {400, 401, 404, 410};
  private static final Integer[] ABSENT = {404, 410};

  private final ConnectorHttpClient http;
  private final UnaryOperator<String> sites;

  /** A client on top of the HTTP client of all connectors. */
  public XrpcClient(ConnectorHttpClient http) {
    this(http, host -> "https://" + host);
  }

  /**
   * For hosts that are reached at other addresses.
   *
   * @param sites from the name of a host to the address of its site
   */
  public XrpcClient(ConnectorHttpClient http, UnaryOperator<String> sites) {
    this.http = http;
    this.sites = sites;
  }

  /**
   * A response of a server, success or refusal.
   *
   * @param status 200, or 400, 401, 404 or 410 if the server refuses the call
   * @param body JSON; missing if there is none
   */
  public record Answer(int status, JsonNode body) {
    /** Whether the call succeeded. */
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    /** Name of the error, such as {@code RepoNotFound}. */
    public String error() {
      String name = body.path("error").asText();
      return name.matches("[A-Za-z]{1,60}") ? name : "status " + status;
    }
  }

  /** Calls a query. */
  public Answer query(
      URI service, String method, Map<String, String> parameters, @Nullable Credential credential)
      throws SourceException, InterruptedException {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    String address = "/xrpc/" + method + (query.isEmpty() ? "" : "?" + query);
    return send(
        ResourceRequest.get(service.resolve(address), method)
            .with(credential)
            .understanding(REFUSALS)
            .accepting(MEDIA_TYPE));
  }

  /** Calls a procedure. */
  public Answer procedure(
      URI service, String method, @Nullable JsonNode input, @Nullable Credential credential)
      throws SourceException, InterruptedException {
    ResourceRequest request =
        ResourceRequest.of("POST", service.resolve("/xrpc/" + method), method)
            .with(credential)
            .understanding(REFUSALS)
            .accepting(MEDIA_TYPE);
    return send(input == null ? request : request.body(MEDIA_TYPE, input.toString()));
  }

  /** The address at which a host shows a well-known file (RFC 8615). */
  public URI wellKnown(String host, String file) {
    return URI.create(sites.apply(host) + "/.well-known/" + file);
  }

  /** Reads a JSON document at an address; the body is missing if there is none. */
  public Answer document(URI address, String name) throws SourceException, InterruptedException {
    return send(ResourceRequest.get(address, name).understanding(ABSENT));
  }

  /** Reads a text at an address. */
  public String text(URI address, String name) throws SourceException, InterruptedException {
    HttpExchange exchange = http.send(ResourceRequest.get(address, name));
    return exchange.text().strip();
  }

  private Answer send(ResourceRequest request) throws SourceException, InterruptedException {
    HttpExchange exchange = http.send(request);
    try {
      JsonNode body = JSON.readTree(exchange.body());
      return new Answer(exchange.status(), body);
    } catch (IOException e) {
      if (exchange.status() / 100 != 2) {
        return new Answer(exchange.status(), JsonNodeFactory.instance.missingNode());
      }
      throw new Unavailable(request + ": expected JSON, found text that is none", e);
    }
  }
}
