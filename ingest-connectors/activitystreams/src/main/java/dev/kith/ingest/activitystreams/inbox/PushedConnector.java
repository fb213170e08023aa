package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.change.DocumentPageBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads documents that are pushed by HTTP or on standard input. The cursor only counts pages: a
 * delivery cannot be requested again, so a page is retained until it is committed.
 */
public final class PushedConnector implements Connector {
  private static final int KNOWN_PROFILES = 50_000;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final DocumentOrigin origin;
  private final DeliveryQueue deliveries;
  private final ChangeResolver changes;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private final Map<Cursor, Pending> pending = new LinkedHashMap<>();

  public PushedConnector(DocumentOrigin origin, DeliveryQueue deliveries, ChangeResolver changes) {
    this.origin = origin;
    this.deliveries = deliveries;
    this.changes = changes;
  }

  /** A page and what it was made of, until it is kept. */
  private record Pending(Page page, List<Delivery> deliveries) {}

  @Override
  public String network() {
    return origin.network();
  }

  @Override
  public String source() {
    return origin.source();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "what nobody sent to it, such as what happened before it was set up",
        "private messages between others");
  }

  @Override
  public Page read(Cursor after) throws InterruptedException {
    changes.open();
    Pending earlier = pending.get(after);
    if (earlier != null) {
      return earlier.page();
    }
    List<Delivery> taken = deliveries.take(MOMENT);
    if (taken.isEmpty()) {
      return Page.empty(after);
    }
    Page page = page(taken, after);
    pending.put(after, new Pending(page, taken));
    return page;
  }

  private Page page(List<Delivery> taken, Cursor after) {
    var draft = new DocumentPageBuilder(changes);
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
  public boolean isLongPolling() {
    return true;
  }

  /** Whatever was read before a kept page is kept as well: pages are kept in their order. */
  @Override
  public void committed(Page page) {
    known.committed(page);
    boolean isPending = pending.values().stream().anyMatch(each -> isSame(each.page(), page));
    var earliest = pending.values().iterator();
    for (boolean done = !isPending; !done && earliest.hasNext(); ) {
      Pending next = earliest.next();
      next.deliveries().forEach(deliveries::committed);
      done = isSame(next.page(), page);
      earliest.remove();
    }
  }

  private static boolean isSame(Page one, Page other) {
    return one.next().equals(other.next());
  }

  @Override
  public void close() {
    deliveries.close();
    for (Pending left : pending.values()) {
      left.deliveries().forEach(delivery -> delivery.committed().cancel(false));
    }
  }
}
