package dev.kith.api.testing;

import dev.kith.embedded.TestStack;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Indices of their own in a real Elasticsearch: the embedded one, or that of a property. */
public final class RealIndices {
  private final HttpClient http = HttpClient.newHttpClient();

  /** Where it is. */
  public final String url;

  /** What the names of these indices begin with. */
  public final String prefix = "kith-it-" + UUID.randomUUID().toString().substring(0, 8) + "-";

  /** Creates the indices as set-up does. */
  public RealIndices() {
    String given = System.getProperty("kith.test.elasticsearch");
    url = given == null ? TestStack.elasticsearchUrl() : given;
    for (Index index : new Indices(prefix).all()) {
      send(
          "PUT",
          "/" + index.versioned(1),
          "{\"settings\":{\"number_of_replicas\":0,\"index\":"
              + text(Index.openSettings())
              + "},\"mappings\":"
              + text(index.openMapping())
              + ",\"aliases\":{\""
              + index.alias()
              + "\":{}}}");
    }
  }

  /** Keeps documents, searchable at once. */
  public void keep(Documents documents) {
    String answer = send("POST", "/_bulk?refresh=true", documents.bulk(new Indices(prefix)));
    if (answer.contains("\"errors\":true")) {
      throw new IllegalStateException(answer);
    }
  }

  /** Removes the indices. */
  public void remove() {
    new Indices(prefix)
        .all()
        .forEach(
            index -> send("DELETE", "/" + index.versioned(1) + "?ignore_unavailable=true", ""));
  }

  private String send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
