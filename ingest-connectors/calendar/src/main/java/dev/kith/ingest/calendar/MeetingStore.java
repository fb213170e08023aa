package dev.kith.ingest.calendar;

import dev.kith.ingest.SourceException.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A file of what a source has published: which events, and which meetings of each. It tells what
 * has changed, and what is gone. What was written for a page that was never committed is taken back
 * when the source is read from the cursor before it. If the file is lost, everything is published
 * again, which changes nothing, and what was removed meanwhile stays.
 */
final class MeetingStore implements AutoCloseable {
  private static final char SEPARATOR = '\u0000';
  private static final int CACHE_MEGABYTES = 4;

  private final MVStore store;
  private final PagedTable series;
  private final PagedTable meetings;
  private final PagedTable reported;
  private final List<PagedTable> tables;
  private long page = -1;

  /**
   * What was published of an event.
   *
   * @param fingerprint of the event
   * @param expanded day at which it was expanded; null if no instances can follow
   */
  record PublishedSeries(String fingerprint, @Nullable LocalDate expanded) {}

  private MeetingStore(MVStore store) {
    this.store = store;
    this.series = PagedTable.in(store, "series");
    this.meetings = PagedTable.in(store, "meetings");
    this.reported = PagedTable.in(store, "reported");
    this.tables = new ArrayList<>(List.of(series, meetings, reported));
  }

  static MeetingStore open(Path file) throws Refused {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new MeetingStore(
          new MVStore.Builder().cacheSize(CACHE_MEGABYTES).fileName(file.toString()).open());
    } catch (IOException | MVStoreException e) {
      throw new Refused(
          "expected to be the only one to write "
              + file
              + ", found that it cannot be; change its mode or the setting state",
          e);
    }
  }

  /** A further table of the same file, which is taken back with the others. */
  PagedTable table(String name) {
    PagedTable table = PagedTable.in(store, name);
    tables.add(table);
    return table;
  }

  /** Whether what was written belongs to this page and the ones before. */
  boolean isAt(long cursor) {
    return page == cursor;
  }

  /** Takes back what was written for later pages. */
  void rewind(long cursor) {
    tables.forEach(table -> table.rewind(cursor));
    page = cursor;
  }

  /** Writes everything to the file, as part of the page. */
  void save(long written) {
    store.commit();
    page = written;
  }

  Optional<PublishedSeries> series(String uid) {
    return series
        .get(uid)
        .map(value -> value.split(" ", 2))
        .map(
            parts ->
                new PublishedSeries(
                    parts[0], parts[1].isEmpty() ? null : LocalDate.parse(parts[1])));
  }

  void put(String uid, PublishedSeries published, long written) {
    LocalDate expanded = published.expanded();
    series.put(uid, published.fingerprint() + " " + (expanded == null ? "" : expanded), written);
  }

  void remove(String uid, long written) {
    series.remove(uid, written);
  }

  /** UIDs of all events. */
  List<String> uids() {
    List<String> uids = new ArrayList<>();
    series.forEach("", (uid, _) -> uids.add(uid));
    return uids;
  }

  /** What was published of an event, deleted meetings included. */
  List<PublishedMeeting> meetings(String uid) {
    String prefix = uid + SEPARATOR;
    List<PublishedMeeting> found = new ArrayList<>();
    meetings.forEach(
        prefix,
        (key, value) -> found.add(PublishedMeeting.parse(key.substring(prefix.length()), value)));
    return found;
  }

  void put(String uid, PublishedMeeting meeting, long written) {
    meetings.put(uid + SEPARATOR + meeting.id(), meeting.value(), written);
  }

  /** Whether what cannot be read in this version of a resource was reported. */
  boolean isReported(String resource, String version) {
    return reported.get(resource).filter(version::equals).isPresent();
  }

  void putReported(String resource, String version, long written) {
    reported.put(resource, version, written);
  }

  @Override
  public void close() {
    store.close();
  }
}
