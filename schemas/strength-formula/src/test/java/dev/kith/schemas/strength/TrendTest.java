package dev.kith.schemas.strength;

import static dev.kith.schemas.strength.TestBuckets.TODAY;
import static dev.kith.schemas.strength.TestBuckets.both;
import static dev.kith.schemas.strength.TestBuckets.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
  private final StrengthFormula formula = StrengthFormula.standard();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 14, 30, 90})
  void whoKeepsARhythmIsSteadyOnEveryDayOfIt(int every) {
    for (int ago = 0; ago < every; ago++) {
      assertThat(trend(both(every, ago))).as("last %d days ago", ago).isEqualTo(Trend.STEADY);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 15", "7, 22", "30, 91"})
  void whoKeptARhythmAndStoppedIsCoolingAndSilentAfterThreeUsualGaps(int every, int silence) {
    TrendDates dates = dates(both(every, 0));

    assertThat(dates.silentFrom()).contains(day(TODAY + silence));
    assertThat(dates.isSilent(day(TODAY + silence - 1))).isFalse();
    assertThat(dates.on(day(TODAY + every))).isEqualTo(Trend.STEADY);
    assertThat(dates.on(day(TODAY + silence))).isEqualTo(Trend.COOLING);
    assertThat(dates.on(day(TODAY + 10_000))).isEqualTo(Trend.COOLING);
  }

  @Test
  void whoWritesLessAndLessIsCoolingThoughNotSilent() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago = 800; ago >= 0; ago -= ago > 150 ? 4 : 25) {
      buckets.addAll(bothOn(TODAY - ago));
    }

    TrendDates dates = dates(buckets);

    LocalDate afterTheLast = day(TODAY - 20);
    assertThat(dates.on(afterTheLast)).isEqualTo(Trend.COOLING);
    assertThat(dates.isSilent(afterTheLast)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact", "continued"})
  void whatIsNoContactInTimeChangesNoTrend(String kind) {
    List<Bucket> contacts = both(7, 30);
    List<Bucket> buckets = new ArrayList<>(contacts);
    buckets.add(new Bucket(TODAY, Direction.A_TO_B, "git", kind, 0, 5));

    assertThat(dates(buckets)).isEqualTo(dates(contacts));
    assertThat(warming(buckets)).isEqualTo(warming(contacts));
    assertThat(formula.strengthAt(buckets, TODAY))
        .isGreaterThan(formula.strengthAt(contacts, TODAY));
  }

  @Test
  void twoWithoutContactInTimeHaveNoTrend() {
    var buckets = List.of(new Bucket(TODAY, Direction.A_TO_B, "contacts", "contact", 0, 1));

    assertThat(dates(buckets)).isEqualTo(TrendDates.NONE);
    assertThat(formula.warming(buckets, formula.halfLives(buckets))).isEmpty();
  }

  @Test
  void aNewFriendshipIsWarming() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago : new int[] {20, 12, 5, 1}) {
      buckets.addAll(bothOn(TODAY - ago));
    }

    assertThat(trend(buckets)).isEqualTo(Trend.WARMING);
  }

  @Test
  void whoHasWrittenEveryWeekForAYearAndAHalfIsSteady() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago = 550; ago >= 0; ago -= 7) {
      buckets.addAll(bothOn(TODAY - ago));
    }

    assertThat(trend(buckets)).isEqualTo(Trend.STEADY);
  }

  @Test
  void aStrangersFirstMailIsNoTrend() {
    assertThat(trend(List.of(mail(TODAY - 1, Direction.B_TO_A)))).isEqualTo(Trend.STEADY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 60})
  void aNewsletterIsNeverWarmingHoweverOftenItComes(int letters) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      buckets.add(mail(TODAY - i, Direction.A_TO_B));
    }

    assertThat(trend(buckets)).isEqualTo(Trend.STEADY);
    assertThat(dates(buckets).silentFrom()).isEmpty();
    assertThat(warming(buckets)).isLessThan(warming(both(7, 200)));
  }

  @Test
  void oneLivelyWeekIsNoRhythmThatSilenceCouldBreak() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago = 6; ago >= 0; ago--) {
      buckets.addAll(bothOn(TODAY - ago));
    }

    assertThat(dates(buckets).silentFrom()).isEmpty();
  }

  @Test
  void whoMeetsForAFewDaysEveryQuarterIsNotMissedAfterAMonth() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago = 720; ago >= 0; ago -= 90) {
      for (int day = 0; day < 3; day++) {
        buckets.addAll(bothOn(TODAY - ago - day));
      }
    }

    assertThat(dates(buckets).isSilent(day(TODAY + 100))).isFalse();
    assertThat(dates(buckets).isSilent(day(TODAY + 200))).isTrue();
  }

  @Test
  void onlyTheClockMakesAWarmOneCool() {
    List<Bucket> buckets = new ArrayList<>();
    for (int ago = 60; ago >= 0; ago -= 2) {
      buckets.addAll(bothOn(TODAY - ago));
    }
    TrendDates dates = dates(buckets);

    assertThat(dates.on(day(TODAY))).isEqualTo(Trend.WARMING);
    assertThat(dates.on(day(TODAY + 300))).isEqualTo(Trend.COOLING);
  }

  @Test
  void theDatesAreThoseOfGoingThroughTheDaysOneByOne() {
    var chance = new SplittableRandom(11);
    for (int n = 0; n < 300; n++) {
      List<Bucket> buckets = history(chance);
      TrendDates dates = dates(buckets);
      int last = buckets.stream().mapToInt(Bucket::getDay).max().orElseThrow();
      boolean cooling = false;
      for (int day = last; day < last + 300; day++) {
        double ratio = ratio(buckets, day);
        cooling |= ratio <= Math.pow(2, -0.5) * (1 - 1e-9) || dates.isSilent(day(day));
        Trend expected = cooling ? Trend.COOLING : ratio >= 2 ? Trend.WARMING : Trend.STEADY;
        assertThat(dates.on(day(day))).as("history %d, day %d", n, day).isEqualTo(expected);
      }
    }
  }

  /** Both ways, so that both take part. */
  private static List<Bucket> history(SplittableRandom chance) {
    List<Bucket> buckets = new ArrayList<>();
    int day = TODAY;
    int gap = 1 + chance.nextInt(40);
    for (int i = chance.nextInt(60); i >= 0; i--) {
      buckets.addAll(bothOn(day));
      day -= 1 + chance.nextInt(gap);
    }
    return buckets;
  }

  /** From its definition. */
  private static double ratio(List<Bucket> buckets, int day) {
    double recent = 0;
    double usual = 0;
    int first = day;
    for (Bucket bucket : buckets) {
      recent += Math.pow(0.5, (day - bucket.getDay()) / 50.0);
      usual += Math.pow(0.5, (day - bucket.getDay()) / 730.0);
      first = Math.min(first, bucket.getDay());
    }
    double known = 1 - Math.pow(0.5, Math.max(730, day - first) / 730.0);
    double recentRate = recent * (1 - Math.pow(0.5, 1 / 50.0));
    double usualRate = usual * (1 - Math.pow(0.5, 1 / 730.0)) / known;
    return (recentRate + 1 / 30.0) / (usualRate + 1 / 30.0);
  }

  @Test
  void whoGetsCloserFasterStandsFirst() {
    List<Bucket> faster = new ArrayList<>(both(60, 100));
    List<Bucket> slower = new ArrayList<>(both(60, 100));
    for (int ago = 40; ago >= 0; ago -= 2) {
      faster.addAll(bothOn(TODAY - ago));
    }
    for (int ago = 40; ago >= 0; ago -= 8) {
      slower.addAll(bothOn(TODAY - ago));
    }

    assertThat(warming(faster)).isGreaterThan(warming(slower));
    assertThat(warming(slower)).isGreaterThan(warming(both(7, 0)));
    assertThat(warming(both(7, 0))).isGreaterThan(warming(both(7, 60)));
  }

  @Test
  void whereTheHalfLivesAreOfOlderSettingsNothingIsSaid() {
    var older = List.of(new HalfLife(33.0, 5.0));

    assertThat(formula.trendDates(both(7, 0), older)).isEqualTo(TrendDates.NONE);
    assertThat(formula.warming(both(7, 0), older)).isEmpty();
    assertThat(TrendDates.NONE.on(day(TODAY))).isEqualTo(Trend.STEADY);
  }

  @Test
  void boundsWithoutRoomForSteadyAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Trend.Bounds(-1, -2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trend.Bounds(1, Double.NaN));
  }

  private static List<Bucket> bothOn(int day) {
    return List.of(mail(day, Direction.A_TO_B), mail(day, Direction.B_TO_A));
  }

  private static LocalDate day(int day) {
    return LocalDate.ofEpochDay(day);
  }

  private TrendDates dates(List<Bucket> buckets) {
    return formula.trendDates(buckets, formula.halfLives(buckets));
  }

  private double warming(List<Bucket> buckets) {
    return formula.warming(buckets, formula.halfLives(buckets)).orElseThrow();
  }

  private Trend trend(List<Bucket> buckets) {
    return dates(buckets).on(day(TODAY));
  }
}
