package dev.kith.ingest.activitystreams;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what others hand over, by HTTP or on standard input. The cursor only counts pages: what was
 * handed over cannot be asked for again, so a page stays until it is kept.
 */
final class PushedConnector implements Connector {
  private static final int KNOWN_PROFILES = 50_000;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Origin origin;
  private final Deliveries deliveries;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private @Nullable Pending pending;

  PushedConnector(Origin origin, Deliveries deliveries) {
    this.origin = origin;
    this.deliveries = deliveries;
  }

  private record Pending(Cursor after, Page page, List<Delivery> deliveries) {}

  @Override
  public String network() {
    return origin.network();
  }

  @Override
  public String source() {
    return origin.source();
  }

  @Override
  public Page read(Cursor after) throws InterruptedException {
    if (pending != null && pending.after().equals(after)) {
      return pending.page();
    }
    if (pending != null) {
      kept(pending.page());
    }
    List<Delivery> taken = deliveries.take(MOMENT);
    if (taken.isEmpty()) {
      return Page.none(after);
    }
    Page page = page(taken, after);
    pending = new Pending(after, page, taken);
    return page;
  }

  private Page page(List<Delivery> taken, Cursor after) {
    var draft = new PageDraft();
    for (Delivery delivery : taken) {
      delivery.readings().forEach(reading -> draft.add(reading, delivery.place()));
    }
    return draft.page(known, following(after), OptionalLong.empty());
  }

  private static Cursor following(Cursor after) {
    long number = after.equals(Cursor.START) ? 0 : Long.parseLong(after.position());
    return new Cursor(Long.toString(number + 1));
  }

  @Override
  public void kept(Page page) {
    known.kept(page);
    if (pending != null && pending.page().next().equals(page.next())) {
      pending.deliveries().forEach(deliveries::kept);
      pending = null;
    }
  }

  @Override
  public void close() {
    deliveries.close();
    if (pending != null) {
      pending.deliveries().forEach(delivery -> delivery.kept().cancel(false));
    }
  }
}
