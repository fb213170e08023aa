package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.strength.ContactGaps;
import dev.kith.schemas.strength.TrendDates;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often two people are in touch.
 *
 * @param daysInTouch number of days with contact
 * @param usualGapDays the median of the gaps between them in days; missing for fewer than two gaps
 * @param silentDays days since the last contact
 * @param unusuallySilent whether the time since the last contact is long for these two: longer than
 *     two weeks, than three times the median gap, and than twice the 90th percentile of the gaps;
 *     as {@code silent:} finds it. False if there was contact on fewer than five days, or only
 *     within two months
 */
@Serdeable
public record ContactFrequency(
    int daysInTouch,
    @Nullable Integer usualGapDays,
    @Nullable Integer silentDays,
    boolean unusuallySilent) {

  static ContactFrequency of(List<Bucket> contacts, TrendDates dates, LocalDate today) {
    var gaps = ContactGaps.of(contacts);
    return new ContactFrequency(
        gaps.daysInTouch(),
        gaps.usual().isPresent() ? gaps.usual().getAsInt() : null,
        silentDays(contacts, today),
        dates.isSilent(today));
  }

  private static @Nullable Integer silentDays(List<Bucket> contacts, LocalDate today) {
    var last = contacts.stream().mapToInt(Bucket::getDay).max();
    return last.isEmpty() ? null : (int) Math.max(0, today.toEpochDay() - last.getAsInt());
  }
}
