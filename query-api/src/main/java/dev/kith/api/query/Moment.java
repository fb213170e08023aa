package dev.kith.api.query;

import dev.kith.schemas.strength.StrengthFormula;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The moment for which a request is answered, and the formula of strength. Days are in UTC.
 *
 * @param now the moment
 * @param formula the formula
 * @param isPast whether the moment is before the request, so that later activities must not count
 */
public record Moment(Instant now, StrengthFormula formula, boolean isPast) {
  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /** The moment at which a request arrives. */
  public Moment(Instant now, StrengthFormula formula) {
    this(now, formula, false);
  }

  /** Days since 1970-01-01, with fractions. */
  public double days() {
    return now.toEpochMilli() / MILLIS_PER_DAY;
  }

  /** The day of the moment. */
  public LocalDate today() {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The end of a past day; the moment itself for today and later days. */
  public Moment at(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    return end.isBefore(now) ? new Moment(end, formula, true) : this;
  }
}
