package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.strength.ContactGaps;
import dev.kith.schemas.strength.TrendDates;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How regularly two people are in touch.
 *
 * @param daysInTouch days on which there was contact
 * @param usualGapDays the median of the gaps between them; missing for fewer than two gaps
 * @param silentDays since the last contact
 * @param unusuallySilent whether this silence is long for these two: longer than two weeks, than
 *     three usual gaps, and than twice nine of ten gaps; the search operator {@code silent:} finds
 *     the same. False where fewer than five days within two months or more say how they are in
 *     touch
 */
@Serdeable
public record Rhythm(
    int daysInTouch,
    @Nullable Integer usualGapDays,
    @Nullable Integer silentDays,
    boolean unusuallySilent) {

  static Rhythm of(List<Bucket> buckets, TrendDates dates, LocalDate today) {
    var gaps = ContactGaps.of(buckets);
    return new Rhythm(
        gaps.daysInTouch(),
        gaps.usual().isPresent() ? gaps.usual().getAsInt() : null,
        silentDays(buckets, today),
        dates.isSilent(today));
  }

  private static @Nullable Integer silentDays(List<Bucket> buckets, LocalDate today) {
    var last = buckets.stream().mapToInt(Bucket::getDay).max();
    return last.isEmpty() ? null : (int) Math.max(0, today.toEpochDay() - last.getAsInt());
  }
}
