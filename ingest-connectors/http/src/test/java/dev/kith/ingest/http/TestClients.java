package dev.kith.ingest.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Clients with limits that a test can wait for. */
final class TestClients {
  static final String REMAINING = "X-RateLimit-Remaining";
  static final String RESET = "X-RateLimit-Reset";

  private TestClients() {}

  static HttpSettings settings(int retries, int maxBodySize, List<String> privateHosts) {
    return new HttpSettings(
        "ann@example.org",
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        retries,
        Duration.ofMillis(10),
        maxBodySize,
        3,
        privateHosts,
        List.of(REMAINING, "RateLimit-Remaining"),
        List.of(RESET, "RateLimit-Reset"));
  }

  /** A client that may reach this machine. */
  static ConnectorHttpClient client(InstantSource clock) {
    return new ConnectorHttpClient(settings(2, 100_000, List.of("localhost", "127.0.0.1")), clock);
  }
}
