package dev.kith.ingest.calendar;

import dev.kith.ingest.InputPath;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.icalendar.CalendarDocument;
import dev.kith.ingest.icalendar.EventSeries;
import dev.kith.ingest.icalendar.MeetingMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what has to be published, and reads it page by page. */
final class CalendarReader {
  private final CalendarSettings settings;
  private final CalendarResources resources;
  private final MeetingStore store;
  private final CalendarCatalogue catalogue;
  private final MeetingMapper mapper;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Deque<String> gone = new ArrayDeque<>();
  private SortedMap<String, String> lastVersions = new TreeMap<>();
  private @Nullable LocalDate lastDay;

  CalendarReader(CalendarSettings settings, CalendarResources resources, MeetingStore store) {
    this.settings = settings;
    this.resources = resources;
    this.store = store;
    this.catalogue = new CalendarCatalogue(resources, settings.zone());
    this.mapper = new MeetingMapper(settings.name(), settings.owner(), settings.visibility());
  }

  /** Continues from another page than the last one, after a start or a failure. */
  void seek(long page) {
    if (!store.isAt(page)) {
      store.rewind(page);
      resources.rewound();
      pending.clear();
      gone.clear();
      lastDay = null;
    }
  }

  /** Reads a page; whether there is anything to commit. */
  boolean read(CalendarPage page, long number, LocalDate today)
      throws SourceException, InterruptedException {
    boolean isNoted = remaining() == 0 && scan(number, today);
    if (remaining() == 0 && !isNoted) {
      return false;
    }
    var publisher = new SeriesPublisher(store, mapper, settings, today, number, page);
    while (!pending.isEmpty() && !page.isFull()) {
      if (readResource(pending.element(), publisher, page, number, today)) {
        pending.remove();
      }
    }
    while (!gone.isEmpty() && !page.isFull()) {
      publisher.remove(gone.remove());
    }
    store.save(number);
    return true;
  }

  /** How many resources and removed events are known to wait. */
  int remaining() {
    return pending.size() + gone.size();
  }

  /** Looks for changes; whether facts were noted that belong to the page. */
  private boolean scan(long number, LocalDate today) throws SourceException, InterruptedException {
    CalendarResources.Listing listing = resources.list(number);
    if (!listing.versions().equals(lastVersions) || !today.equals(lastDay)) {
      catalogue.update(listing.versions());
      catalogue.resources().stream().filter(each -> isDue(each, today)).forEach(pending::add);
      if (listing.remaining() == 0) {
        store.uids().stream().filter(uid -> !catalogue.contains(uid)).forEach(gone::add);
      }
      lastVersions = listing.versions();
      lastDay = today;
    }
    return listing.isNoted();
  }

  private boolean isDue(String resource, LocalDate today) {
    return !store.isReported(resource, catalogue.version(resource))
        || catalogue.uids(resource).stream().anyMatch(uid -> isDue(resource, uid, today));
  }

  private boolean isDue(String resource, String uid, LocalDate today) {
    return SeriesPublisher.isDue(store, uid, catalogue.fingerprint(resource, uid), today);
  }

  /** Reads what is due of a resource; whether that is all of it. */
  private boolean readResource(
      String resource, SeriesPublisher publisher, CalendarPage page, long number, LocalDate today)
      throws SourceException {
    Optional<CalendarDocument> found = catalogue.document(resource);
    if (found.isEmpty()) {
      return true;
    }
    CalendarDocument document = found.get();
    String calendar = document.name() == null ? resources.calendar(resource) : document.name();
    String name = InputPath.shown(Path.of(resource));
    int position = 0;
    for (EventSeries series : catalogue.series(resource)) {
      position++;
      if (isDue(resource, series.uid(), today)) {
        if (page.isFull()) {
          return false;
        }
        publisher.publish(series, calendar, "event " + position + " of " + name);
      }
    }
    report(resource, document, name, page, number);
    return true;
  }

  /** Says once what else is in a resource. */
  private void report(
      String resource, CalendarDocument document, String name, CalendarPage page, long number)
      throws SourceException {
    String version = catalogue.version(resource);
    if (store.isReported(resource, version)) {
      return;
    }
    store.putReported(resource, version, number);
    document
        .others()
        .forEach((kind, count) -> page.ignore("components that are no events: " + kind, count));
    if (document.series().isEmpty() && document.others().isEmpty()) {
      byte[] bytes = resources.read(resource);
      page.add(
          new UnreadableItem(
              bytes == null ? new byte[0] : Original.truncate(bytes),
              "text/calendar",
              name + ": expected an iCalendar object with events, found none"));
    }
  }
}
