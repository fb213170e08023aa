package dev.kith.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few seconds whether the broker and the schema registry answer, so that a step that
 * stands still says which of them is in its way. A server that is frozen keeps its connections, so
 * nothing but an answer tells.
 */
public final class ServerProbe implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final KafkaSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private @Nullable Admin admin;
  private @Nullable Thread looking;
  private volatile Optional<String> trouble = Optional.empty();

  /** Of the servers of one workspace; looks at nothing before {@link #start}. */
  public ServerProbe(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Looks from now on until it is closed. */
  public synchronized void start() {
    if (looking == null) {
      looking = Thread.ofVirtual().name("server-probe").start(this::look);
    }
  }

  /** Which server did not answer when it was asked last, in one sentence. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void look() {
    try {
      while (true) {
        Optional<String> broker = broker();
        trouble = broker.isPresent() ? broker : registry();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is wrong with Kafka. */
  Optional<String> broker() throws InterruptedException {
    String where = "Kafka at " + settings.bootstrapServers();
    try {
      var options = new DescribeClusterOptions().timeoutMs((int) TIMEOUT.toMillis());
      var _ =
          admin()
              .describeCluster(options)
              .nodes()
              .get(TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException late) {
      return Optional.of(late(where));
    } catch (ExecutionException e) {
      return e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
          ? Optional.of(late(where))
          : Optional.of(where + ": " + e.getCause());
    } catch (KafkaException e) {
      return Optional.of(where + ": " + e.getMessage());
    }
  }

  private synchronized Admin admin() {
    Admin open = admin;
    if (open == null) {
      open = Admin.create(settings.client());
      admin = open;
    }
    return open;
  }

  /** What is wrong with the registry. Any answer of it will do, a refusal, too. */
  Optional<String> registry() throws InterruptedException {
    String address = settings.registry().split(",", 2)[0].strip();
    if (!address.startsWith("http")) {
      return Optional.empty();
    }
    String where = "the schema registry at " + address;
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
      http.send(request, BodyHandlers.discarding());
      return Optional.empty();
    } catch (SSLException answered) {
      return Optional.empty(); // the registry's own client knows its certificates
    } catch (java.net.http.HttpTimeoutException late) {
      return Optional.of(late(where));
    } catch (IOException e) {
      return Optional.of(where + " cannot be reached: " + e);
    }
  }

  private static String late(String where) {
    return "%s has not answered within %d s".formatted(where, TIMEOUT.toSeconds());
  }

  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.interrupt();
    }
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    http.shutdownNow();
  }
}
