package dev.kith.e2e.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/** The REST API of GitHub, as far as it is read for a user to whom nothing happens. */
final class GithubAccount implements PeerAccount {
  private final ProtectedHttpServer server;
  private String token = "s3cret-of-github-1";

  /**
   * @param port 0 for a free one
   */
  GithubAccount(int port) throws IOException {
    server = new ProtectedHttpServer(port, authorization(), GithubAccount::answer);
  }

  private String authorization() {
    return "Bearer " + token;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean isUser = exchange.getRequestURI().getPath().equals("/users/ann");
    byte[] json = (isUser ? "{\"login\": \"ann\", \"id\": 1}" : "[]").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, json.length);
    try (exchange) {
      exchange.getResponseBody().write(json);
    }
  }

  @Override
  public String network() {
    return "github";
  }

  @Override
  public List<String> settings(String secret) {
    return settings(server.address(), secret);
  }

  @Override
  public List<String> settingsElsewhere(String host, int port) {
    return settings("http://" + host + ":" + port, token);
  }

  private static List<String> settings(String address, String secret) {
    return List.of("user=ann", "server=" + address, "token=" + secret, "poll=1s");
  }

  @Override
  public String secretKey() {
    return "token";
  }

  @Override
  public String secret() {
    return token;
  }

  @Override
  public void renewSecret() {
    token = "s3cret-of-github-2";
    server.accept(authorization());
  }

  @Override
  public void close() {
    server.close();
  }
}
