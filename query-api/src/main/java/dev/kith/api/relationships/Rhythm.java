package dev.kith.api.relationships;

import dev.kith.schemas.Bucket;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How regularly two people are in touch.
 *
 * @param daysInTouch days on which there was contact
 * @param usualGapDays the median of the gaps between them; missing for fewer than two gaps
 * @param silentDays since the last contact
 * @param unusuallySilent whether this silence is long for these two: longer than nine of ten gaps,
 *     and than three usual ones
 */
@Serdeable
public record Rhythm(
    int daysInTouch,
    @Nullable Integer usualGapDays,
    @Nullable Integer silentDays,
    boolean unusuallySilent) {
  private static final int FEWEST_GAPS = 2;
  private static final int USUAL_GAPS = 3;

  static Rhythm of(List<Bucket> buckets, double atDays) {
    int[] days = buckets.stream().mapToInt(Bucket::getDay).distinct().sorted().toArray();
    if (days.length == 0) {
      return new Rhythm(0, null, null, false);
    }
    int silent = Math.max(0, (int) Math.floor(atDays) - days[days.length - 1]);
    int[] gaps = IntStream.range(1, days.length).map(i -> days[i] - days[i - 1]).sorted().toArray();
    if (gaps.length < FEWEST_GAPS) {
      return new Rhythm(days.length, null, silent, false);
    }
    int usual = gaps[(gaps.length - 1) / 2];
    int long9of10 = gaps[(int) Math.ceil(gaps.length * 0.9) - 1];
    boolean unusual = silent > Math.max(long9of10, USUAL_GAPS * usual);
    return new Rhythm(days.length, usual, silent, unusual);
  }
}
