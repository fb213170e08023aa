package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerProbeTest {
  private static ServerProbe probe(String kafka, String registry) {
    return new ServerProbe(new KafkaSettings(kafka, registry, "kith.", Map.of()));
  }

  /** Takes connections and never says anything, as a frozen process does. */
  private static ServerSocket silent() throws Exception {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @Test
  void aSilentBrokerIsNamed() throws Exception {
    try (var silent = silent();
        var probe = probe("127.0.0.1:" + silent.getLocalPort(), "mock://registry")) {
      assertThat(probe.broker().orElse(""))
          .startsWith("Kafka at 127.0.0.1:" + silent.getLocalPort())
          .contains("has not answered within 3 s");
    }
  }

  @Test
  void aSilentRegistryIsNamed() throws Exception {
    try (var silent = silent();
        var probe = probe("127.0.0.1:1", "http://127.0.0.1:" + silent.getLocalPort())) {
      assertThat(probe.registry().orElse(""))
          .startsWith("the schema registry at http://127.0.0.1:" + silent.getLocalPort())
          .contains("has not answered within 3 s");
    }
  }

  @Test
  void aRegistryThatRefusesIsThere() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    try (var probe = probe("127.0.0.1:1", "http://127.0.0.1:" + server.getAddress().getPort())) {
      assertThat(probe.registry()).isEmpty();
    } finally {
      server.stop(0);
    }
  }
}
