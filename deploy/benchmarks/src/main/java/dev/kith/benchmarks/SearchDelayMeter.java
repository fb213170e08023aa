package dev.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Polls an index every 10 ms for expected ids, and measures when each is first found. */
final class SearchDelayMeter implements AutoCloseable {

  private static final long TIMEOUT_NANOS = 60_000_000_000L;

  private final String what;
  private final ElasticsearchHttpClient elastic;
  private final String index;
  private final ConcurrentMap<String, Long> expected = new ConcurrentHashMap<>();
  private final List<Double> milliseconds = new ArrayList<>();
  private final Thread searcher;
  private volatile boolean closed;

  SearchDelayMeter(String what, ElasticsearchHttpClient elastic, String index) {
    this.what = what;
    this.elastic = elastic;
    this.index = index;
    this.searcher = Thread.ofVirtual().start(this::search);
  }

  void expect(String id, long sent) {
    expected.put(id, sent);
  }

  private void search() {
    try {
      while (!closed) {
        look();
        Thread.sleep(10);
      }
    } catch (IOException failure) {
      System.err.println(what + ": " + failure.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException, InterruptedException {
    List<String> ids = List.copyOf(expected.keySet());
    if (ids.isEmpty()) {
      return;
    }
    String terms = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    String question =
        "{\"size\":10000,\"_source\":[\"id\"],\"query\":{\"terms\":{\"id\":[%s]}}}"
            .formatted(terms);
    JsonNode hits =
        elastic.send("POST", "/" + index + "/_search", question).path("hits").path("hits");
    long now = System.nanoTime();
    for (JsonNode hit : hits) {
      Long sent = expected.remove(hit.path("_source").path("id").asText());
      if (sent != null) {
        note((now - sent) / 1e6);
      }
    }
  }

  private synchronized void note(double delay) {
    milliseconds.add(delay);
  }

  /** Waits up to 60 s for the missing ids; returns the median and the 99th percentile in ms. */
  String summary() throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT_NANOS;
    while (!expected.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    return summary(expected.size());
  }

  private synchronized String summary(int missing) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s searchable after p50 %.0f ms, p99 %.0f ms (%d measured, %d missing)",
        what,
        at(sorted, 0.50),
        at(sorted, 0.99),
        sorted.size(),
        missing);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  @Override
  public void close() {
    closed = true;
    searcher.interrupt();
  }
}
