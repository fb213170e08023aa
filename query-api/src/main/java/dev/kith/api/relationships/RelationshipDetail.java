package dev.kith.api.relationships;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedRelationship;
import dev.kith.api.document.PersonRef;
import dev.kith.api.query.Moment;
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
 * One relationship at a moment.
 *
 * @param a the first person of the request
 * @param b the other
 * @param at the moment
 * @param strength 0 to 100
 * @param trend warming, steady or cooling
 * @param first day of the first contact
 * @param last day of the last contact
 * @param durationDays from the first contact to the last
 * @param sentByA interactions from a to b: an activity counts once for each of b's accounts it was
 *     directed at or answers, whoever the viewer is
 * @param sentByB interactions from b to a
 * @param reciprocity the smaller of the two numbers over the greater: 1 is mutual, 0 one-sided
 * @param breakdown the parts of the strength
 * @param rhythm how often they are in touch
 * @param answerDelay how fast each replies to the other
 * @param history by week and month
 * @param context their recent exchanges and open questions
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
    StrengthBreakdown breakdown,
    ContactFrequency rhythm,
    ReplyTimes answerDelay,
    RelationshipHistory history,
    RelationshipContext context) {

  /** The relationship as it was at a moment; {@code a} need not be the smaller id. */
  static RelationshipDetail of(
      IndexedRelationship relationship,
      PairQuery pair,
      ReplyTimes answerDelay,
      RelationshipContext context) {
    var a = PersonRef.of(pair.one());
    Moment moment = pair.moment();
    List<Bucket> until =
        relationship.bucketRecords().stream()
            .filter(bucket -> bucket.getDay() <= moment.days())
            .map(bucket -> relationship.a().equals(a.id()) ? bucket : turned(bucket))
            .toList();
    var formula = moment.formula();
    var g = formula.halfLives(until);
    var dates = formula.trendDates(until, g);
    List<Bucket> contacts = formula.contacts(until);
    IntSummaryStatistics days = contacts.stream().mapToInt(Bucket::getDay).summaryStatistics();
    long byA = count(until, Direction.A_TO_B);
    long byB = count(until, Direction.B_TO_A);
    var breakdown = StrengthBreakdown.of(until, formula, moment.days());
    return new RelationshipDetail(
        a,
        PersonRef.of(pair.other()),
        moment.now(),
        Closeness.rounded(formula.strength(g, moment.days())),
        Closeness.written(dates.on(moment.today())),
        contacts.isEmpty() ? null : day(days.getMin()),
        contacts.isEmpty() ? null : day(days.getMax()),
        contacts.isEmpty() ? 0 : days.getMax() - days.getMin(),
        byA,
        byB,
        Math.round(100.0 * Math.min(byA, byB) / Math.max(1, Math.max(byA, byB))) / 100.0,
        relationship.isOfAny(pair.viewer().ids()) ? breakdown : breakdown.withOpenKinds(),
        ContactFrequency.of(contacts, dates, moment.today()),
        answerDelay,
        RelationshipHistory.of(until, formula, moment.today()),
        context);
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
