package dev.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures bulk indexing alone: indexes the documents of the activities index again into an empty
 * index like it, with two concurrent requests of 2,000 documents.
 */
final class BulkIndexingBaseline {

  private static final String FROM = "kith-activities";
  private static final String TO = "kith-activities-999999";
  private static final int AT_ONCE = 2_000;

  private final ElasticsearchHttpClient elastic;
  private final List<String> requests;
  private long documents;

  /** Reads all documents first; the measurement does not include this. */
  BulkIndexingBaseline(int port) throws IOException, InterruptedException {
    this.elastic = new ElasticsearchHttpClient(port);
    this.requests = requests(elastic);
  }

  /** Indexes all documents and returns the rate in documents per second. */
  double rate() throws IOException, InterruptedException, ExecutionException {
    elastic.send("PUT", "/" + TO, "");
    try {
      long started = System.nanoTime();
      documents = sendAll();
      return documents / ((System.nanoTime() - started) / 1e9);
    } finally {
      elastic.send("DELETE", "/" + TO, "");
    }
  }

  /** Returns the number of documents that were indexed. */
  long documents() {
    return documents;
  }

  private static List<String> requests(ElasticsearchHttpClient elastic)
      throws IOException, InterruptedException {
    List<String> requests = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode hits =
          elastic
              .send(
                  "POST",
                  "/" + FROM + "/_search",
                  "{\"size\":%d,\"sort\":[{\"id\":\"asc\"}]%s}".formatted(AT_ONCE, after))
              .path("hits")
              .path("hits");
      if (hits.isEmpty()) {
        return requests;
      }
      requests.add(bulk(hits));
      after = ",\"search_after\":" + hits.path(hits.size() - 1).path("sort");
    }
  }

  private static String bulk(JsonNode hits) {
    StringBuilder body = new StringBuilder();
    for (JsonNode hit : hits) {
      body.append("{\"index\":{\"_id\":").append(hit.path("_id"));
      body.append(",\"version\":1,\"version_type\":\"external_gte\"}}\n");
      body.append(hit.path("_source")).append('\n');
    }
    return body.toString();
  }

  private long sendAll() throws InterruptedException, ExecutionException {
    long taken = 0;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<JsonNode>> work =
          requests.stream()
              .map(
                  body ->
                      (Callable<JsonNode>) () -> elastic.send("POST", "/" + TO + "/_bulk", body))
              .toList();
      for (Future<JsonNode> answer : two.invokeAll(work)) {
        taken += answer.get().path("items").size();
      }
    }
    return taken;
  }
}
