package dev.kith.ingest.activitystreams;

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
 * Takes in what is posted to one source, and answers once it is kept. Whatever a caller does not
 * hear about can be posted again: the same id is the same activity.
 */
final class Inbox {
  private final Documents documents;
  private final Deliveries deliveries;
  private final Token token;
  private final int largest;
  private final Duration patience;
  private final Clock clock;

  Inbox(Documents documents, Deliveries deliveries, Token token, Limits limits, Clock clock) {
    this.documents = documents;
    this.deliveries = deliveries;
    this.token = token;
    this.largest = limits.largest();
    this.patience = limits.patience();
    this.clock = clock;
  }

  /**
   * What one caller may ask for.
   *
   * @param largest bytes of one request
   * @param patience how long to wait until it is kept
   */
  record Limits(int largest, Duration patience) {}

  /** Whether the caller may post here. */
  boolean admits(String offered) {
    return token.isSameAs(offered);
  }

  /**
   * Reads a request and waits until what could be read is kept.
   *
   * @param batch whether each line is a document
   */
  Receipt receive(byte[] body, boolean batch) throws InterruptedException {
    if (body.length > largest) {
      return new Receipt.TooLarge(largest);
    }
    List<Outcome> outcomes = batch ? readLines(body) : readOne(body);
    List<Reading> understood = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.reading() instanceof Reading.Understood) {
        understood.add(outcome.reading());
      }
    }
    if (understood.isEmpty()) {
      return new Receipt.NothingReadable(outcomes);
    }
    boolean kept = isKept(new Delivery(understood, "inbox", body.length));
    return kept ? new Receipt.Kept(outcomes) : new Receipt.Busy();
  }

  private List<Outcome> readOne(byte[] body) {
    List<Reading> readings = documents.read(body, now());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      String place = readings.size() == 1 ? "document" : "item " + (i + 1);
      outcomes.add(new Outcome(place, readings.get(i)));
    }
    return outcomes;
  }

  private List<Outcome> readLines(byte[] body) {
    List<Outcome> outcomes = new ArrayList<>();
    int line = 1;
    int start = 0;
    for (int end = 0; end <= body.length; end++) {
      if (end == body.length || body[end] == '\n') {
        byte[] bytes = Arrays.copyOfRange(body, start, end);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
          String place = "line " + line;
          documents
              .read(bytes, now())
              .forEach(reading -> outcomes.add(new Outcome(place, reading)));
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
      return delivery.kept().get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
