package dev.kith.ingest.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.ingest.github.mapping.EventMapper;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.Mapping;
import dev.kith.ingest.github.mapping.UnexpectedPayloadException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes payloads of one source and answers once they are committed. Every id depends on the payload
 * alone, so a payload that is delivered again changes nothing.
 */
public final class Webhook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_WAITING = 1_000;

  /** GitHub's timeout is 10 seconds. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(8);

  /** Events without a time; the time of the first arrival counts. */
  private static final Set<String> UNDATED = Set.of("membership", "organization");

  private final GithubServer server;
  private final EventMapper mapper;
  private final WebhookSecret secret;
  private final InstantSource clock;
  private final BlockingQueue<WebhookDelivery> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

  Webhook(GithubServer server, WebhookSecret secret, InstantSource clock) {
    this.server = server;
    this.mapper = new EventMapper(server);
    this.secret = secret;
    this.clock = clock;
  }

  /** The result of a delivery. */
  sealed interface Result {
    /** It is stored in Kafka. */
    record Stored(int activities) implements Result {}

    /** It has nothing to store. */
    record Ignored(String reason) implements Result {}

    /** Its payload is invalid. */
    record Unreadable(String reason) implements Result {}

    /** Its signature does not match. */
    record Forged() implements Result {}

    /** It could not be stored in time. */
    record Busy() implements Result {}
  }

  GithubServer server() {
    return server;
  }

  /**
   * Takes a payload in.
   *
   * @param event as GitHub names it
   * @param isForgejo whether Forgejo or Gitea has sent it
   */
  Result receive(byte[] body, String event, String signature, boolean isForgejo)
      throws InterruptedException {
    if (!secret.hasSigned(body, signature)) {
      return new Result.Forged();
    }
    try {
      JsonNode payload = JSON.readTree(body);
      Mapping mapping = isForgejo ? map(ForgejoEvent.of(event, payload)) : map(event, payload);
      return mapping.activities().isEmpty()
          ? new Result.Ignored(mapping.reason())
          : store(new WebhookDelivery(mapping));
    } catch (UnexpectedPayloadException unexpected) {
      return new Result.Unreadable(String.valueOf(unexpected.getMessage()));
    } catch (IOException invalid) {
      return new Result.Unreadable("expected JSON, found something else");
    }
  }

  private Mapping map(ForgejoEvent event) throws UnexpectedPayloadException {
    return map(event.name(), event.payload());
  }

  private Mapping map(String event, JsonNode payload) throws UnexpectedPayloadException {
    Optional<Instant> arrived =
        UNDATED.contains(event) ? Optional.of(clock.instant()) : Optional.empty();
    return mapper.map(event, payload, arrived);
  }

  private Result store(WebhookDelivery delivery) throws InterruptedException {
    if (!waiting.offer(delivery)) {
      return new Result.Busy();
    }
    try {
      delivery.committed().get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      return new Result.Stored(delivery.mapping().activities().size());
    } catch (TimeoutException | CancellationException e) {
      waiting.remove(delivery);
      return new Result.Busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a delivery is committed or cancelled, it does not fail", e);
    }
  }

  /** Takes the waiting deliveries, oldest first; waits for one if there is none. */
  List<WebhookDelivery> take(Duration moment) throws InterruptedException {
    List<WebhookDelivery> taken = new ArrayList<>();
    WebhookDelivery first = waiting.poll(moment.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      taken.add(first);
      waiting.drainTo(taken);
    }
    return taken;
  }

  /** Cancels the waiting deliveries. */
  void close() {
    List<WebhookDelivery> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(delivery -> delivery.committed().cancel(false));
  }
}
