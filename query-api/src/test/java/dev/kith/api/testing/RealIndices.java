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

/** New indices in a real Elasticsearch: the embedded one, or the one of a system property. */
public final class RealIndices {
  private final HttpClient http = HttpClient.newHttpClient();

  /** The address of Elasticsearch. */
  public final String url;

  /** The prefix of the names of these indices. */
  public final String prefix = "kith-it-" + UUID.randomUUID().toString().substring(0, 8) + "-";

  /** Creates the indices with the production mappings. */
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

  /** Writes documents, which are searchable at once. */
  public void keep(Documents documents) {
    String answer = send("POST", "/_bulk?refresh=true", documents.bulk(new Indices(prefix)));
    if (answer.contains("\"errors\":true")) {
      throw new IllegalStateException(answer);
    }
  }

  /** Deletes the indices. */
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
