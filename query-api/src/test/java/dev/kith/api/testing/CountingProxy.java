package dev.kith.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Forwards requests to another server and records their paths. */
public final class CountingProxy implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final String target;
  private final HttpServer server;

  /** A proxy of the server at an address. */
  public CountingProxy(String target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::forward);
    server.start();
  }

  /** The address of the proxy. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths of all requests during an action. */
  public List<String> pathsDuring(Runnable action) {
    paths.clear();
    action.run();
    return List.copyOf(paths);
  }

  private void forward(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    paths.add(uri.getPath());
    var request =
        HttpRequest.newBuilder(URI.create(target + uri))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    answer(exchange, request.build());
  }

  private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      for (String header : List.of("Content-Type", "X-Elastic-Product")) {
        response
            .headers()
            .firstValue(header)
            .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
      }
      byte[] body = response.body();
      exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
