package dev.kith.api.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthBreakdownTest {
  private static final int TODAY = (int) LocalDate.of(2026, 11, 22).toEpochDay();
  private final StrengthFormula formula = StrengthFormula.standard();

  private static Bucket bucket(int daysAgo, Direction direction, String network, String kind) {
    return Bucket.newBuilder()
        .setDay(TODAY - daysAgo)
        .setDirection(direction)
        .setNetwork(network)
        .setKind(kind)
        .setRecipients(0)
        .setCount(1)
        .build();
  }

  @Test
  void thePartsAddUpToTheStrength() {
    var buckets =
        List.of(
            bucket(1, Direction.A_TO_B, "mail", "to"),
            bucket(1, Direction.B_TO_A, "mail", "reply"),
            bucket(30, Direction.A_TO_B, "git", "reviewed"));

    var breakdown = StrengthBreakdown.of(buckets, formula, TODAY + 0.5);

    double strength = formula.strengthAt(buckets, TODAY + 0.5);
    double networks = breakdown.networks().values().stream().mapToDouble(d -> d).sum();
    assertThat(networks).isCloseTo(strength, within(0.2));
    assertThat(breakdown.directions()).containsOnlyKeys("a", "b");
    assertThat(breakdown.recentDays().getFirst().day()).isEqualTo("2026-11-21");
  }

  @Test
  void manyInteractionsOfADayCountLikeTheOneOfTheHighestWeight() {
    var answer = bucket(2, Direction.B_TO_A, "mail", "to");
    var once = List.of(answer, bucket(1, Direction.A_TO_B, "mail", "to"));
    var thrice =
        List.of(
            answer,
            bucket(1, Direction.A_TO_B, "mail", "to"),
            bucket(1, Direction.A_TO_B, "mail", "cc"),
            bucket(1, Direction.A_TO_B, "git", "cc"));

    assertThat(StrengthBreakdown.of(thrice, formula, TODAY).directions())
        .isEqualTo(StrengthBreakdown.of(once, formula, TODAY).directions());
  }

  @Test
  void longTermKindsCountBesideTheHighestWeightOfTheDay() {
    var buckets =
        List.of(
            bucket(90, Direction.A_TO_B, "mail", "to"),
            bucket(90, Direction.A_TO_B, "git", "tested"));

    var breakdown = StrengthBreakdown.of(buckets, formula, TODAY);

    assertThat(breakdown.kinds()).containsOnlyKeys("to", "tested");
    assertThat(breakdown.recentDays().getFirst().parts()).hasSize(2);
    assertThat(breakdown.kinds().values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(formula.strengthAt(buckets, TODAY), within(0.2));
  }

  @Test
  void kindsThatAreNoContactInTimeAreNamed() {
    var buckets =
        List.of(
            bucket(90, Direction.A_TO_B, "mail", "to"),
            bucket(1, Direction.A_TO_B, "contacts", "contact"));

    var breakdown = StrengthBreakdown.of(buckets, formula, TODAY);

    assertThat(breakdown.kinds()).containsOnlyKeys("contact", "to");
    assertThat(breakdown.noContactKinds()).containsExactly("contact");
    assertThat(RelationshipHistory.of(buckets, formula, LocalDate.of(2026, 11, 22)).weeks())
        .hasSize(1);
  }

  @Test
  void thePartsOfAnUnansweredMessageAddUpToo() {
    var buckets = List.of(bucket(1, Direction.A_TO_B, "mail", "to"));

    assertThat(StrengthBreakdown.of(buckets, formula, TODAY).kinds().get("to"))
        .isCloseTo(formula.strengthAt(buckets, TODAY), within(0.06));
  }

  @Test
  void aSilenceIsUnusualForAPairThatWritesEveryWeek() {
    var weekly =
        IntStream.range(0, 20)
            .mapToObj(week -> bucket(100 + 7 * week, direction(week), "mail", "to"))
            .toList();

    assertThat(rhythm(weekly)).isEqualTo(new ContactFrequency(20, 7, 100, true));
  }

  @Test
  void aSilenceIsUsualForAPairThatMeetsOnceAYear() {
    var yearly =
        IntStream.range(0, 5)
            .mapToObj(year -> bucket(100 + 365 * year, direction(year), "mail", "to"))
            .toList();

    assertThat(rhythm(yearly).unusuallySilent()).isFalse();
  }

  private static Direction direction(int time) {
    return time % 2 == 0 ? Direction.A_TO_B : Direction.B_TO_A;
  }

  private ContactFrequency rhythm(List<Bucket> buckets) {
    var dates = formula.trendDates(buckets, formula.halfLives(buckets));
    return ContactFrequency.of(buckets, dates, LocalDate.ofEpochDay(TODAY));
  }

  @Test
  void theCurveEndsAtTheMoment() {
    var buckets = List.of(bucket(70, Direction.A_TO_B, "mail", "to"));

    var history = RelationshipHistory.of(buckets, formula, LocalDate.of(2026, 11, 22));

    assertThat(history.weeks()).hasSize(1);
    assertThat(history.curve())
        .extracting(RelationshipHistory.Point::day)
        .containsExactly("2026-09-30", "2026-10-31", "2026-11-22");
  }
}
