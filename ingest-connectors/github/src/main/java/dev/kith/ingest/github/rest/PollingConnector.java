package dev.kith.ingest.github.rest;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.github.mapping.GithubServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a source by REST; one that has come to rest is not requested again before its time. */
public final class PollingConnector implements Connector {
  private static final int KNOWN_PROFILES = 50_000;

  private final GithubServer server;
  private final PolledSource polled;
  private final Duration poll;
  private final InstantSource clock;
  private final KnownProfiles known = new KnownProfiles(KNOWN_PROFILES);
  private @Nullable Cursor resting;
  private Instant until = Instant.MIN;

  /**
   * A source.
   *
   * @param poll shortest time between two looks for news
   */
  public PollingConnector(
      GithubServer server, PolledSource polled, Duration poll, InstantSource clock) {
    this.server = server;
    this.polled = polled;
    this.poll = poll;
    this.clock = clock;
  }

  @Override
  public String network() {
    return GithubServer.NETWORK;
  }

  @Override
  public String source() {
    return server.source();
  }

  @Override
  public List<String> limitations() {
    return polled.limitations();
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    if (after.equals(resting) && clock.instant().isBefore(until)) {
      return Page.empty(after);
    }
    PageContent content = new PageContent();
    PolledSource.Progress progress = polled.read(after, content);
    Duration least = progress.pause();
    if (least != null) {
      resting = progress.next();
      until = clock.instant().plus(least.compareTo(poll) > 0 ? least : poll);
    }
    Page page = content.page(known, progress.next());
    return page.isEmptyAfter(after) ? Page.empty(after) : page;
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
  }
}
