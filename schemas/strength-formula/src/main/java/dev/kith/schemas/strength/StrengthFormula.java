package dev.kith.schemas.strength;

import dev.kith.schemas.Bucket;
import dev.kith.schemas.HalfLife;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How close two persons are, from what passed between them.
 *
 * <pre>
 *   A_h(t)   = ρ · Σ over days and directions of max over that day's interactions( worth ) · 2^(-age/h)
 *   S(t)     = Σ over half-lives of w_h · A_h(t)       one of them of long-term kinds alone
 *   strength = 100 · min(1, ln(1+S) / ln(1+S*))        S* = talking both ways on every day
 *   ρ        = 1, or less where only one side ever took part
 * </pre>
 *
 * The form is fixed because it is linear in A_h: an index can rank by it as of now. All times are
 * days since 1970-01-01 UTC; an interaction counts from the start of its day.
 *
 * @param interactionWeights what one interaction counts
 * @param halfLifeWeights w_h of each half-life that all kinds share
 * @param longTerm the long-term kinds, and the half-life that only they have
 * @param reciprocity what counts less because it was never answered
 * @param noContactKinds kinds that count for strength and are no contact in time: they say that two
 *     people know each other or work on one thing, not that they were in touch on that day. So they
 *     move neither the first nor the last contact, and make no trend
 * @param bounds where warming and cooling begin
 */
