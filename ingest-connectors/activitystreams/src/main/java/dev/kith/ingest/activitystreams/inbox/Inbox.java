package dev.kith.ingest.activitystreams.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.federation.OriginCheck;
import dev.kith.ingest.activitystreams.federation.OriginUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Accepts documents posted to one source, and responds once they are committed. Without a response
 * they can be posted again: the same id is the same activity.
 */
public final class Inbox {
  private final DocumentParser documents;
  private final DeliveryQueue deliveries;
  private final @Nullable BearerToken token;
  private final boolean federated;
  private final int largest;
  private final Duration timeout;
  private final Clock clock;

  Inbox(
      DocumentParser documents,
      DeliveryQueue deliveries,
      @Nullable BearerToken token,
      Limits limits,
      Clock clock) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.token = token;
    this.federated = limits.federated();
    this.largest = limits.largest();
    this.timeout = limits.timeout();
    this.clock = clock;
  }

  /**
   * Who may send what.
   *
   * @param federated whether actors of other servers may post with a signature
   * @param largest bytes of one request
   * @param timeout how long to wait until it is kept
   */
  record Limits(boolean federated, int largest, Duration timeout) {}

  /** Whether the caller may post here whatever it wants. */
  public boolean isAuthorized(String offered) {
    return token != null && token.isSameAs(offered);
  }

  /** Whether actors of other servers may post here with a signature. */
  boolean isFederated() {
    return federated;
  }

  /**
   * Reads a request and waits until what could be read is kept.
   *
   * @param batch whether each line is a document
   */
  InboxResult receive(byte[] body, boolean batch) throws InterruptedException {
    return body.length > largest
        ? new InboxResult.TooLarge(largest)
        : keep(batch ? readLines(body) : readOne(body, UnaryOperator.identity()), body.length);
  }

  /**
   * Reads a request that an actor has signed, and what else had to be read for it.
   *
   * @param check whether the actor may say that
   */
  InboxResult receive(byte[] body, OriginCheck check) throws InterruptedException {
    if (body.length > largest) {
      return new InboxResult.TooLarge(largest);
    }
    try {
      List<DocumentResult> outcomes = new ArrayList<>(readOne(body, check));
      for (JsonNode actor : check.related()) {
        byte[] document = actor.toString().getBytes(StandardCharsets.UTF_8);
        outcomes.addAll(readOne(document, UnaryOperator.identity()));
      }
      return keep(outcomes, body.length);
    } catch (OriginUnavailableException e) {
      return new InboxResult.Busy();
    }
  }

  private InboxResult keep(List<DocumentResult> outcomes, int length) throws InterruptedException {
    List<ParseOutcome> understood = new ArrayList<>();
    for (DocumentResult outcome : outcomes) {
      if (outcome.reading() instanceof ParseOutcome.Parsed) {
        understood.add(outcome.reading());
      }
    }
    if (understood.isEmpty()) {
      return new InboxResult.NothingReadable(outcomes);
    }
    boolean kept = isKept(new Delivery(understood, "inbox", length));
    return kept ? new InboxResult.Stored(outcomes) : new InboxResult.Busy();
  }

  private List<DocumentResult> readOne(byte[] body, UnaryOperator<ActivityStreamsObject> check) {
    List<ParseOutcome> readings = documents.read(body, now(), check);
    List<DocumentResult> outcomes = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      String place = readings.size() == 1 ? "document" : "item " + (i + 1);
      outcomes.add(new DocumentResult(place, readings.get(i)));
    }
    return outcomes;
  }

  private List<DocumentResult> readLines(byte[] body) {
    List<DocumentResult> outcomes = new ArrayList<>();
    int line = 1;
    int start = 0;
    for (int end = 0; end <= body.length; end++) {
      if (end == body.length || body[end] == '\n') {
        byte[] bytes = Arrays.copyOfRange(body, start, end);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
          String place = "line " + line;
          documents
              .read(bytes, now(), UnaryOperator.identity())
              .forEach(reading -> outcomes.add(new DocumentResult(place, reading)));
        }
        line++;
        start = end + 1;
      }
    }
    return outcomes;
  }

  private boolean isKept(Delivery delivery) throws InterruptedException {
    if (!deliveries.offer(delivery)) {
      return false;
    }
    try {
      return delivery.committed().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      deliveries.withdraw(delivery);
      return false;
    } catch (CancellationException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a delivery is kept or cancelled, it does not fail", e);
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
