package dev.kith.ingest.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Responds with recorded statuses as Mastodon pages them: at most two at a time, newest first,
 * after {@code min_id} the next ones.
 */
final class RecordedServer implements AutoCloseable {
  private static final int PAGE = 2;
  private static final Pattern MIN_ID = Pattern.compile("min_id=(\\d+)");

  private final HttpServer server;
  private final Map<String, List<JsonNode>> lists = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private volatile int status = 200;
  private volatile String next = "";
  private volatile String mediaType = "application/json";

  private RecordedServer(HttpServer server) {
    this.server = server;
  }

  static RecordedServer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var recorded = new RecordedServer(server);
    server.createContext("/", recorded::respond);
    server.start();
    return recorded;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a list has, oldest first. */
  void put(String path, List<JsonNode> items) {
    lists.put(path, List.copyOf(items));
  }

  /** How everything is answered from now on. */
  void respondWith(int newStatus, String newMediaType) {
    status = newStatus;
    mediaType = newMediaType;
  }

  /** Older items are said to be there from now on. */
  void linkTo(URI older) {
    next = "<" + older + ">; rel=\"next\", ";
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private synchronized void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestURI().toString());
    int code = status;
    String body = "[]";
    if (path.equals("/api/v1/accounts/verify_credentials")) {
      body = Statuses.account("ann").toString();
    } else if (path.equals("/api/v2/instance")) {
      body = "{\"domain\":\"town.example\"}";
    } else if (path.startsWith("/api/v1/statuses/")) {
      Optional<JsonNode> found = find(path.replaceFirst(".*/", ""));
      body = found.map(JsonNode::toString).orElse("{}");
      code = found.isPresent() ? status : 404;
    } else {
      body = page(exchange, path);
    }
    exchange.getResponseHeaders().add("Content-Type", mediaType);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Optional<JsonNode> find(String id) {
    return lists.values().stream()
        .flatMap(List::stream)
        .filter(item -> item.path("id").asText().equals(id))
        .findFirst();
  }

  /** The index of the first item after an id; 0 is before all. */
  private static int following(List<JsonNode> all, String id) {
    int from = 0;
    while (from < all.size() && all.get(from).path("id").asInt() <= Integer.parseInt(id)) {
      from++;
    }
    return from;
  }

  private String page(HttpExchange exchange, String path) {
    List<JsonNode> all = lists.getOrDefault(path, List.of());
    Matcher after = MIN_ID.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    int from = after.find() ? following(all, after.group(1)) : Math.max(0, all.size() - PAGE);
    List<JsonNode> page = all.subList(from, Math.min(all.size(), from + PAGE)).reversed();
    if (!page.isEmpty()) {
      String link =
          next + "<" + address() + path + "?min_id=" + page.getFirst().path("id").asText() + ">";
      exchange.getResponseHeaders().add("Link", link + "; rel=\"prev\"");
    }
    return page.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
