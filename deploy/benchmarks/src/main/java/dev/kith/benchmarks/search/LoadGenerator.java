package dev.kith.benchmarks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends queries from several callers at once; each sends its next query after the last response.
 */
final class LoadGenerator {
  private final HttpClient http = HttpClient.newHttpClient();
  private final QueryGenerator questions;
  private final String url;
  private final AtomicLong asked = new AtomicLong();

  LoadGenerator(QueryGenerator questions, int port) {
    this.questions = questions;
    this.url = "http://127.0.0.1:" + port;
  }

  /** Sends queries for a number of seconds; returns the latencies in milliseconds, sorted. */
  List<Double> ask(BenchmarkQuery question, int callers, int seconds) throws InterruptedException {
    var taken = new ConcurrentLinkedQueue<Double>();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      threads.add(Thread.ofVirtual().start(() -> askUntil(end, question, taken)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return taken.stream().sorted().toList();
  }

  private void askUntil(long end, BenchmarkQuery question, ConcurrentLinkedQueue<Double> taken) {
    while (System.nanoTime() < end) {
      long started = System.nanoTime();
      answer(questions.path(question, asked.incrementAndGet()));
      taken.add((System.nanoTime() - started) / 1e6);
    }
  }

  /** Returns the body of the response; throws if the status is not 200. */
  String answer(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
