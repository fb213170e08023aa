package dev.kith.schemas.strength;

import static dev.kith.schemas.strength.TestBuckets.TODAY;
import static dev.kith.schemas.strength.TestBuckets.both;
import static dev.kith.schemas.strength.TestBuckets.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthFormulaTest {
  private final StrengthFormula formula = StrengthFormula.standard();

  @ParameterizedTest
  @CsvSource({"1, 99.5, 1", "7, 56, 5", "30, 29, 5", "91, 15, 4"})
  void contactBothWaysEverySoManyDaysMeansOnAverage(int every, double strength, double tolerance) {
    double mean =
        IntStream.range(0, every)
            .mapToDouble(ago -> formula.strengthAt(both(every, ago), TODAY))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(strength, within(tolerance));
  }

  @Test
  void oneMessageAndItsAnswerYesterdayAreAFaintTie() {
    var buckets = List.of(mail(TODAY - 1, Direction.A_TO_B), mail(TODAY - 1, Direction.B_TO_A));

    assertThat(formula.strengthAt(buckets, TODAY)).isCloseTo(25, within(3.0));
  }

  @Test
  void aStrangersFirstMessageIsLessThanAFriendshipOfLongAgo() {
    var stranger = List.of(mail(TODAY, Direction.B_TO_A));
    List<Bucket> friends = new ArrayList<>();
    for (int ago = 730; ago > 400; ago -= 3) {
      friends.add(mail(TODAY - ago, Direction.A_TO_B));
      friends.add(mail(TODAY - ago, Direction.B_TO_A));
    }

    assertThat(formula.strengthAt(stranger, TODAY)).isBetween(3.0, 5.0);
    assertThat(formula.strengthAt(friends, TODAY)).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.2", "2, 1", "12, 1", "24, 0.5", "120, 0.1"})
  void unansweredMessagesCountOneAFifthAndManyAsTwelve(int messages, double factor) {
    List<Bucket> buckets = new ArrayList<>();
    List<Bucket> answered = new ArrayList<>(List.of(mail(TODAY - 36_500, Direction.A_TO_B)));
    for (int i = 0; i < messages; i++) {
      buckets.add(mail(TODAY - 7 * i, Direction.B_TO_A));
    }
    answered.addAll(buckets);

    assertThat(formula.sum(formula.halfLives(buckets), TODAY))
        .isCloseTo(factor * formula.sum(formula.halfLives(answered), TODAY), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewed", "committed", "merged", "pr-merged", "reply", "accepted"})
  void whatTakesTwoNeedsNoAnswer(String kind) {
    assertThat(Reciprocity.STANDARD.factor(List.of(bucket(TODAY, kind)))).isEqualTo(1);
  }

  @Test
  void severalUnansweredMessagesInOneBucketAreNoSingleOne() {
    assertThat(Reciprocity.STANDARD.factor(List.of(mail(TODAY, Direction.A_TO_B, 0, 3))))
        .isEqualTo(1);
    assertThat(Reciprocity.STANDARD.factor(List.of(mail(TODAY, Direction.A_TO_B, 0, 48))))
        .isEqualTo(0.25);
  }

  @Test
  void whatMakesNoFactorIsRefused() {
    assertThatThrownBy(() -> new Reciprocity(Set.of(), 0, 12)).hasMessageContaining("found 0.0");
    assertThatThrownBy(() -> new Reciprocity(Set.of(), 1.1, 12)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Reciprocity(Set.of(), 0.5, 0)).hasMessageContaining("found 0");
  }

  @Test
  void dailyContactBothWaysForEverIsAHundred() {
    assertThat(formula.strengthAt(both(1, 0), TODAY)).isCloseTo(100, within(1e-6));
    assertThat(formula.strengthOf(formula.fullSum())).isEqualTo(100);
  }

  @Test
  void moreThanDailyContactOfThreeFriendsAtOnceStaysAHundred() {
    assertThat(formula.strengthOf(3 * formula.fullSum())).isEqualTo(100);
  }

  @Test
  void whatLastsCountsTwiceAndFadesMoreSlowlyThanTalk() {
    var reviewed = List.of(bucket(TODAY, "reviewed"));
    var written = List.of(bucket(TODAY, "reply"));

    for (int later : new int[] {0, 100, 1000}) {
      double lasting = formula.sum(formula.halfLives(reviewed), TODAY + later);
      double talk = formula.sum(formula.halfLives(written), TODAY + later);

      assertThat(lasting - talk).isCloseTo(0.16 * Math.pow(2, later / -240.0), within(1e-9));
    }
  }

  @Test
  void twoWhoOnlyTalkHaveNoNumberForWhatLasts() {
    assertThat(formula.halfLives(List.of(bucket(TODAY, "to"))))
        .extracting(HalfLife::getDays)
        .containsExactly(7.0, 50.0, 730.0);
    assertThat(formula.halfLives(List.of(bucket(TODAY, "to"), bucket(TODAY, "reviewed"))))
        .extracting(HalfLife::getDays)
        .containsExactly(7.0, 50.0, 240.0, 730.0);
  }

  @Test
  void aTrendDoesNotDependOnWhatLasts() {
    var reviewed = List.of(bucket(TODAY - 90, "reviewed"));
    var answered = List.of(bucket(TODAY - 90, "reply"));

    assertThat(formula.warming(reviewed, formula.halfLives(reviewed)))
        .isEqualTo(formula.warming(answered, formula.halfLives(answered)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 731})
  void whatLastsNeedsAHalfLifeOfItsOwnBelowTheLongest(double own) {
    var lasting = new LongTermKinds(Set.of("reviewed"), own, 1);

    assertThatThrownBy(
            () ->
                new StrengthFormula(
                    formula.interactionWeights(),
                    formula.halfLifeWeights(),
                    lasting,
                    formula.reciprocity(),
                    formula.noContactKinds(),
                    formula.bounds()))
        .hasMessageContaining("[7.0, 50.0, 730.0] days, found " + own);
  }

  private static Bucket bucket(int day, String kind) {
    return new Bucket(day, Direction.A_TO_B, "any", kind, 0, 1);
  }

  @Test
  void nothingIsZero() {
    assertThat(formula.halfLives(List.of())).isEmpty();
    assertThat(formula.strengthAt(List.<Bucket>of(), TODAY)).isZero();
    assertThat(formula.strengthOf(formula.sum(List.of(), TODAY))).isZero();
  }

  @Test
  void aHalfLifeLaterHalfIsLeft() {
    var g = formula.halfLives(both(7, 0)).getFirst();

    double now = formula.sum(List.of(g), TODAY);
    double later = formula.sum(List.of(g), TODAY + g.getDays());

    assertThat(later).isCloseTo(now / 2, within(now * 1e-9));
  }

  @Test
  void gHoldsTheSumOfItsDefinition() {
    var buckets = List.of(mail(TODAY - 3, Direction.A_TO_B), mail(TODAY - 40, Direction.B_TO_A));

    for (HalfLife each : formula.halfLives(buckets)) {
      double h = each.getDays();
      assertThat(Math.pow(2, each.getG() - TODAY / h))
          .isCloseTo(Math.pow(2, -3 / h) + Math.pow(2, -40 / h), within(1e-9));
    }
  }

  @Test
  void aBurstOnOneDayCountsLikeItsBestMessage() {
    var answer = mail(TODAY - 1, Direction.B_TO_A);
    var one = List.of(answer, mail(TODAY, Direction.A_TO_B));
    var burst =
        List.of(answer, mail(TODAY, Direction.A_TO_B, 0, 50), mail(TODAY, Direction.A_TO_B, 5, 9));

    assertThat(formula.halfLives(burst)).isEqualTo(formula.halfLives(one));
  }

  @Test
  void anAnswerOnTheSameDayCountsAsWell() {
    var before = mail(TODAY - 36_500, Direction.B_TO_A);
    var asked = List.of(before, mail(TODAY, Direction.A_TO_B));
    var answered = List.of(before, asked.getLast(), mail(TODAY, Direction.B_TO_A));

    assertThat(formula.sum(formula.halfLives(answered), TODAY))
        .isCloseTo(2 * formula.sum(formula.halfLives(asked), TODAY), within(1e-9));
  }

  @Test
  void theOrderOfBucketsDoesNotChangeABit() {
    var random = new Random(7);
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      var way = random.nextBoolean() ? Direction.A_TO_B : Direction.B_TO_A;
      buckets.add(mail(TODAY - random.nextInt(900), way, random.nextInt(7), 1));
    }
    var g = formula.halfLives(buckets);

    for (int i = 0; i < 20; i++) {
      Collections.shuffle(buckets, random);
      assertThat(formula.halfLives(buckets)).isEqualTo(g);
    }
  }

  @Test
  void whatCameAfterAPastDateDoesNotCountThere() {
    var early = List.of(mail(TODAY - 500, Direction.A_TO_B));
    var all = List.of(mail(TODAY - 500, Direction.A_TO_B), mail(TODAY, Direction.B_TO_A));

    assertThat(formula.strengthAt(all, TODAY - 400))
        .isEqualTo(formula.strengthAt(early, TODAY - 400));
    assertThat(formula.strengthAt(all, TODAY - 501)).isZero();
  }

  @Test
  void bothWaysToAskAgreeAboutNow() {
    var buckets = both(9, 4);

    assertThat(formula.strength(formula.halfLives(buckets), TODAY + 0.3))
        .isEqualTo(formula.strengthAt(buckets, TODAY + 0.3));
  }

  @ParameterizedTest
  @CsvSource({"-40000", "-719528", "0", "20600", "3652059"})
  void noMomentHoweverFarGivesNonsense(int day) {
    var buckets = List.of(mail(day, Direction.A_TO_B), mail(day + 9000, Direction.B_TO_A));
    var g = formula.halfLives(buckets);

    for (double now : new double[] {-719528, 0, day, day + 9000, 20600, 3652059}) {
      assertThat(formula.strength(g, now)).isBetween(0.0, 100.0);
      assertThat(formula.trendDates(buckets, g).on(LocalDate.ofEpochDay((long) now))).isNotNull();
    }
    assertThat(g).allSatisfy(each -> assertThat(each.getG()).isFinite());
  }

  @Test
  void strengthAndSumAreTwoSidesOfOneThing() {
    for (double strength = 0; strength <= 100; strength += 12.5) {
      assertThat(formula.strengthOf(formula.sumFor(strength))).isCloseTo(strength, within(1e-9));
    }
  }

  @Test
  void aHalfLifeOfOlderSettingsDoesNotCount() {
    var g = new ArrayList<>(formula.halfLives(both(7, 0)));
    double known = formula.strength(g, TODAY);
    g.add(new HalfLife(33.0, 1e6));

    assertThat(formula.strength(g, TODAY)).isEqualTo(known);
  }
}
