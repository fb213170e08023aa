package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import dev.kith.ingest.http.Validators;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Requests to the REST API of one server with one token. */
public final class GithubApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final ConnectorHttpClient client;
  private final URI server;
  private final @Nullable Credential token;

  /**
   * The API of a server.
   *
   * @param server such as {@code https://api.github.com}
   * @param token null for public data, at 60 requests per hour
   */
  public GithubApi(ConnectorHttpClient client, URI server, @Nullable Credential token) {
    this.client = client;
    this.server = server;
    this.token = token;
  }

  /** Requests a page of a list; the response may be 304. */
  HttpExchange list(URI address, String name, Validators known)
      throws SourceException, InterruptedException {
    return client.send(request(address, name).changedSince(known));
  }

  /** Requests an object; a missing node if it no longer exists. */
  JsonNode object(URI address, String name) throws SourceException, InterruptedException {
    HttpExchange exchange = client.send(request(address, name).understanding(NOT_FOUND, GONE));
    return exchange.status() == NOT_FOUND || exchange.status() == GONE
        ? MissingNode.getInstance()
        : json(exchange, name);
  }

  JsonNode json(HttpExchange exchange, String name) throws Unavailable {
    try {
      return JSON.readTree(exchange.text());
    } catch (JsonProcessingException e) {
      throw new Unavailable("%s: expected JSON, found something else".formatted(name), null);
    }
  }

  URI at(String path) {
    String base = server.toString().replaceFirst("/+$", "");
    return URI.create(base + path);
  }

  private ResourceRequest request(URI address, String name) {
    return ResourceRequest.get(address, name)
        .with(token)
        .accepting("application/json")
        .header("X-GitHub-Api-Version", "2022-11-28");
  }
}
