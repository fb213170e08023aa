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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks the running services. */
final class Api implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
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

  private HttpResponse<String> send(String path) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
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
