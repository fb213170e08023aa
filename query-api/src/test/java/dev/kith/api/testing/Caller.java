package dev.kith.api.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** A client of the service over HTTP. */
public final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /** A client of the service at an address. */
  public Caller(String base) {
    this.base = base;
  }

  /** The JSON of a successful response. */
  public JsonNode ask(String path, String... parameters) {
    Answer answer = get(path, parameters);
    if (answer.status() != 200) {
      throw new AssertionError(path + List.of(parameters) + ": " + answer);
    }
    return answer.json();
  }

  /** The response, whatever its status; parameters are names and values in turn. */
  public Answer get(String path, String... parameters) {
    return send(question(path, parameters));
  }

  /** The response within a time; fails if there is none. */
  public Answer get(Duration within, String path, String... parameters) {
    return send(question(path, parameters).timeout(within));
  }

  private HttpRequest.Builder question(String path, String... parameters) {
    var url = new StringBuilder(base).append(path);
    for (int i = 0; i < parameters.length; i += 2) {
      url.append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(URI.create(url.toString())).GET();
  }

  /** The response to a JSON body. */
  public Answer post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The response to any request. */
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The URI of a path, for other requests. */
  public URI address(String path) {
    return URI.create(base + path);
  }

  /** The strings at a place in each element of a list. */
  public static List<String> texts(JsonNode list, String pointer) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(element -> element.at(pointer).asText())
        .toList();
  }

  /**
   * A response.
   *
   * @param status the HTTP status
   * @param body as received
   * @param response the whole response
   */
  public record Answer(int status, String body, HttpResponse<String> response) {
    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    /** A header; empty if there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }
}
