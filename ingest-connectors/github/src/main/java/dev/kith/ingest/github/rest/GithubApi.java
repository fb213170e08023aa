package dev.kith.ingest.github.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.HttpExchange;
import dev.kith.ingest.http.ResourceRequest;
import dev.kith.ingest.http.Validators;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests to the REST API of one server, and to its GraphQL, with one token. */
public final class GithubApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What GitHub answers for the commits of a repository that has none. */
  private static final int CONFLICT = 409;

  /** Not found, gone, or withheld for legal reasons. */
  private static final Integer[] ABSENT = {404, 410, 451};

  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

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

  /** Whether requests are sent as somebody, as GraphQL demands. */
  boolean hasToken() {
    return token != null;
  }

  /**
   * What a list holds that is not known, if it has changed at all.
   *
   * @param limit of a list that is newest first: after so many items no further page is read
   */
  ListChanges changes(
      String path,
      String name,
      Validators known,
      ListChanges.Order order,
      int limit,
      Predicate<JsonNode> isKnown)
      throws SourceException, InterruptedException {
    HttpExchange page =
        client.send(request(at(path), name).changedSince(known).understanding(CONFLICT));
    Duration pause = pause(page);
    if (page.isNotModified() || page.status() == CONFLICT) {
      return new ListChanges(List.of(), known, pause);
    }
    Validators validators = page.validators();
    boolean isNewestFirst = order == ListChanges.Order.NEWEST_FIRST;
    List<JsonNode> items = new ArrayList<>();
    while (true) {
      boolean isReached = false;
      for (JsonNode item : json(page, name)) {
        boolean isOld = isKnown.test(item);
        isReached |= isOld;
        if (!isOld) {
          items.add(item);
        }
      }
      Optional<URI> next = page.link("next");
      boolean isEnough = isNewestFirst ? isReached || items.size() >= limit : !items.isEmpty();
      if (isEnough || next.isEmpty()) {
        return new ListChanges(isNewestFirst ? items.reversed() : items, validators, pause);
      }
      page = client.send(request(next.get(), name));
    }
  }

  /** All items of a list. */
  List<JsonNode> all(String path, String name) throws SourceException, InterruptedException {
    return changes(
            path,
            name,
            Validators.NONE,
            ListChanges.Order.NEWEST_FIRST,
            Integer.MAX_VALUE,
            item -> false)
        .items()
        .reversed();
  }

  private static Duration pause(HttpExchange exchange) {
    return exchange
        .header("X-Poll-Interval")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  /** The data that a GraphQL query returns. */
  JsonNode query(String query, Map<String, String> variables, String name)
      throws SourceException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("query", query);
    variables.forEach(body.putObject("variables")::put);
    ResourceRequest request =
        ResourceRequest.of("POST", graphql(), name)
            .with(token)
            .accepting("application/json")
            .body("application/json", body.toString());
    JsonNode answer = json(client.send(request), name);
    String error = answer.path("errors").path(0).path("type").asText("");
    if (error.equals("RATE_LIMITED")) {
      throw new Throttled(name + ": the server allows no further query now", USUAL_WAIT);
    }
    if (!answer.path("errors").isEmpty() || !answer.path("data").isObject()) {
      throw new Refused(
          ("%s: expected an answer, found %s; give the token read access to them, or set"
                  + " discussions to false")
              .formatted(name, error.matches("[A-Z_]{1,40}") ? error : "an error"),
          null);
    }
    return answer.path("data");
  }

  /** GitHub has it beside REST; GitHub Enterprise has REST at {@code /api/v3}. */
  private URI graphql() {
    return URI.create(at("").toString().replaceFirst("/api/v3$", "/api") + "/graphql");
  }

  /** One object; missing if it does not exist any more. */
  JsonNode object(String path, String name) throws SourceException, InterruptedException {
    HttpExchange exchange = client.send(request(at(path), name).understanding(ABSENT));
    return exchange.status() / 100 == 2 ? json(exchange, name) : MissingNode.getInstance();
  }

  private static JsonNode json(HttpExchange exchange, String name) throws Unavailable {
    try {
      return JSON.readTree(exchange.text());
    } catch (JsonProcessingException e) {
      throw new Unavailable("%s: expected JSON, found something else".formatted(name), null);
    }
  }

  private URI at(String path) {
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