public record StrengthFormula(
    InteractionWeights interactionWeights,
    HalfLifeWeights halfLifeWeights,
    LongTermKinds longTerm,
    Reciprocity reciprocity,
    Set<String> noContactKinds,
    Trend.Bounds bounds) {
  /** In octaves; that of today lies about 400 above that of 1970. */
  private static final double BELOW_ALL_MUTUAL = 10_000;

  /** Refuses a long-term half-life that another term has, or that is longer than the longest. */
  public StrengthFormula {
    noContactKinds = Set.copyOf(noContactKinds);
    double own = longTerm.halfLife();
    if (!longTerm.kinds().isEmpty()
        && (halfLifeWeights.byHalfLife().containsKey(own) || own > halfLifeWeights.usual())) {
      throw new IllegalArgumentException(
          "expected a long-term half-life that is none of, and below the longest of, %s days, found %s"
              .formatted(halfLifeWeights.byHalfLife().keySet(), own));
    }
  }

  /** The parameters tuned on real ties; RATIONALE.md of the strength step says how. */
  public static StrengthFormula standard() {
    return new StrengthFormula(
        InteractionWeights.STANDARD,
        new HalfLifeWeights(new TreeMap<>(Map.of(7.0, 0.6, 50.0, 0.4, 730.0, 0.002))),
        LongTermKinds.STANDARD,
        Reciprocity.STANDARD,
        Set.of("contact", "continued"),
        Trend.Bounds.STANDARD);
  }

  /** The half-lives in days, shortest first. */
  public List<Double> halfLives() {
    var all = new TreeSet<>(halfLifeWeights.byHalfLife().keySet());
    if (!longTerm.kinds().isEmpty()) {
      all.add(longTerm.halfLife());
    }
    return List.copyOf(all);
  }

  /** The weight w_h of a half-life; 0 if the formula does not know it. */
  public double weight(double halfLife) {
    return halfLife == longTerm.halfLife()
        ? longTerm.weight()
        : halfLifeWeights.byHalfLife().getOrDefault(halfLife, 0.0);
  }

  /** Whether the A of this half-life sums up long-term kinds only, so that a pair may have none. */
  public boolean isLongTerm(double halfLife) {
    return halfLife == longTerm.halfLife();
  }

  /** Those of the buckets that the A of this half-life sums up. */
  public List<Bucket> counted(double halfLife, List<Bucket> buckets) {
    return isLongTerm(halfLife) ? buckets.stream().filter(longTerm::contains).toList() : buckets;
  }

  /** Those of the buckets that are contact in time. */
  public List<Bucket> contacts(List<Bucket> buckets) {
    return buckets.stream().filter(bucket -> !noContactKinds.contains(bucket.getKind())).toList();
  }

  /**
   * g of each half-life that sums up any of the buckets, shortest first. The order of the buckets
   * does not matter.
   */
  public List<HalfLife> halfLives(List<Bucket> buckets) {
    if (buckets.isEmpty()) {
      return List.of();
    }
    double rho = StrictMath.log(reciprocity.factor(buckets)) / StrictMath.log(2);
    ActiveDays all = ActiveDays.of(buckets, interactionWeights);
    var ofAll =
        halfLifeWeights.byHalfLife().keySet().stream().map(h -> new HalfLife(h, all.g(h) + rho));
    return Stream.concat(ofAll, longTermHalfLife(buckets, rho).stream())
        .sorted(Comparator.comparingDouble(HalfLife::getDays))
        .toList();
  }

  private Optional<HalfLife> longTermHalfLife(List<Bucket> buckets, double rho) {
    double own = longTerm.halfLife();
    List<Bucket> longTermBuckets = counted(own, buckets);
    return longTermBuckets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HalfLife(own, ActiveDays.of(longTermBuckets, interactionWeights).g(own) + rho));
  }

  /** S at a moment. Half-lives the formula does not know, left by older settings, do not count. */
  public double sum(List<HalfLife> g, double nowDays) {
    double sum = 0;
    for (HalfLife each : g) {
      double weight = weight(each.getDays());
      if (weight > 0) {
        sum += weight * Math.pow(2, each.getG() - nowDays / each.getDays());
      }
    }
    return sum;
  }

  /** S of talking both ways on every day, for ever: what counts as 100, as does what is more. */
  public double fullSum() {
    return halfLifeWeights.fullSum();
  }

  /** Strength, 0 to 100, of two persons whose sum is S. */
  public double strengthOf(double sum) {
    return 100 * Math.min(1, Math.log1p(sum) / Math.log1p(fullSum()));
  }

  /** The smallest S that gives a strength: the bound a search for {@code strength:>50} needs. */
  public double sumFor(double strength) {
    return Math.expm1(strength / 100 * Math.log1p(fullSum()));
  }

  /** Strength, 0 to 100, at a moment that is not before the last contact. */
  public double strength(List<HalfLife> g, double nowDays) {
    return strengthOf(sum(g, nowDays));
  }

  /** Strength, 0 to 100, as it was at any moment: what came after it does not count. */
  public double strengthAt(List<Bucket> buckets, double atDays) {
    var until = buckets.stream().filter(bucket -> bucket.getDay() <= atDays).toList();
    return strengthOf(sum(halfLives(until), atDays));
  }

  /**
   * On which days the trend changes if no more contact comes.
   *
   * @param g of these buckets
   */
  public TrendDates trendDates(List<Bucket> buckets, List<HalfLife> g) {
    List<Bucket> contacts = contacts(buckets);
    int last = lastDay(contacts);
    return recentContact(contacts, of(contacts, buckets, g))
        .map(
            contact ->
                reciprocity.isOneSided(contacts)
                    ? TrendDates.of(last, contact, bounds.withoutWarming(), OptionalInt.empty())
                    : TrendDates.of(
                        last, contact, bounds, ContactGaps.of(contacts).unusualFrom(last)))
        .orElse(TrendDates.NONE);
  }

  /** The g of the contacts among the buckets, which is that of the buckets if all are contacts. */
  private List<HalfLife> of(List<Bucket> contacts, List<Bucket> buckets, List<HalfLife> g) {
    return contacts.size() == buckets.size() ? g : halfLives(contacts);
  }

  /**
   * By how much recent contact exceeds the usual, in octaves, in a form that time does not change:
   * an index can sort by it. Where only one side ever took part it is less than anywhere else.
   *
   * @param g of these buckets
   */
  public OptionalDouble warming(List<Bucket> buckets, List<HalfLife> g) {
    List<Bucket> contacts = contacts(buckets);
    Optional<RecentContact> contact = recentContact(contacts, of(contacts, buckets, g));
    if (contact.isEmpty()) {
      return OptionalDouble.empty();
    }
    double octaves = StrictMath.log(contact.get().ratio()) / StrictMath.log(2);
    double since = lastDay(contacts) / recent() - lastDay(contacts) / usual();
    return OptionalDouble.of(
        octaves + since - (reciprocity.isOneSided(contacts) ? BELOW_ALL_MUTUAL : 0));
  }

  private Optional<RecentContact> recentContact(List<Bucket> buckets, List<HalfLife> g) {
    OptionalDouble recent = g(g, recent());
    OptionalDouble usual = g(g, usual());
    if (buckets.isEmpty() || recent.isEmpty() || usual.isEmpty()) {
      return Optional.empty();
    }
    int last = lastDay(buckets);
    int first = buckets.stream().mapToInt(Bucket::getDay).min().orElseThrow();
    return Optional.of(
        new RecentContact(
            halfLifeWeights,
            StrictMath.pow(2, recent.getAsDouble() - last / recent()),
            StrictMath.pow(2, usual.getAsDouble() - last / usual()),
            (long) last - first));
  }

  private static int lastDay(List<Bucket> buckets) {
    return buckets.stream().mapToInt(Bucket::getDay).max().orElse(0);
  }

  /** A recent over a usual A, where the contacts per day that they stand for are the same. */
  public double steadyQuotient() {
    return HalfLifeWeights.everyDay(recent()) / HalfLifeWeights.everyDay(usual());
  }

  /** The half-life that trend takes for recent. */
  public double recent() {
    return halfLifeWeights.recent();
  }

  /** The half-life that trend takes for usual: the longest that all kinds share. */
  public double usual() {
    return halfLifeWeights.usual();
  }

  private static OptionalDouble g(List<HalfLife> g, double halfLife) {
    return g.stream()
        .filter(each -> each.getDays() == halfLife)
        .mapToDouble(HalfLife::getG)
        .findFirst();
  }
}
