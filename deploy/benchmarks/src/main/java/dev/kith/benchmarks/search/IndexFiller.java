package dev.kith.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.benchmarks.ElasticsearchHttpClient;
import dev.kith.schemas.Index;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fills indices as the indexing step does, 50,000 documents at a time, so that it can be
 * interrupted and resumed.
 */
final class IndexFiller {
  private static final int AT_ONCE = 1_000;
  private static final int PIECE = 50_000;

  /** Settings while filling; a flush every 256 MB keeps the recovery at the next start short. */
  private static final String FILLING =
      """
      {"refresh_interval": "-1", "translog.durability": "async",
       "translog.flush_threshold_size": "256mb"}
      """;

  /** Settings after filling, the same as after set-up. */
  private static final String FILLED =
      """
      {"refresh_interval": "200ms", "translog.durability": "request",
       "translog.flush_threshold_size": null}
      """;

  private final ElasticsearchHttpClient elastic;
  private final FillProgressFile ledger;
  private final long deadline;

  /** Creates a filler that stops after {@code seconds}, at the end of a batch. */
  IndexFiller(ElasticsearchHttpClient elastic, FillProgressFile ledger, long seconds) {
    this.elastic = elastic;
    this.ledger = ledger;
    this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /**
   * Returns whether all documents are indexed now. Continues with the index that has the smallest
   * share of its documents, so that an interrupted world is a smaller world of the same
   * proportions.
   */
  boolean fill(List<IndexContents> stocks) throws Exception {
    for (IndexContents stock : stocks) {
      if (ledger.filled(stock) == 0) {
        create(stock.index());
      }
      settings(stock.index(), FILLING);
    }
    IndexContents next = behind(stocks);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      while (share(next) < 1 && System.nanoTime() < deadline) {
        fill(next, two);
        next = behind(stocks);
      }
    }
    settle(stocks);
    return share(next) == 1;
  }

  private IndexContents behind(List<IndexContents> stocks) {
    return stocks.stream().min(Comparator.comparingDouble(this::share)).orElseThrow();
  }

  private double share(IndexContents stock) {
    return (double) ledger.filled(stock) / stock.count();
  }

  /** Creates an index as set-up does, but its documents become searchable only after filling. */
  private void create(Index index) throws IOException, InterruptedException {
    elastic.send("DELETE", "/" + index.versioned(1) + "?ignore_unavailable=true", "");
    elastic.send(
        "PUT",
        "/" + index.versioned(1),
        "{\"settings\":{\"number_of_replicas\":0,\"index\":%s},\"mappings\":%s,\"aliases\":{\"%s\":{}}}"
            .formatted(text(Index.openSettings()), text(index.openMapping()), index.alias()));
  }

  private void settings(Index index, String settings) throws IOException, InterruptedException {
    elastic.send("PUT", "/" + index.alias() + "/_settings", "{\"index\":%s}".formatted(settings));
  }

  private void fill(IndexContents stock, ExecutorService two) throws Exception {
    long started = System.nanoTime();
    int from = ledger.filled(stock);
    int to = Math.min(stock.count(), from + PIECE);
    piece(stock, from, to, two);
    ledger.fill(stock, to);
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        "%s: %d of %d, %.0f/s%n", stock.index().alias(), to, stock.count(), (to - from) / seconds);
  }

  private void piece(IndexContents stock, int from, int to, ExecutorService two)
      throws InterruptedException, ExecutionException {
    List<Callable<@Nullable Void>> work = new ArrayList<>();
    for (int at = from; at < to; at += AT_ONCE) {
      int begin = at;
      int end = Math.min(to, at + AT_ONCE);
      work.add(() -> send(stock, begin, end));
    }
    for (Future<@Nullable Void> each : two.invokeAll(work)) {
      each.get();
    }
  }

  private @Nullable Void send(IndexContents stock, int from, int to)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream(1 << 20);
    for (int number = from; number < to; number++) {
      IndexDocument document = stock.documents().apply(number);
      body.write(action(document.id()));
      body.write(document.json());
      body.write('\n');
    }
    String path = "/" + stock.index().alias() + "/_bulk?filter_path=errors,items.*.error";
    JsonNode answer = elastic.send("POST", path, body.toByteArray());
    if (answer.path("errors").asBoolean()) {
      throw new IOException("refused: " + answer.path("items").path(0));
    }
    return null;
  }

  private static byte[] action(String id) {
    return "{\"index\":{\"_id\":\"%s\",\"version\":1,\"version_type\":\"external_gte\"}}\n"
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Makes all documents searchable, and waits until no segments are being merged. */
  private void settle(List<IndexContents> stocks) throws IOException, InterruptedException {
    for (IndexContents stock : stocks) {
      settings(stock.index(), FILLED);
      elastic.send("POST", "/" + stock.index().alias() + "/_flush", "");
    }
    while (merging() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(1_000);
    }
  }

  private int merging() throws IOException, InterruptedException {
    return elastic.send("GET", "/_stats/merge", "").at("/_all/total/merges/current").asInt();
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
