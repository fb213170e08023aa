package dev.kith.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.services.ReadingProgress;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The HTTP client of the running services. */
public final class ApiClient implements AutoCloseable {

  private static final int MIN_ERROR_STATUS = 300;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String url;
  private final Optional<String> token;

  public ApiClient(String url) {
    this(url, Optional.empty());
  }

  /**
   * A client of the API at an address.
   *
   * @param token the token that the API requires, if it does
   */
  public ApiClient(String url, Optional<String> token) {
    this.url = url;
    this.token = token;
  }

  /** A client of the services that run in a home; fails if none run. */
  public static ApiClient of(Home home) {
    return new ApiClient(home.requireUsable().requireUrl(), home.token());
  }

  /**
   * The progress; empty while the services cannot report it, for example during a restart of a
   * part.
   */
  public Optional<ReadingProgress> progress() {
    return fetch("/standalone/progress", ReadingProgress.class, TIMEOUT);
  }

  /** The same, with a timeout for callers that cannot wait long. */
  public Optional<ReadingProgress> progressWithin(Duration timeout) {
    return fetch("/standalone/progress", ReadingProgress.class, timeout);
  }

  /** The obstacles of the steps; empty while the services cannot report them. */
  public Optional<ReadingProgress.Troubles> troubles() {
    return fetch("/standalone/progress/troubles", ReadingProgress.Troubles.class, TIMEOUT);
  }

  private <T> Optional<T> fetch(String path, Class<T> type, Duration timeout) {
    try {
      HttpResponse<String> response = send(request(path).timeout(timeout));
      return response.statusCode() == 200
          ? Optional.of(JSON.readValue(response.body(), type))
          : Optional.empty();
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  /** The JSON of a response; an error status fails with the detail of its problem response. */
  public JsonNode get(String path, String query) {
    return get(path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** The same, for a path that includes its parameters. */
  public JsonNode get(String path) {
    return json(request(path));
  }

  /** The JSON of the response to a POST request; fails as {@link #get(String)}. */
  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  /** The JSON of the response to a PATCH request; fails as {@link #get(String)}. */
  public JsonNode patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  private JsonNode send(String method, String path, Object body) {
    try {
      String text = JSON.writeValueAsString(body);
      return json(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(text)));
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException("expected a body that can be written as JSON", invalid);
    }
  }

  /** Deletes a resource; fails as {@link #get(String)}. */
  public void delete(String path) {
    json(request(path).DELETE());
  }

  private JsonNode json(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = send(request);
      JsonNode json = JSON.readTree(response.body());
      if (response.statusCode() >= MIN_ERROR_STATUS) {
        throw new CommandException(
            json.path("detail").asText(json.path("title").asText(response.body())));
      }
      return json;
    } catch (IOException failure) {
      throw new CommandException(
          "Kith does not answer at " + url + ": " + failure.getMessage(), failure);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    token.ifPresent(some -> request.header("Authorization", "Bearer " + some));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
