package dev.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A minimal HTTP client of the Elasticsearch of a running Kith. */
public final class ElasticsearchHttpClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  public ElasticsearchHttpClient(int port) {
    this.url = "http://127.0.0.1:" + port;
  }

  /** Sends a JSON text, or no body if it is empty; returns the parsed response. */
  public JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(
        method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** Sends a body of bytes; returns the parsed response. */
  public JsonNode send(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    return send(method, path, BodyPublishers.ofByteArray(body));
  }

  private JsonNode send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(path + " answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
