package dev.kith.ingest.testkit.snac;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP forward proxy that stands in for DNS: servers of a test reach each other by names such as
 * {@code town.example}, though each listens on a port of this machine.
 */
public final class HostRouter implements AutoCloseable {
  private static final int LONGEST_HEAD = 64 * 1024;

  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final ServerSocket listener;

  private HostRouter(ServerSocket listener) {
    this.listener = listener;
  }

  /** Starts a router that knows no host yet. */
  public static HostRouter start() throws IOException {
    var router = new HostRouter(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(router::accept);
    return router;
  }

  /** From now on, requests to the host go to the port of this machine. */
  public void route(String host, int port) {
    ports.put(host, port);
  }

  /** The address of the proxy, as {@code http_proxy} wants it. */
  public String address() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> forward(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  /** One request per connection, so that every request is routed by its own host. */
  private void forward(Socket client) {
    try (client) {
      String[] head = head(client.getInputStream()).split("\r\n", 2);
      String[] request = head[0].split(" ", 3); // POST http://town.example/inbox HTTP/1.1
      String[] address = request[1].replaceFirst("^http://", "").split("/", 2);
      Integer port = ports.get(address[0]);
      if (port == null) {
        client.getOutputStream().write("HTTP/1.1 502 No such host\r\n\r\n".getBytes(ISO_8859_1));
        return;
      }
      try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String path = address.length > 1 ? address[1] : "";
        String begin = request[0] + " /" + path + " HTTP/1.1\r\nConnection: close\r\n";
        String fields = head[1].replaceAll("(?im)^(Proxy-)?Connection:[^\r]*\r\n", "");
        server.getOutputStream().write((begin + fields).getBytes(ISO_8859_1));
        Thread.ofVirtual().start(() -> copy(client, server));
        server.getInputStream().transferTo(client.getOutputStream());
      }
    } catch (IOException | RuntimeException cut) {
      // one of the two servers was stopped, or speaks no HTTP: the other sees a cut connection
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // the answer is complete
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (head.size() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
