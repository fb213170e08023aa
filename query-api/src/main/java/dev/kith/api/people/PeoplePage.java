package dev.kith.api.people;

import dev.kith.api.request.ViewerSummary;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of people.
 *
 * @param people likeliest first
 * @param total how many fit; counted up to 10,000
 * @param next cursor of the next page; missing on the last
 * @param as as whom it was asked
 * @param at the moment for which strength and trend hold
 * @param note what was not looked at; missing if everything was
 */
@Serdeable
public record PeoplePage(
    List<PersonHit> people,
    long total,
    @Nullable String next,
    ViewerSummary as,
    Instant at,
    @Nullable String note) {
  /** The same, saying what was not looked at. */
  PeoplePage noting(@Nullable String what) {
    return new PeoplePage(people, total, next, as, at, what);
  }
}
