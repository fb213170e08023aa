package dev.kith.ingest.feed;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.feed.FeedChanges.Change;
import dev.kith.ingest.feed.FeedCursor.Position;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.ingest.feed.mapping.FeedItemMapper;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.ingest.feed.websub.WebSubSubscription;
import dev.kith.ingest.http.Validators;
import dev.kith.schemas.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a feed and the comments of its items, and from then on what has changed in them. */
final class FeedConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(FeedConnector.class);
  private static final int MAX_KNOWN_PROFILES = 20_000;

  /** How often the feed is requested without a condition. */
  private static final Duration UNCONDITIONAL_INTERVAL = Duration.ofHours(6);

  private final FeedSettings settings;
  private final DocumentClient client;
  private final DocumentFormat format;
  private final PublishedItems store;
  private final RemovalCheck removals;
  private final @Nullable WebSubSubscription hub;
  private final InstantSource clock;
  private final int pageSize;
  private final String main;
  private final KnownProfiles known = new KnownProfiles(MAX_KNOWN_PROFILES);
  private Instant lastUnconditional;
  private final Map<String, Instant> idleUntil = new HashMap<>();
  private final Set<String> recovered = new HashSet<>();
  private @Nullable Boolean isStoreLost;
  private @Nullable Unfinished unfinished;
  private @Nullable Pending pending;

  FeedConnector(
      FeedSettings settings,
      DocumentClient client,
      DocumentFormat format,
      PublishedItems store,
      @Nullable WebSubSubscription hub,
      InstantSource clock,
      int pageSize) {
    this.settings = settings;
    this.hub = hub;
    this.client = client;
    this.format = format;
    this.store = store;
    this.removals = new RemovalCheck(client, store, clock, settings.sweep());
    this.clock = clock;
    this.pageSize = pageSize;
    this.main = settings.address().toString();
    this.lastUnconditional = hub == null ? clock.instant() : Instant.MIN;
  }

  /** Reads a document in the format of the source. */
  interface DocumentFormat {
    ParsedFeed read(byte[] body, @Nullable String contentType, URI address) throws SourceException;
  }

  /** A document of which a page was read and more pages follow. */
  private record Unfinished(String document, FetchedDocument fetched) {}

  /** A page that has to be read again if it is not committed. */
  private record Pending(Cursor after, Page page) {}

  @Override
  public String network() {
    return FeedItemMapper.NETWORK;
  }

  @Override
  public String source() {
    return settings.name();
  }

  @Override
  public List<String> limitations() {
    return List.of(
        "what had left the feed before it was first read",
        "edits of items that have left the feed",
        "who has read or liked an item");
  }

  @Override
  public Page read(Cursor after) throws SourceException, InterruptedException {
    Pending last = pending;
    if (last != null && last.after().equals(after)) {
      return last.page();
    }
    FeedCursor cursor = FeedCursor.parse(after);
    store.settle(cursor.page());
    if (isStoreLost == null) {
      isStoreLost = store.isEmpty() && !after.equals(Cursor.START);
    }
    Page page = firstNews(cursor).orElseGet(() -> Page.empty(after));
    pending = page.isEmptyAfter(after) ? null : new Pending(after, page);
    return page;
  }

  private Optional<Page> firstNews(FeedCursor cursor) throws SourceException, InterruptedException {
    if (hub != null && hub.takePush()) {
      idleUntil.clear();
    }
    for (String document : documents(cursor)) {
      if (!isIdle(document)) {
        Optional<Page> page =
            isMain(document) ? read(document, cursor) : readComments(document, cursor);
        if (page.isPresent()) {
          return page;
        }
      }
    }
    var changes = new FeedChanges(store, source(), main, clock.instant());
    removals.sweep(changes);
    return changes.sorted().isEmpty()
        ? Optional.empty()
        : Optional.of(page(changes, changes.sorted(), cursor, Map.of(), 0));
  }

  private List<String> documents(FeedCursor cursor) {
    List<String> documents = new ArrayList<>(List.of(main));
    cursor.documents().keySet().stream().filter(each -> !isMain(each)).forEach(documents::add);
    return documents;
  }

  private boolean isMain(String document) {
    return document.equals(main);
  }

  private boolean isIdle(String document) {
    return idleUntil.getOrDefault(document, Instant.MIN).isAfter(clock.instant());
  }

  private void rest(String document) {
    idleUntil.put(document, clock.instant().plus(settings.poll()));
    recovered.add(document);
    unfinished = null;
  }

  /** Comments that cannot be read are left out until the next poll; the feed is read on. */
  private Optional<Page> readComments(String document, FeedCursor cursor)
      throws SourceException, InterruptedException {
    try {
      return read(document, cursor);
    } catch (Refused refused) {
      LOG.info("{}: {}", source(), refused.getMessage());
      rest(document);
      return Optional.empty();
    }
  }

  private Optional<Page> read(String document, FeedCursor cursor)
      throws SourceException, InterruptedException {
    Position position = cursor.position(document);
    FetchedDocument fetched = fetch(document, position);
    byte[] body = fetched.body();
    if (body == null) {
      subscribe();
      rest(document);
      return Optional.empty();
    }
    ParsedFeed feed = parse(fetched, body);
    if (isMain(document)) {
      announce(fetched, feed);
      subscribe();
    }
    var listing = listing(document, feed, fetched, position);
    List<Change> news = listing.changes().sorted();
    if (news.size() > pageSize) {
      unfinished = new Unfinished(document, fetched);
      List<Change> first = news.subList(0, pageSize);
      FeedCursor next = cursor.with(document, after(position, first));
      return Optional.of(page(listing.changes(), first, next, Map.of(), news.size() - pageSize));
    }
    removals.compare(listing, feed.isComplete());
    rest(document);
    return lastPage(document, cursor, listing, fetched);
  }

  private Optional<Page> lastPage(
      String document, FeedCursor cursor, FeedListing listing, FetchedDocument fetched) {
    List<Change> news = listing.changes().sorted();
    Position read = after(cursor.position(document), news);
    FeedCursor next = cursor.with(document, read.with(fetched.validators(), moved(fetched, read)));
    if (isMain(document)) {
      next = listing.withComments(next, main);
    } else if (fetched.isGone()) {
      next = next.without(document);
    }
    if (news.isEmpty() && listing.changes().unreadable().isEmpty() && next.equals(cursor)) {
      store.noteWindow(document, listing.ids());
      return Optional.empty();
    }
    return Optional.of(page(listing.changes(), news, next, Map.of(document, listing.ids()), 0));
  }

  private FetchedDocument fetch(String document, Position position)
      throws SourceException, InterruptedException {
    Unfinished last = unfinished;
    if (last != null && last.document().equals(document)) {
      return last.fetched();
    }
    String moved = position.movedTo();
    URI from = URI.create(moved == null ? document : moved);
    return isMain(document) ? client.feed(from, validators(position)) : client.comments(from);
  }

  /** Some programs, such as WordPress, state no change when an older item is removed. */
  private Validators validators(Position position) {
    if (lastUnconditional.isAfter(clock.instant().minus(UNCONDITIONAL_INTERVAL))) {
      return position.validators();
    }
    lastUnconditional = clock.instant();
    return Validators.NONE;
  }

  private void announce(FetchedDocument fetched, ParsedFeed feed) {
    Optional<URI> found =
        Optional.ofNullable(fetched.hub())
            .or(() -> Optional.ofNullable(feed.hub()).map(URI::create));
    if (hub != null && found.isPresent()) {
      String self = feed.self();
      hub.announce(found.get(), self == null ? fetched.address() : URI.create(self));
    }
  }

  /** A hub that does not answer is asked again later; the feed is polled anyway. */
  private void subscribe() throws InterruptedException {
    if (hub != null) {
      try {
        hub.renew();
      } catch (SourceException failure) {
        LOG.info("{}: {}", source(), failure.getMessage());
      }
    }
  }

  /** A permanent redirect is followed from now on, and a person is told. */
  private @Nullable String moved(FetchedDocument fetched, Position position) {
    if (!fetched.isMoved()) {
      return position.movedTo();
    }
    LOG.warn(
        "{}: the feed has moved for good to {}; it is read there, set url to it",
        source(),
        fetched.address().getHost() + fetched.address().getPath());
    return fetched.address().toString();
  }

  private ParsedFeed parse(FetchedDocument fetched, byte[] body) throws SourceException {
    return fetched.isGone()
        ? ParsedFeed.EMPTY
        : format.read(body, fetched.contentType(), fetched.address());
  }

  private FeedListing listing(
      String document, ParsedFeed feed, FetchedDocument fetched, Position position) {
    var changes = new FeedChanges(store, source(), document, fetched.changed());
    boolean isLost = Boolean.TRUE.equals(isStoreLost) && !recovered.contains(document);
    var listing =
        new FeedListing(
            document,
            changes,
            store,
            isLost && position.at() > Long.MIN_VALUE ? position : Position.START);
    listing.add(feed, fetched, settings, position.repliesTo());
    return listing;
  }

  private static Position after(Position position, List<Change> news) {
    return news.isEmpty() ? position : position.after(news.getLast().at(), news.getLast().id());
  }

  private Page page(
      FeedChanges changes,
      List<Change> news,
      FeedCursor cursor,
      Map<String, List<String>> windows,
      long remaining) {
    FeedCursor next = cursor.onNextPage();
    store.prepare(next.page(), changes.published(news), windows);
    List<Profile> profiles = news.stream().flatMap(change -> change.profiles().stream()).toList();
    return new Page(
        news.stream().map(Change::activity).toList(),
        known.changed(profiles),
        changes.unreadable(),
        next.toCursor(),
        remaining > 0 ? OptionalLong.of(remaining) : OptionalLong.empty());
  }

  @Override
  public void committed(Page page) {
    known.committed(page);
    pending = null;
  }

  @Override
  public void close() {
    store.close();
  }
}
