package dev.kith.api.people;

import dev.kith.api.request.ViewerSummary;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of people.
 *
 * @param people best match first
 * @param total number of matches, counted up to 10,000
 * @param next cursor of the next page; missing on the last
 * @param as the viewer
 * @param at the moment for which strength and trend hold
 * @param note what was not read; missing if everything was
 */
@Serdeable
public record PeoplePage(
    List<PersonHit> people,
    long total,
    @Nullable String next,
    ViewerSummary as,
    Instant at,
    @Nullable String note) {
  /** The same with a note about what was not read. */
  PeoplePage noting(@Nullable String what) {
    return new PeoplePage(people, total, next, as, at, what);
  }
}
