package dev.kith.api.closeness;

import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Moment;
import dev.kith.schemas.strength.Trend;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How close two people are at a moment.
 *
 * @param strength 0 to 100
 * @param trend warming, steady or cooling, as the search operator {@code trend:} finds it
 * @param first day of the first contact
 * @param last day of the last contact
 * @param networks of the contacts
 */
@Serdeable
public record Closeness(
    @Schema(example = "73.2") double strength,
    @Schema(example = "warming") String trend,
    @Nullable @Schema(example = "2019-04-02") String first,
    @Nullable @Schema(example = "2026-11-20") String last,
    List<String> networks) {

  /** The closeness of a relationship. */
  public static Closeness of(IndexedRelationship relationship, Moment moment) {
    var g = relationship.halfLives();
    return new Closeness(
        rounded(moment.formula().strength(g, moment.days())),
        written(relationship.trendDates().on(moment.today())),
        day(relationship.first()),
        day(relationship.last()),
        relationship.networks());
  }

  /** A strength rounded to one decimal. */
  public static double rounded(double strength) {
    return Math.round(strength * 10) / 10.0;
  }

  /** The trend as responses and the search language write it. */
  public static String written(Trend trend) {
    return trend.name().toLowerCase(Locale.ROOT);
  }

  /** The day of a date that is indexed with or without a time. */
  public static @Nullable String day(@Nullable String date) {
    return date == null || date.length() < 10 ? date : date.substring(0, 10);
  }
}
