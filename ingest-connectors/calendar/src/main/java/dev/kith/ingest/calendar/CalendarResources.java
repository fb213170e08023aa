package dev.kith.ingest.calendar;

import dev.kith.ingest.SourceException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where iCalendar objects are: files, or calendars of a server. */
interface CalendarResources {
  /**
   * What there is.
   *
   * @param versions of all resources by their names; another version means another content
   * @param remaining how many resources are not listed yet, because they will be read later
   * @param isNoted whether facts about them were noted for the page
   */
  record Listing(SortedMap<String, String> versions, int remaining, boolean isNoted) {}

  /**
   * Lists the resources as they are now.
   *
   * @param page to which new facts about them belong
   */
  Listing list(long page) throws SourceException, InterruptedException;

  /** The content of a resource; null if it has disappeared since it was listed. */
  byte @Nullable [] read(String resource) throws SourceException;

  /** The name of the calendar that a resource is part of, if the content does not state it. */
  @Nullable String calendar(String resource);

  /**
   * Called after facts were taken back, because the page to which they belong was not committed.
   */
  default void rewound() {}
}
