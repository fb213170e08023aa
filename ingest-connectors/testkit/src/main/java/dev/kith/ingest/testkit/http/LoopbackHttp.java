package dev.kith.ingest.testkit.http;

import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.HttpSettings;
import java.time.Duration;
import java.util.List;

/** HTTP clients that may reach servers on this machine, with limits that a test can wait for. */
public final class LoopbackHttp {
  private LoopbackHttp() {}

  /** A client that repeats nothing. */
  public static ConnectorHttpClient client() {
    return client(0);
  }

  /** A client that repeats a request so often after a temporary failure. */
  public static ConnectorHttpClient client(int retries) {
    return new ConnectorHttpClient(settings(retries, Duration.ofSeconds(20), 8_000_000));
  }

  static HttpSettings settings(int retries, Duration timeout, int largestBody) {
    return new HttpSettings(
        null,
        Duration.ofSeconds(5),
        timeout,
        timeout,
        retries,
        Duration.ofMillis(10),
        largestBody,
        3,
        List.of("localhost", "127.0.0.1"),
        List.of("X-RateLimit-Remaining", "RateLimit-Remaining"),
        List.of("X-RateLimit-Reset", "RateLimit-Reset"));
  }
}
