package dev.kith.schemas.strength;

import java.util.OptionalInt;

/**
 * The recent contact of two people held against what has been usual since they know each other, day
 * by day from their last contact on. Both are rates: contacts per day, each direction for itself.
 *
 * <p>Little contact says little: {@link #EXPECTED} is added to both, which draws a relationship of
 * few contacts towards steady.
 */
final class RecentContact {
  /** One contact a month. */
  private static final double EXPECTED = 1 / 30.0;

  /** What is younger is held against two years: who began to meet this spring is getting closer. */
  private static final int SHORTEST_PAST = 730;

  /** After so many half-lives nothing is left of what was recent. */
  private static final int NOTHING_LEFT = 10;

  private static final int MAX_DAYS = 5_000;

  private final double recentDecay;
  private final double usualDecay;
  private final int days;
  private double recent;
  private double usual;
  private double unknown;
  private long age;
  private int passed;

  /**
   * On the day of a contact.
   *
   * @param weights with the two half-lives
   * @param recentSum A of the shorter on that day
   * @param usualSum A of the longer on that day
   * @param age days since the first contact
   */
  RecentContact(HalfLifeWeights weights, double recentSum, double usualSum, long age) {
    this.recentDecay = StrictMath.pow(2, -1 / weights.recent());
    this.usualDecay = StrictMath.pow(2, -1 / weights.usual());
    this.days = (int) Math.min(NOTHING_LEFT * weights.recent(), MAX_DAYS);
    this.recent = recentSum * (1 - recentDecay);
    this.usual = usualSum * (1 - usualDecay);
    this.unknown = StrictMath.pow(usualDecay, (double) Math.max(age, SHORTEST_PAST));
    this.age = age;
  }

  /** Recent contact over usual contact. */
  double ratio() {
    return (recent + EXPECTED) / (usual / (1 - unknown) + EXPECTED);
  }

  /**
   * Lets days pass without contact until the ratio is below a bound.
   *
   * @return how many have passed since the contact; missing if the ratio never gets there
   */
  OptionalInt daysUntilBelow(double bound) {
    while (ratio() >= bound && passed < days) {
      passOneDay();
    }
    return ratio() < bound ? OptionalInt.of(passed) : OptionalInt.empty();
  }

  private void passOneDay() {
    recent *= recentDecay;
    usual *= usualDecay;
    age++;
    passed++;
    if (age > SHORTEST_PAST) {
      unknown *= usualDecay;
    }
  }
}
