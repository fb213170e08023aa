/**
 * Reads iCalendar objects (RFC 5545, RFC 5546, vCalendar 1.0) and turns their events into meetings:
 * a pure function of the object and a window of time, used by every connector that meets such
 * objects.
 */
@NullMarked
package dev.kith.ingest.icalendar;

import org.jspecify.annotations.NullMarked;
