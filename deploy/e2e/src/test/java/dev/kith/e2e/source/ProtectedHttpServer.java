package dev.kith.e2e.source;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpPrincipal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An HTTP server that answers only to one value of the Authorization header. */
final class ProtectedHttpServer implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  private final HttpServer server;
  private volatile String authorization;

  /**
   * Starts it.
   *
   * @param port 0 for a free one
   */
  ProtectedHttpServer(int port, String authorization, HttpHandler handler) throws IOException {
    this.authorization = authorization;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", handler).setAuthenticator(new HeaderAuthenticator());
    server.start();
  }

  private final class HeaderAuthenticator extends Authenticator {
    @Override
    public Result authenticate(HttpExchange exchange) {
      if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        return new Success(new HttpPrincipal("ann", "test"));
      }
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
      return new Failure(UNAUTHORIZED);
    }
  }

  /** Where it listens. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on answers only to this header. */
  void accept(String header) {
    authorization = header;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
