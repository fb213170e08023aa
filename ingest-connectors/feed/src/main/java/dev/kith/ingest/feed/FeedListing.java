package dev.kith.ingest.feed;

import dev.kith.ingest.feed.FeedChanges.Change;
import dev.kith.ingest.feed.FeedCursor.Position;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.ingest.feed.document.ParsedItem;
import dev.kith.ingest.feed.mapping.FeedActivity;
import dev.kith.ingest.feed.mapping.FeedItemMapper;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.schemas.Visibility;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items that a document lists now, and what has changed in them. */
final class FeedListing {
  private static final int MAX_COMMENT_FEEDS = 50;

  private final String document;
  private final FeedChanges changes;
  private final PublishedItems store;
  private final Position published;
  private final Map<String, Long> times = new LinkedHashMap<>();
  private final Map<String, String> comments = new LinkedHashMap<>();

  /**
   * An empty listing.
   *
   * @param document address of the document
   * @param published position up to which everything was published by an earlier reader whose file
   *     is lost
   */
  FeedListing(String document, FeedChanges changes, PublishedItems store, Position published) {
    this.document = document;
    this.changes = changes;
    this.store = store;
    this.published = published;
  }

  void add(
      ParsedFeed feed, FetchedDocument fetched, FeedSettings settings, @Nullable String repliesTo) {
    Visibility visibility = settings.user() == null ? Visibility.PUBLIC : Visibility.PRIVATE;
    var context =
        new FeedItemMapper.Context(
            settings.name(),
            settings.address(),
            repliesTo,
            visibility,
            Optional.ofNullable(feed.updated()).orElse(fetched.changed()));
    var mapper = new FeedItemMapper(context, feed);
    boolean hasComments =
        repliesTo == null && Optional.ofNullable(settings.comments()).orElse(feed.isWordPress());
    Set<String> hosts = hosts(settings, fetched, feed);
    for (ParsedItem item : feed.items()) {
      FeedActivity mapped = mapper.map(item);
      String id = mapped.activity().getId();
      if (times.putIfAbsent(id, mapped.activity().getAt().toEpochMilli()) == null) {
        changes.of(mapped, own(item.link(), hosts)).ifPresent(this::add);
        String replies = own(Optional.ofNullable(item.comments()).orElse(""), hosts);
        if (hasComments && !replies.isEmpty() && comments.size() < MAX_COMMENT_FEEDS) {
          comments.putIfAbsent(replies, id);
        }
      }
    }
    if (published.equals(Position.START)) {
      changes.setAside(feed.unreadable());
    }
  }

  private void add(Change change) {
    if (published.isAtOrAfter(change.at(), change.id())) {
      store.note(change.id(), change.published());
    } else {
      changes.add(change);
    }
  }

  /** Hosts whose pages say whether an item exists; an item may also link to somebody else. */
  private static Set<String> hosts(
      FeedSettings settings, FetchedDocument fetched, ParsedFeed feed) {
    URI url = settings.url();
    return url == null
        ? Set.of()
        : Stream.of(url.toString(), fetched.address().toString(), feed.link())
            .map(FeedListing::host)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String own(String address, Set<String> hosts) {
    return hosts.contains(host(address)) ? address : "";
  }

  private static String host(String address) {
    try {
      URI uri = new URI(address);
      boolean isHttp = uri.getScheme() != null && uri.getScheme().matches("(?i)https?");
      String host = uri.getHost();
      return isHttp && host != null ? host.toLowerCase(Locale.ROOT) : "";
    } catch (URISyntaxException noUri) {
      return "";
    }
  }

  /** The cursor with the feeds of comments of the items that are listed now. */
  FeedCursor withComments(FeedCursor cursor, String main) {
    Map<String, Position> documents = new LinkedHashMap<>();
    documents.put(main, cursor.position(main));
    comments.forEach(
        (address, activity) ->
            documents.put(
                address, cursor.documents().getOrDefault(address, Position.commentsOf(activity))));
    return new FeedCursor(cursor.page(), documents);
  }

  FeedChanges changes() {
    return changes;
  }

  String document() {
    return document;
  }

  /** The ids of all items. */
  List<String> ids() {
    return List.copyOf(times.keySet());
  }

  boolean contains(String id) {
    return times.containsKey(id);
  }

  /** Time of the oldest item, in milliseconds since 1970. */
  long oldest() {
    return times.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
  }
}
