package dev.kith.api.relationships;

import dev.kith.api.asking.PersonRef;
import dev.kith.api.index.RelationshipDocument;
import dev.kith.api.search.Moment;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One relationship at a moment: how close, why so, and how it went.
 *
 * @param a the person asked for first
 * @param b the other
 * @param at the moment all this holds for
 * @param strength 0 to 100
 * @param trend warming, steady or cooling
 * @param first day of the first contact
 * @param last day of the last contact
 * @param sentByA how often a turned to b
 * @param sentByB how often b turned to a
 * @param reciprocity the lesser of the two over the greater: 1 is mutual, 0 one-sided
 * @param breakdown what makes up the strength
 * @param rhythm how regularly they are in touch
 * @param history how it went
 * @param memory what to remember before getting in touch
 */
@Serdeable
record RelationshipDetail(
    PersonRef a,
    PersonRef b,
    Instant at,
    @Schema(example = "73.2") double strength,
    @Schema(example = "steady") String trend,
    @Nullable String first,
    @Nullable String last,
    long sentByA,
    long sentByB,
    @Schema(example = "0.82") double reciprocity,
    Breakdown breakdown,
    Rhythm rhythm,
    History history,
    Memory memory) {

  /** The relationship as it was at a moment; {@code a} need not be the smaller id. */
  static RelationshipDetail of(
      RelationshipDocument relationship, PersonRef a, PersonRef b, Moment moment, Memory memory) {
    List<Bucket> until =
        relationship.bucketRecords().stream()
            .filter(bucket -> bucket.getDay() <= moment.days())
            .map(bucket -> relationship.a().equals(a.id()) ? bucket : turned(bucket))
            .toList();
    var formula = moment.formula();
    var g = formula.halfLives(until);
    long byA = count(until, Direction.A_TO_B);
    long byB = count(until, Direction.B_TO_A);
    return new RelationshipDetail(
        a,
        b,
        moment.now(),
        Closeness.rounded(formula.strength(g, moment.days())),
        Closeness.written(formula.trend(g, moment.days())),
        until.stream()
            .map(Bucket::getDay)
            .min(Integer::compare)
            .map(RelationshipDetail::day)
            .orElse(null),
        until.stream()
            .map(Bucket::getDay)
            .max(Integer::compare)
            .map(RelationshipDetail::day)
            .orElse(null),
        byA,
        byB,
        Math.round(100.0 * Math.min(byA, byB) / Math.max(1, Math.max(byA, byB))) / 100.0,
        Breakdown.of(until, formula, moment.days()),
        Rhythm.of(until, moment.days()),
        History.of(until, formula, moment.today()),
        memory);
  }

  private static String day(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  private static long count(List<Bucket> buckets, Direction direction) {
    return buckets.stream()
        .filter(bucket -> bucket.getDirection() == direction)
        .mapToLong(Bucket::getCount)
        .sum();
  }

  private static Bucket turned(Bucket bucket) {
    return Bucket.newBuilder(bucket)
        .setDirection(
            bucket.getDirection() == Direction.A_TO_B ? Direction.B_TO_A : Direction.A_TO_B)
        .build();
  }
}
