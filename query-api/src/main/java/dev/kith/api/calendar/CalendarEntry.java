package dev.kith.api.calendar;

import java.time.LocalDate;

/**
 * An entry of a whole day.
 *
 * @param uid the same each time the feed is read
 * @param day the day; of a yearly entry, the first
 * @param isYearly whether it recurs each year
 * @param summary what is shown on that day
 */
record CalendarEntry(String uid, LocalDate day, boolean isYearly, String summary) {}
