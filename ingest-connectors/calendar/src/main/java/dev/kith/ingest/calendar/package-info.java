/** Reads the meetings in calendars: iCalendar files, and collections of CalDAV servers. */
@NullMarked
package dev.kith.ingest.calendar;

import org.jspecify.annotations.NullMarked;
