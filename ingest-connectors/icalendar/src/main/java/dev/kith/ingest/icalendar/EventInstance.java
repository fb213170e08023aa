package dev.kith.ingest.icalendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time at which an event takes place.
 *
 * @param id of the meeting
 * @param event that describes it: the whole event, or what replaces it this time
 * @param start when it begins
 * @param end when it ends; null if it does not say
 * @param isCancelled whether it is called off
 */
public record EventInstance(
    String id,
    CalendarComponent event,
    Instant start,
    @Nullable Instant end,
    boolean isCancelled) {}
