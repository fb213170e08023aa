package dev.kith.ingest.github.webhook;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the deliveries of a webhook. The cursor only counts pages. A delivery cannot be requested
 * again, so a page is retained until it is committed.
 */
public final class WebhookConnector implements Connector {
  private static final int KNOWN_PROFILES = 20_000;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Webhook webhook;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private final Map<Cursor, Pending> pending = new LinkedHashMap<>();

  /** A page and its deliveries. */
  private record Pending(Page page, List<WebhookDelivery> deliveries) {}

  public WebhookConnector(Webhook webhook) {
    this.webhook = webhook;
  }

  @Override
  public String network() {
    return GithubServer.NETWORK;
  }

  @Override
  public String source() {
    return webhook.server().source();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "what happened before the webhook was set up",
        "what happened while nobody answered, unless it is delivered again by hand",
        "reactions");
  }

  @Override
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public Page read(Cursor after) throws InterruptedException {
    Pending earlier = pending.get(after);
    if (earlier != null) {
      return earlier.page();
    }
    List<WebhookDelivery> taken = webhook.take(MOMENT);
    if (taken.isEmpty()) {
      return Page.empty(after);
    }
    Page page = page(taken, after);
    pending.put(after, new Pending(page, taken));
    return page;
  }

  private Page page(List<WebhookDelivery> taken, Cursor after) {
    List<Activity> activities = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    for (WebhookDelivery delivery : taken) {
      activities.addAll(delivery.mapping().activities());
      profiles.addAll(delivery.mapping().profiles());
    }
    long number = after.equals(Cursor.START) ? 0 : Long.parseLong(after.position());
    var next = new Cursor(Long.toString(number + 1));
    return new Page(activities, known.changed(profiles), List.of(), next, OptionalLong.empty());
  }

  /** Pages that were read before a committed page are committed as well. */
  @Override
  public void committed(Page page) {
    known.committed(page);
    if (pending.values().stream().noneMatch(each -> isSame(each.page(), page))) {
      return;
    }
    var earliest = pending.values().iterator();
    for (boolean isDone = false; !isDone; ) {
      Pending next = earliest.next();
      next.deliveries().forEach(delivery -> delivery.committed().complete(true));
      isDone = isSame(next.page(), page);
      earliest.remove();
    }
  }

  private static boolean isSame(Page one, Page other) {
    return one.next().equals(other.next());
  }

  @Override
  public void close() {
    webhook.close();
    for (Pending left : pending.values()) {
      left.deliveries().forEach(delivery -> delivery.committed().cancel(false));
    }
  }
}
