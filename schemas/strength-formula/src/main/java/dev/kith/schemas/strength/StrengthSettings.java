package dev.kith.schemas.strength;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What strength counts, and how fast it fades: the same for whoever writes and whoever ranks. What
 * is not set stands as in {@link StrengthFormula#standard()}.
 *
 * @param kindWeights weight by kind of interaction, beside or instead of the standard ones
 * @param halfLives weight by half-life in days that all kinds share, instead of the standard ones
 * @param longTermKinds the long-term kinds, instead of the standard ones
 * @param longTermHalfLife the half-life in days that only they have
 * @param longTermWeight its weight
 * @param exclusivityExponent an activity directed at R accounts counts R^(-x) for each, with x this
 *     exponent
 * @param singleMessageWeight what a relationship of one unanswered message counts
 * @param maxUnanswered more unanswered messages than this count as this many
 * @param mutualKinds the kinds that take both sides, instead of the standard ones
 * @param noContactKinds the kinds that are no contact in time, instead of the standard ones
 * @param warming octaves of recent contact above the usual that make a relationship warming
 * @param cooling octaves below it, negative, that make it cooling
 */
@ConfigurationProperties("kith.strength")
public record StrengthSettings(
    @Nullable Map<String, Double> kindWeights,
    @Nullable Map<String, Double> halfLives,
    @Nullable Set<String> longTermKinds,
    @Nullable Double longTermHalfLife,
    @Nullable Double longTermWeight,
    @Nullable Double exclusivityExponent,
    @Nullable Double singleMessageWeight,
    @Nullable Integer maxUnanswered,
    @Nullable Set<String> mutualKinds,
    @Nullable Set<String> noContactKinds,
    @Nullable Double warming,
    @Nullable Double cooling) {

  /** Those of an installation that sets nothing. */
  public static StrengthSettings standard() {
    return new StrengthSettings(
        null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** The formula of these settings; refuses what gives no ranking. */
  public StrengthFormula formula() {
    try {
      return unnamed();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("kith.strength: " + wrong.getMessage(), wrong);
    }
  }

  private StrengthFormula unnamed() {
    var standard = StrengthFormula.standard();
    return new StrengthFormula(
        new InteractionWeights(
            kinds(standard.interactionWeights()),
            or(exclusivityExponent, standard.interactionWeights().exclusivityExponent())),
        halfLifeWeights(standard.halfLifeWeights()),
        longTerm(standard.longTerm()),
        reciprocity(standard.reciprocity()),
        noContactKinds == null ? standard.noContactKinds() : noContactKinds,
        new Trend.Bounds(
            or(warming, standard.bounds().warming()), or(cooling, standard.bounds().cooling())));
  }

  private Map<String, Double> kinds(InteractionWeights standard) {
    Map<String, Double> kinds = new HashMap<>(standard.kinds());
    if (kindWeights != null) {
      kinds.putAll(kindWeights);
    }
    return kinds;
  }

  private HalfLifeWeights halfLifeWeights(HalfLifeWeights standard) {
    if (halfLives == null || halfLives.isEmpty()) {
      return standard;
    }
    var weights = new TreeMap<Double, Double>();
    halfLives.forEach((days, weight) -> weights.put(days(days), weight));
    return new HalfLifeWeights(weights);
  }

  private LongTermKinds longTerm(LongTermKinds standard) {
    return new LongTermKinds(
        longTermKinds == null ? standard.kinds() : longTermKinds,
        or(longTermHalfLife, standard.halfLife()),
        or(longTermWeight, standard.weight()));
  }

  private Reciprocity reciprocity(Reciprocity standard) {
    return new Reciprocity(
        mutualKinds == null ? standard.mutualKinds() : mutualKinds,
        or(singleMessageWeight, standard.single()),
        maxUnanswered == null ? standard.most() : maxUnanswered);
  }

  private static double days(String key) {
    try {
      return Double.parseDouble(key);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected kith.strength.half-lives.DAYS with a number of days, found \"" + key + "\"", e);
    }
  }

  private static double or(@Nullable Double set, double standard) {
    return set == null ? standard : set;
  }
}
