package dev.kith.ingest.webdav;

import dev.kith.ingest.SourceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has changed in a collection: by the server's report of changes since a token if it has
 * one, otherwise by comparing the entity tags of all items.
 */
final class CollectionSync {
  private final DavRequests requests;

  CollectionSync(DavRequests requests) {
    this.requests = requests;
  }

  /** An item as it is listed: its entity tag, and the reference with which it can be requested. */
  private record Listed(String etag, String reference) {}

  /**
   * What a server has listed.
   *
   * @param items by their paths
   * @param removed paths that it says are gone
   * @param isWhole whether an item that is not listed is gone, too
   */
  private record Listing(
      NavigableMap<String, Listed> items,
      TreeSet<String> removed,
      boolean isWhole,
      @Nullable String token) {

    Listing(boolean isWhole) {
      this(new TreeMap<>(), new TreeSet<>(), isWhole, null);
    }

    Listing with(Multistatus part, URI collection) {
      for (DavResource resource : part.resources()) {
        boolean isCollection =
            resource.path().equals(collection.getPath())
                || resource.isA(DavRequests.COLLECTION)
                || resource.path().endsWith("/");
        if (!isCollection && resource.isMissing()) {
          items.remove(resource.path());
          removed.add(resource.path());
        } else if (!isCollection && resource.status() == 200) {
          items.put(resource.path(), new Listed(version(resource, part), resource.reference()));
          removed.remove(resource.path());
        }
      }
      return new Listing(items, removed, isWhole, part.syncToken());
    }

    /** A report of changes without entity tags says that each item has another version now. */
    private static String version(DavResource resource, Multistatus part) {
      return Fingerprints.of(
          resource
              .text(DavRequests.ETAG)
              .or(() -> resource.text(DavRequests.LAST_MODIFIED))
              .or(() -> Optional.ofNullable(part.syncToken()))
              .orElse(""));
    }
  }

  DavChanges changes(DavCollection collection, SyncState known, int limit)
      throws SourceException, InterruptedException {
    Listing listing = listing(collection, known.token());
    Map<String, Listed> changed = new TreeMap<>(listing.items());
    known.items().forEach((path, item) -> removeIfUnchanged(changed, path, item));
    List<Map.Entry<String, Listed>> next = changed.entrySet().stream().limit(limit).toList();
    List<DavItem> items = next.isEmpty() ? List.of() : fetch(collection, next);
    List<String> removed =
        known.items().keySet().stream().filter(path -> isRemoved(listing, path)).toList();
    int remaining = changed.size() - next.size();
    String token = remaining == 0 ? listing.token() : known.token();
    return new DavChanges(items, removed, token, remaining);
  }

  private static void removeIfUnchanged(
      Map<String, Listed> changed, String path, SyncedItem known) {
    Listed listed = changed.get(path);
    if (listed != null && listed.etag().equals(known.etag())) {
      changed.remove(path);
    }
  }

  private static boolean isRemoved(Listing listing, String path) {
    return listing.removed().contains(path)
        || (listing.isWhole() && !listing.items().containsKey(path));
  }

  private Listing listing(DavCollection collection, @Nullable String token)
      throws SourceException, InterruptedException {
    Optional<Listing> changes =
        token == null ? Optional.empty() : report(collection, token, new Listing(false));
    if (changes.isEmpty()) {
      changes = report(collection, "", new Listing(true));
    }
    if (changes.isPresent()) {
      return changes.get();
    }
    URI address = collection.address();
    Multistatus all =
        requests.list(
            address,
            collection.name(),
            List.of(DavRequests.ETAG, DavRequests.LAST_MODIFIED, DavRequests.RESOURCE_TYPE));
    return new Listing(true).with(new Multistatus(all.resources(), null), address);
  }

  /** All parts of a report: a server that truncates it tells the token of the next part. */
  private Optional<Listing> report(DavCollection collection, String token, Listing before)
      throws SourceException, InterruptedException {
    Optional<Multistatus> part =
        requests.changesSince(collection.address(), "changes of " + collection.name(), token);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Listing listing = before.with(part.get(), collection.address());
    String next = part.get().syncToken();
    boolean isTruncated =
        part.get().resources().stream().anyMatch(resource -> resource.status() == 507);
    return isTruncated && next != null && !next.equals(token)
        ? report(collection, next, listing)
        : Optional.of(listing);
  }

  private List<DavItem> fetch(DavCollection collection, List<Map.Entry<String, Listed>> listed)
      throws SourceException, InterruptedException {
    List<String> references = listed.stream().map(entry -> entry.getValue().reference()).toList();
    Map<String, String> bodies = new HashMap<>();
    for (DavResource resource : requests.items(collection, references).resources()) {
      resource.text(collection.type().data()).ifPresent(body -> bodies.put(resource.path(), body));
    }
    List<DavItem> items = new ArrayList<>();
    for (var entry : listed) {
      String path = entry.getKey();
      items.add(new DavItem(path, entry.getValue().etag(), bodies.get(path)));
    }
    return items;
  }
}
