package dev.kith.ingest.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mastodon.api.MastodonApi;
import dev.kith.ingest.mastodon.feed.FeedPage;
import dev.kith.ingest.mastodon.feed.FeedPosition;
import dev.kith.ingest.mastodon.feed.ItemStore;
import dev.kith.ingest.mastodon.feed.KnownItem;
import dev.kith.ingest.mastodon.feed.Timelines;
import dev.kith.ingest.mastodon.mapping.AccountMapper;
import dev.kith.ingest.mastodon.mapping.JsonField;
import dev.kith.ingest.mastodon.mapping.MappingContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the timelines of an account, list by list, and from then on what is new in each. */
final class MastodonConnector implements Connector {
  private static final int MAX_KNOWN_PROFILES = 50_000;
  private static final int STREAM_FACTOR = 5;
  private static final Duration EVENT_WAIT = Duration.ofSeconds(1);
  private static final Duration MAX_SESSION_AGE = Duration.ofHours(1);

  private final MastodonSettings settings;
  private final MastodonApi api;
  private final ItemStore store;
  private final InstantSource clock;
  private final UserEvents events;
  private final KnownProfiles known = new KnownProfiles(MAX_KNOWN_PROFILES);
  private final Map<String, IdleFeed> idleFeeds = new HashMap<>();
  private @Nullable Session session;
  private boolean hasUncommittedEvents;

  MastodonConnector(
      MastodonSettings settings, MastodonApi api, ItemStore store, InstantSource clock) {
    this.settings = settings;
    this.api = api;
    this.store = store;
    this.clock = clock;
    this.events = new UserEvents(api, clock, settings.streaming());
  }

  /** A list that had nothing new after a position, and since when. */
  private record IdleFeed(FeedPosition position, Instant since) {}

  /** The state of server and user that is requested once per {@link #MAX_SESSION_AGE}. */
  private record Session(
      String domain, JsonNode reader, String account, List<String> lists, Instant since) {}

  @Override
  public String network() {
    return MappingContext.NETWORK;
  }

  @Override
  public String source() {
    return settings.name();
  }

  @Override
  public boolean isLongPolling() {
    return true;
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "posts of accounts that you do not follow, unless they mention you",
        "who took back a favourite or a boost of your posts",
        "when you favourited a post: the time of the post stands for it",
        "deletions of old posts on servers without streaming");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    MastodonCursor cursor = MastodonCursor.parse(after);
    store.settle(cursor.page());
    Timelines timelines = timelines();
    Optional<Page> eventPage = readEvents(timelines, cursor);
    if (eventPage.isPresent()) {
      return eventPage.get();
    }
    for (String name : timelines.names()) {
      FeedPosition from = cursor.position(name);
      if (isIdle(name, from)) {
        continue;
      }
      var found = new FeedPage(store, name);
      FeedPosition next = timelines.read(name, from, found);
      if (found.isEmpty() && next.equals(from)) {
        idleFeeds.put(name, new IdleFeed(from, clock.instant()));
      } else {
        return page(found, cursor.with(name, next), false);
      }
    }
    if (events.awaitNews(EVENT_WAIT)) {
      idleFeeds.keySet().removeIf(name -> !Timelines.isReadAsAWhole(name));
    }
    return readEvents(timelines, cursor).orElseGet(() -> Page.empty(after));
  }

  private boolean isIdle(String name, FeedPosition from) {
    IdleFeed idle = idleFeeds.get(name);
    Duration poll = events.isLive() ? settings.poll().multipliedBy(STREAM_FACTOR) : settings.poll();
    Duration pause = Timelines.isReadAsAWhole(name) ? settings.follows() : poll;
    return idle != null
        && idle.position().equals(from)
        && idle.since().plus(pause).isAfter(clock.instant());
  }

  private Optional<Page> readEvents(Timelines timelines, MastodonCursor cursor) {
    var found = new FeedPage(store, "stream");
    timelines.readEvents(events.edited(), events.deleted(), found);
    if (found.isEmpty()) {
      events.committed();
      return Optional.empty();
    }
    return Optional.of(page(found, cursor, true));
  }

  private Page page(FeedPage found, MastodonCursor cursor, boolean hasEvents) {
    MastodonCursor next = cursor.onNextPage();
    store.prepare(next.page(), found.facts());
    hasUncommittedEvents = hasEvents;
    return new Page(
        found.activities(),
        known.changed(found.profiles()),
        found.unreadable(),
        next.toCursor(),
        OptionalLong.empty(),
        found.ignored());
  }

  private Timelines timelines() throws SourceException, InterruptedException {
    Session now = session;
    if (now == null || now.since().plus(MAX_SESSION_AGE).isBefore(clock.instant())) {
      now = newSession();
      session = now;
    }
    var context =
        new MappingContext(
            settings.name(),
            now.domain(),
            now.account(),
            clock.instant(),
            status -> store.find(status).map(KnownItem::activity));
    return new Timelines(api, store, context, now.reader(), now.lists());
  }

  private Session newSession() throws SourceException, InterruptedException {
    String domain = domain();
    JsonNode reader = reader();
    var withoutReader =
        new MappingContext(
            settings.name(),
            domain,
            MappingContext.NO_READER,
            clock.instant(),
            status -> Optional.empty());
    String account = new AccountMapper(withoutReader).id(reader);
    return new Session(domain, reader, account, lists(), clock.instant());
  }

  private JsonNode reader() throws SourceException, InterruptedException {
    return api.object("/api/v1/accounts/verify_credentials", "own account");
  }

  /** The domain in account names, which may differ from the host of the server. */
  private String domain() throws SourceException, InterruptedException {
    Optional<JsonNode> instance = api.find("/api/v2/instance", "instance");
    if (instance.isEmpty()) {
      instance = api.find("/api/v1/instance", "instance");
    }
    URI server = settings.server();
    String host = server.getPort() < 0 ? server.getHost() : server.getAuthority();
    return instance
        .flatMap(stated -> JsonField.text(stated, "domain").or(() -> JsonField.text(stated, "uri")))
        .map(stated -> stated.replaceFirst("^https?://", "").replaceFirst("/.*", ""))
        .orElse(host);
  }

  /** The exclusive lists: the posts of all others are in the home timeline as well. */
  private List<String> lists() throws SourceException, InterruptedException {
    List<String> lists = new ArrayList<>();
    for (JsonNode list : api.page("/api/v1/lists", "lists").items()) {
      String id = list.path("id").asText("");
      if (list.path("exclusive").asBoolean() && id.matches("[\\w.-]+")) {
        lists.add(id);
      }
    }
    return lists;
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
    if (hasUncommittedEvents) {
      events.committed();
      hasUncommittedEvents = false;
    }
  }

  @Override
  public void close() {
    events.close();
    store.close();
  }
}
