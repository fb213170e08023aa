package dev.kith.api.relationships;

import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.query.Moment;
import dev.kith.api.request.PersonRef;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IntSummaryStatistics;
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
 * @param durationDays from the first contact to the last
 * @param sentByA interactions from a to b: an activity counts once for each of b's accounts it was
 *     directed at or answers, whoever asks
 * @param sentByB interactions from b to a
 * @param reciprocity the lesser of the two over the greater: 1 is mutual, 0 one-sided
 * @param breakdown what makes up the strength
 * @param rhythm how regularly they are in touch
 * @param answerDelay how fast each answers the other
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
    @Schema(example = "2789") int durationDays,
    long sentByA,
    long sentByB,
    @Schema(example = "0.82") double reciprocity,
    Breakdown breakdown,
    Rhythm rhythm,
    AnswerDelay answerDelay,
    History history,
    Memory memory) {

  /** The relationship as it was at a moment; {@code a} need not be the smaller id. */
  static RelationshipDetail of(
      IndexedRelationship relationship, Encounter both, AnswerDelay answerDelay, Memory memory) {
    var a = PersonRef.of(both.one());
    Moment moment = both.moment();
    List<Bucket> until =
        relationship.bucketRecords().stream()
            .filter(bucket -> bucket.getDay() <= moment.days())
            .map(bucket -> relationship.a().equals(a.id()) ? bucket : turned(bucket))
            .toList();
    var formula = moment.formula();
    var g = formula.halfLives(until);
    var dates = formula.trendDates(until, g);
    IntSummaryStatistics days = until.stream().mapToInt(Bucket::getDay).summaryStatistics();
    long byA = count(until, Direction.A_TO_B);
    long byB = count(until, Direction.B_TO_A);
    var breakdown = Breakdown.of(until, formula, moment.days());
    return new RelationshipDetail(
        a,
        PersonRef.of(both.other()),
        moment.now(),
        Closeness.rounded(formula.strength(g, moment.days())),
        Closeness.written(dates.on(moment.today())),
        until.isEmpty() ? null : day(days.getMin()),
        until.isEmpty() ? null : day(days.getMax()),
        until.isEmpty() ? 0 : days.getMax() - days.getMin(),
        byA,
        byB,
        Math.round(100.0 * Math.min(byA, byB) / Math.max(1, Math.max(byA, byB))) / 100.0,
        relationship.isOfAny(both.viewer().ids()) ? breakdown : breakdown.withOpenKinds(),
        Rhythm.of(until, dates, moment.today()),
        answerDelay,
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
