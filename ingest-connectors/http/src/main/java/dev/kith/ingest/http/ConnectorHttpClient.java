package dev.kith.ingest.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import dev.failsafe.function.CheckedSupplier;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all connectors of a process. It enforces the limits of {@link HttpSettings}
 * and the rate limits that servers state, follows redirects where that is safe, and classifies each
 * failure: wait, try again, or a person is needed. Safe for several threads.
 */
@Singleton
public final class ConnectorHttpClient {
  private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(30);
  private static final double JITTER = 0.5;

  private final HttpSettings settings;
  private final InstantSource clock;
  private final AddressGuard guard;
  private final HttpClient client;
  private final RateLimitBudgets budgets;

  /** A client with the limits of the configuration. */
  @Inject
  public ConnectorHttpClient(HttpSettings settings) {
    this(settings, InstantSource.system());
  }

  ConnectorHttpClient(HttpSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.guard = new AddressGuard(settings.privateHosts());
    this.budgets = new RateLimitBudgets(settings);
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Sends a request and reads the whole response. A repeatable request is repeated after a
   * temporary failure.
   *
   * @throws SourceException if the response is neither 2xx, 304 nor one that the request
   *     understands
   */
  public HttpExchange send(ResourceRequest request) throws SourceException, InterruptedException {
    return attempt(
        request,
        () -> {
          Opened opened = open(request);
          HttpResponse<InputStream> response = opened.response();
          try (InputStream body = response.body()) {
            return new HttpExchange(
                response.statusCode(),
                response.uri(),
                opened.isMoved(),
                response.headers(),
                BodyReader.read(body, response.headers(), settings.maxBodySize(), request));
          } catch (IOException e) {
            throw unavailable(request, e);
          }
        });
  }

  /** Opens a stream of server-sent events; the response timeout covers only its headers. */
  public EventSource openEvents(ResourceRequest request)
      throws SourceException, InterruptedException {
    ResourceRequest events = request.accepting("text/event-stream");
    HttpResponse<InputStream> response = attempt(events, () -> open(events).response());
    return new EventSource(events.toString(), response.body(), settings.idleTimeout());
  }

  /** Runs a call within the response timeout, and again after a temporary failure. */
  private <T> T attempt(ResourceRequest request, CheckedSupplier<T> call)
      throws SourceException, InterruptedException {
    RetryPolicy<T> retries =
        RetryPolicy.<T>builder()
            .handle(Unavailable.class)
            .withMaxRetries(request.isRepeatable() ? settings.retries() : 0)
            .withBackoff(settings.retryDelay(), maxRetryDelay())
            .withJitter(JITTER)
            .build();
    Timeout<T> timeout = Timeout.<T>builder(settings.responseTimeout()).withInterrupt().build();
    try {
      return Failsafe.with(retries).compose(timeout).get(call);
    } catch (TimeoutExceededException e) {
      throw new Unavailable(
          "%s: expected a whole response within %s, found a slower one"
              .formatted(request, settings.responseTimeout()),
          e);
    } catch (FailsafeException e) {
      throw unwrap(e);
    }
  }

  /** Failsafe requires a longest delay above the first one. */
  private Duration maxRetryDelay() {
    Duration first = settings.retryDelay();
    return first.compareTo(MAX_RETRY_DELAY) < 0 ? MAX_RETRY_DELAY : first.multipliedBy(2);
  }

  private static FailsafeException unwrap(FailsafeException wrapper)
      throws SourceException, InterruptedException {
    Throwable cause = wrapper.getCause();
    if (cause instanceof SourceException failure) {
      throw failure;
    }
    if (cause instanceof InterruptedException interruption) {
      Thread.interrupted(); // the exception replaces the flag
      throw interruption;
    }
    return wrapper;
  }

  /**
   * A response whose body is not yet read.
   *
   * @param isMoved whether there were redirects, and only permanent ones
   */
  private record Opened(HttpResponse<InputStream> response, boolean isMoved) {}

  private Opened open(ResourceRequest request) throws SourceException, InterruptedException {
    ResourceRequest current = request;
    boolean isPermanent = true;
    for (int redirects = 0; redirects <= settings.redirects(); redirects++) {
      HttpResponse<InputStream> response = sendOnce(current);
      if (!Redirect.is(response.statusCode())) {
        return new Opened(response, isPermanent && redirects > 0);
      }
      close(response);
      isPermanent = isPermanent && Redirect.isPermanent(response.statusCode());
      current = Redirect.follow(current, response);
    }
    throw new Refused(
        "%s: expected at most %d redirects, found more; set the address they lead to"
            .formatted(request, settings.redirects()),
        null);
  }

  private HttpResponse<InputStream> sendOnce(ResourceRequest request)
      throws SourceException, InterruptedException {
    guard.check(request.address());
    Credential credential = credentialOf(request);
    String authorization = credential == null ? null : credential.header();
    RateLimitBudget reserved = budgets.budget(request.address(), authorization);
    reserved.reserve(clock.instant());
    HttpResponse<InputStream> response;
    try {
      response = client.send(message(request, authorization), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unavailable(request, e);
    } finally {
      reserved.release();
    }
    RateLimitBudget budget =
        budgets.counted(request.address(), authorization, response.headers(), clock.instant());
    check(request, response, budget);
    return response;
  }

  /**
   * The JDK's client resolves the host again when it connects. The DNS cache of the JVM usually
   * returns the address that was checked. If its entry has expired in between, this second check
   * sees the address to which the client has connected.
   */
  private void check(
      ResourceRequest request, HttpResponse<InputStream> response, RateLimitBudget budget)
      throws SourceException, InterruptedException {
    try {
      guard.check(request.address());
      new ResponseStatus(request, response, budget, clock.instant()).check();
    } catch (SourceException failure) {
      close(response);
      throw failure;
    } catch (IOException e) {
      close(response);
      throw unavailable(request, e);
    }
  }

  private static @Nullable Credential credentialOf(ResourceRequest request) {
    Credential credential = request.credential();
    return credential != null && credential.belongsTo(Origin.of(request.address()))
        ? credential
        : null;
  }

  private HttpRequest message(ResourceRequest request, @Nullable String authorization) {
    String body = request.body();
    boolean isEncrypted = Origin.of(request.address()).isEncrypted();
    HttpRequest.Builder message =
        HttpRequest.newBuilder(request.address())
            // Without TLS the newer version would be negotiated by an upgrade that some servers
            // refuse.
            .version(isEncrypted ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .method(
                request.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .setHeader("User-Agent", settings.userAgent())
            .setHeader("Accept-Encoding", "gzip");
    if (!request.mediaTypes().isEmpty()) {
      message.setHeader("Accept", String.join(", ", request.mediaTypes()));
    }
    request.headers().forEach(message::setHeader);
    set(message, "If-None-Match", request.validators().etag());
    set(message, "If-Modified-Since", request.validators().lastModified());
    set(message, "Authorization", authorization);
    return message.build();
  }

  private static void set(HttpRequest.Builder message, String header, @Nullable String value) {
    if (value != null) {
      message.setHeader(header, value);
    }
  }

  /** An interrupt during a read arrives as an IOException, with the flag of the thread set. */
  private static SourceException unavailable(ResourceRequest request, IOException failure)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return new Unavailable(
        "%s: expected a whole response, found a failed connection (%s)"
            .formatted(request, failure.getClass().getSimpleName()),
        failure);
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException _) { // the body is not needed
      return;
    }
  }
}
