package dev.kith.ingest.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.webdav.DavChanges;
import dev.kith.ingest.webdav.DavClient;
import dev.kith.ingest.webdav.DavCollection;
import dev.kith.ingest.webdav.DavCollectionType;
import dev.kith.ingest.webdav.DavItem;
import dev.kith.ingest.webdav.SyncState;
import dev.kith.ingest.webdav.SyncedItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of a user on a CalDAV server (RFC 4791). Only what has changed is requested. The
 * objects are kept in the file of the source, so that recurring events are expanded again without
 * the server.
 */
final class CalDavCalendars implements CalendarResources {
  /** How many objects are requested at once. */
  private static final int BATCH = 200;

  /** How long the list of calendars counts. */
  private static final Duration COLLECTIONS_AGE = Duration.ofMinutes(10);

  private static final String FIELDS = "\n";

  private final DavClient client;
  private final URI url;
  private final List<String> names;
  private final PagedTable objects;
  private final PagedTable tokens;
  private final InstantSource clock;
  private final Map<String, SyncState> states = new HashMap<>();
  private SortedMap<String, String> versions = new TreeMap<>();
  private List<DavCollection> collections = List.of();
  private Instant listed = Instant.MIN;
  private boolean isLoaded;

  /**
   * A reader.
   *
   * @param names of the calendars to read; empty for all
   */
  CalDavCalendars(
      DavClient client, URI url, List<String> names, MeetingStore store, InstantSource clock) {
    this.client = client;
    this.url = url;
    this.names = names;
    this.objects = store.table("objects");
    this.tokens = store.table("tokens");
    this.clock = clock;
  }

  /**
   * An object as it is stored.
   *
   * @param collection address of its calendar
   * @param etag of its version
   */
  private record StoredObject(String collection, String etag, String body) {
    static StoredObject parse(String value) {
      String[] parts = value.split(FIELDS, 3);
      return new StoredObject(parts[0], parts[1], parts[2]);
    }

    String value() {
      return String.join(FIELDS, collection, etag, body);
    }
  }

  @Override
  public Listing list(long page) throws SourceException, InterruptedException {
    load();
    int remaining = 0;
    boolean isNoted = listCollections(page);
    for (DavCollection collection : collections) {
      String address = collection.address().toString();
      SyncState known = states.getOrDefault(address, SyncState.START);
      DavChanges changes = client.changes(collection, known, BATCH);
      remaining += changes.remaining();
      if (!changes.isEmpty() || !states.containsKey(address)) {
        note(address, changes, page);
        isNoted = true;
      }
      states.put(address, known.after(changes, Map.of()));
    }
    return new Listing(versions, remaining, isNoted);
  }

  /** The state as of the last page, from the file. */
  private void load() {
    if (isLoaded) {
      return;
    }
    Map<String, TreeMap<String, SyncedItem>> items = new HashMap<>();
    SortedMap<String, String> found = new TreeMap<>();
    objects.forEach(
        "",
        (href, value) -> {
          StoredObject object = StoredObject.parse(value);
          items
              .computeIfAbsent(object.collection(), _ -> new TreeMap<>())
              .put(href, new SyncedItem(object.etag(), ""));
          found.put(href, object.etag());
        });
    versions = found;
    states.clear();
    tokens.forEach("", (address, token) -> states.put(address, state(token, items.get(address))));
    listed = Instant.MIN;
    isLoaded = true;
  }

  private static SyncState state(String token, @Nullable Map<String, SyncedItem> items) {
    return new SyncState(
        token.isEmpty() ? null : token, new TreeMap<>(items == null ? Map.of() : items));
  }

  /** Lists the calendars from time to time; objects of one that is gone are gone. */
  private boolean listCollections(long page) throws SourceException, InterruptedException {
    if (clock.instant().isBefore(listed.plus(COLLECTIONS_AGE))) {
      return false;
    }
    collections =
        client.collections(url, DavCollectionType.CALENDAR).stream()
            .filter(each -> names.isEmpty() || names.contains(each.name()))
            .toList();
    listed = clock.instant();
    List<String> addresses = collections.stream().map(each -> each.address().toString()).toList();
    List<String> gone = states.keySet().stream().filter(each -> !addresses.contains(each)).toList();
    for (String address : gone) {
      SyncState state = states.remove(address);
      tokens.remove(address, page);
      if (state != null) {
        remove(state.items().keySet(), page);
      }
    }
    return !gone.isEmpty();
  }

  private void note(String address, DavChanges changes, long page) {
    SortedMap<String, String> next = new TreeMap<>(versions);
    for (DavItem item : changes.items()) {
      String body = item.body() == null ? "" : item.body();
      objects.put(item.href(), new StoredObject(address, item.etag(), body).value(), page);
      next.put(item.href(), item.etag());
    }
    versions = next;
    remove(changes.removed(), page);
    String token = changes.token();
    tokens.put(address, token == null ? "" : token, page);
  }

  private void remove(Iterable<String> hrefs, long page) {
    SortedMap<String, String> next = new TreeMap<>(versions);
    for (String href : hrefs) {
      objects.remove(href, page);
      next.remove(href);
    }
    versions = next;
  }

  @Override
  public byte @Nullable [] read(String resource) {
    return objects
        .get(resource)
        .map(value -> StoredObject.parse(value).body().getBytes(UTF_8))
        .orElse(null);
  }

  @Override
  public @Nullable String calendar(String resource) {
    String address =
        objects.get(resource).map(value -> StoredObject.parse(value).collection()).orElse("");
    return collections.stream()
        .filter(each -> each.address().toString().equals(address))
        .map(DavCollection::name)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void rewound() {
    isLoaded = false;
  }
}
