package dev.kith.ingest.calendar;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.icalendar.CalendarDocument;
import dev.kith.ingest.icalendar.EventSeries;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which events are in which resource. If one is in several, the latest revision counts, and of
 * equal ones the one in the first resource. Only what tells events apart is kept in memory.
 */
final class CalendarCatalogue {
  private final CalendarResources resources;
  private final ZoneId zone;
  private final SortedMap<String, Entry> entries = new TreeMap<>();
  private final Map<String, String> resourceOf = new HashMap<>();
  private String lastResource = "";
  private @Nullable CalendarDocument last;

  /** A version of a resource, and its events by UID. */
  private record Entry(String version, Map<String, Header> events) {
    static final Entry NONE = new Entry("", Map.of());

    Header event(String uid) {
      return events.getOrDefault(uid, Header.NONE);
    }
  }

  /** What tells two versions of an event apart. */
  private record Header(String fingerprint, long revision) {
    static final Header NONE = new Header("", 0);
  }

  CalendarCatalogue(CalendarResources resources, ZoneId zone) {
    this.resources = resources;
    this.zone = zone;
  }

  /** Reads the resources that have changed. */
  void update(SortedMap<String, String> versions) throws SourceException {
    entries.keySet().retainAll(versions.keySet());
    for (Map.Entry<String, String> version : versions.entrySet()) {
      Entry known = entries.get(version.getKey());
      if (known == null || !known.version().equals(version.getValue())) {
        lastResource = "";
        read(version.getKey(), version.getValue());
      }
    }
    resourceOf.clear();
    entries.forEach(
        (resource, entry) ->
            entry
                .events()
                .keySet()
                .forEach(uid -> resourceOf.merge(uid, resource, (a, b) -> later(uid, a, b))));
  }

  private void read(String resource, String version) throws SourceException {
    Optional<CalendarDocument> document = document(resource);
    if (document.isEmpty()) {
      entries.remove(resource);
      return;
    }
    Map<String, Header> events = new HashMap<>();
    document
        .get()
        .byUid()
        .forEach((uid, each) -> events.put(uid, new Header(each.fingerprint(), each.revision())));
    entries.put(resource, new Entry(version, events));
  }

  private String later(String uid, String one, String other) {
    return entry(other).event(uid).revision() > entry(one).event(uid).revision() ? other : one;
  }

  private Entry entry(String resource) {
    return entries.getOrDefault(resource, Entry.NONE);
  }

  /** The content of a resource; that of the last one is kept. */
  Optional<CalendarDocument> document(String resource) throws SourceException {
    if (!resource.equals(lastResource)) {
      byte[] bytes = resources.read(resource);
      last = bytes == null ? null : CalendarDocument.parse(bytes, zone);
      lastResource = resource;
    }
    return Optional.ofNullable(last);
  }

  List<String> resources() {
    return List.copyOf(entries.keySet());
  }

  String version(String resource) {
    return entry(resource).version();
  }

  /** UIDs of the events whose version in this resource counts. */
  Set<String> uids(String resource) {
    Set<String> uids = new HashSet<>(entry(resource).events().keySet());
    uids.removeIf(uid -> !resource.equals(resourceOf.get(uid)));
    return uids;
  }

  String fingerprint(String resource, String uid) {
    return entry(resource).event(uid).fingerprint();
  }

  boolean contains(String uid) {
    return resourceOf.containsKey(uid);
  }

  /** Events of a resource whose version in it counts, in the order written. */
  List<EventSeries> series(String resource) throws SourceException {
    return document(resource).stream()
        .flatMap(document -> document.byUid().values().stream())
        .filter(each -> resource.equals(resourceOf.get(each.uid())))
        .toList();
  }
}
