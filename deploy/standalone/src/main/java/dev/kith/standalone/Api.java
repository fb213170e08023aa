package dev.kith.standalone;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.standalone.services.Progress;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks the running services. */
final class Api implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONG_WORK = Duration.ofHours(6);
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;

  Api(String url) {
    this.url = url;
  }

  /**
   * Nothing while the services cannot tell, for example because a part is just being started again.
   */
  Optional<Progress> progress() {
    try {
      HttpResponse<String> answer = send("/standalone/progress");
      return answer.statusCode() == 200
          ? Optional.of(JSON.readValue(answer.body(), Progress.class))
          : Optional.empty();
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  /** The answer's JSON, or the refusal that the problem in it spells out. */
  JsonNode get(String path, String question) {
    try {
      HttpResponse<String> answer =
          send(path + "?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new Refusal(json.path("detail").asText(json.path("title").asText(answer.body())));
      }
      return json;
    } catch (IOException failure) {
      throw new Refusal("Kith does not answer at " + url + ": " + failure.getMessage(), failure);
    }
  }

  List<String> indices() {
    return Arrays.asList(read(request("/standalone/indices").build(), String[].class));
  }

  /** Returns the number of records when the index is complete. */
  long reindex(String index) {
    HttpRequest request =
        request("/standalone/indices/" + index)
            .timeout(LONG_WORK)
            .POST(BodyPublishers.noBody())
            .build();
    return read(request, Long.class);
  }

  private <T> T read(HttpRequest request, Class<T> type) {
    try {
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() != 200) {
        throw new Refusal("Kith answers " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readValue(answer.body(), type);
    } catch (IOException failure) {
      throw new Refusal("Kith does not answer at " + url + ": " + failure.getMessage(), failure);
    }
  }

  private HttpResponse<String> send(String path) throws IOException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", hurried);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
