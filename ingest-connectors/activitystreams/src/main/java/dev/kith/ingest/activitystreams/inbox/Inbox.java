package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
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

/**
 * Accepts documents posted to one source, and responds once they are committed. Without a response
 * they can be posted again: the same id is the same activity.
 */
public final class Inbox {
  private final DocumentParser documents;
  private final DeliveryQueue deliveries;
  private final BearerToken token;
  private final int largest;
  private final Duration timeout;
  private final Clock clock;

  Inbox(
      DocumentParser documents,
      DeliveryQueue deliveries,
      BearerToken token,
      Limits limits,
      Clock clock) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.token = token;
    this.largest = limits.largest();
    this.timeout = limits.timeout();
    this.clock = clock;
  }

  /**
   * The limits of one request.
   *
   * @param largest bytes of one request
   * @param timeout how long to wait until it is kept
   */
  record Limits(int largest, Duration timeout) {}

  /** Whether the caller may post here. */
  public boolean isAuthorized(String offered) {
    return token.isSameAs(offered);
  }

  /**
   * Reads a request and waits until what could be read is kept.
   *
   * @param batch whether each line is a document
   */
  InboxResult receive(byte[] body, boolean batch) throws InterruptedException {
    if (body.length > largest) {
      return new InboxResult.TooLarge(largest);
    }
    List<DocumentResult> outcomes = batch ? readLines(body) : readOne(body);
    List<ParseOutcome> understood = new ArrayList<>();
    for (DocumentResult outcome : outcomes) {
      if (outcome.reading() instanceof ParseOutcome.Parsed) {
        understood.add(outcome.reading());
      }
    }
    if (understood.isEmpty()) {
      return new InboxResult.NothingReadable(outcomes);
    }
    boolean kept = isKept(new Delivery(understood, "inbox", body.length));
    return kept ? new InboxResult.Stored(outcomes) : new InboxResult.Busy();
  }

  private List<DocumentResult> readOne(byte[] body) {
    List<ParseOutcome> readings = documents.read(body, now());
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
              .read(bytes, now())
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
