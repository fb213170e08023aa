package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.schemas.strength.StrengthFormula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ranks people by text × closeness. The score of the name and the share in the subject are added;
 * closeness multiplies the sum by 1 (no contact) to 2 (daily contact), so that it decides among
 * equal matches and does not exceed a match that is twice as good.
 *
 * @param formula the formula of strength
 * @param conditions that must match
 * @param named queries that match names; none if only the subject counts
 * @param talk share of each person who fulfils the conditions, the greatest is 1
 * @param onlyContacts whether people without contact are excluded
 */
public record PeopleRanking(
    StrengthFormula formula,
    List<Query> conditions,
    List<Query> named,
    Map<String, Double> talk,
    boolean onlyContacts) {
  /** The points of the greatest share; a match of the name has 8. */
  private static final double TALKS = 7;

  private static final int STEPS_OF_TALK = 40;
  private static final int STEPS_PER_OCTAVE = 4;
  private static final int STEPS_OF_STRENGTH = 50;

  /** People whose name matches and who fulfil the conditions, with the score of the name. */
  public static Query nameMatches(List<Query> conditions, List<Query> named) {
    return matching(conditions, named);
  }

  /**
   * The score of each person who can be found.
   *
   * @param nameMatches the scores of {@link #nameMatches}
   * @param contacts closeness of people to the viewer
   */
  public Map<String, Float> scores(
      Map<String, Double> nameMatches, List<ContactStrength> contacts) {
    Map<String, Double> scores = points();
    nameMatches.forEach((person, score) -> scores.merge(person, score, Double::sum));
    Map<String, Double> factors = factors(contacts);
    if (onlyContacts) {
      scores.keySet().retainAll(factors.keySet());
    }
    factors.forEach(
        (person, factor) -> scores.computeIfPresent(person, (_, score) -> score * factor));
    Map<String, Float> rounded = new HashMap<>();
    scores.forEach((person, score) -> rounded.put(person, score.floatValue()));
    return rounded;
  }

  /** Those of these persons whose name matches. */
  public Query nameMatchesAmong(Collection<String> persons) {
    return nameMatches(and(conditions, persons), named);
  }

  /**
   * The same scores, computed by Elasticsearch: the greater of the name score alone and the score
   * of a contact times closeness. The shares of contacts are multiplied beforehand; the name is
   * matched again only for contacts whose name may match.
   *
   * @param matchingContacts contacts whose name matches; it may contain others
   */
  public Query scored(List<ContactStrength> contacts, Set<String> matchingContacts) {
    Map<String, Double> points = points();
    Map<String, Double> factors = factors(contacts);
    factors.forEach(
        (person, factor) -> {
          if (!matchingContacts.contains(person)) {
            points.computeIfPresent(person, (_, talks) -> talks * factor);
          }
        });
    List<Query> ofAll = onlyContacts ? and(conditions, factors.keySet()) : conditions;
    Query matching = matching(ofAll, text(points));
    if (matchingContacts.isEmpty()) {
      return matching;
    }
    points.keySet().retainAll(matchingContacts);
    factors.keySet().retainAll(matchingContacts);
    Query again = times(matching(and(conditions, matchingContacts), text(points)), factors);
    return Query.of(q -> q.disMax(d -> d.queries(matching, again)));
  }

  private static List<Query> and(List<Query> conditions, Collection<String> persons) {
    return Stream.concat(Stream.of(Filters.any("id", persons)), conditions.stream()).toList();
  }

  private Map<String, Double> points() {
    Map<String, Double> points = new HashMap<>();
    talk.forEach((person, share) -> points.put(person, points(share)));
    return points;
  }

  private Map<String, Double> factors(List<ContactStrength> contacts) {
    Map<String, Double> factors = new HashMap<>();
    contacts.forEach(contact -> factors.put(contact.person(), factor(contact)));
    return factors;
  }

  private List<Query> text(Map<String, Double> points) {
    var text = new ArrayList<>(named);
    alike(points).forEach((each, persons) -> text.add(points(persons, each)));
    return text;
  }

  private static Query matching(List<Query> conditions, List<Query> text) {
    var matching = new BoolQuery.Builder().filter(conditions);
    if (text.isEmpty()) {
      matching.must(Filters.none());
    } else {
      matching.must(m -> m.bool(b -> b.should(text).minimumShouldMatch("1")));
    }
    return matching.build()._toQuery();
  }

  private static Query times(Query matching, Map<String, Double> factors) {
    List<FunctionScore> steps =
        alike(factors).entrySet().stream()
            .map(step -> function(step.getValue(), step.getKey()))
            .toList();
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(matching)
                        .functions(steps)
                        .scoreMode(FunctionScoreMode.Max)
                        .boostMode(FunctionBoostMode.Multiply)));
  }

  /** The persons of each value, to build one clause per value. */
  private static Map<Double, List<String>> alike(Map<String, Double> values) {
    Map<Double, List<String>> alike = new TreeMap<>();
    values.forEach(
        (person, value) -> alike.computeIfAbsent(value, _ -> new ArrayList<>()).add(person));
    return alike;
  }

  private double factor(ContactStrength contact) {
    double step = Math.ceil(formula.strengthOf(contact.sum()) * STEPS_OF_STRENGTH / 100);
    return 1 + step / STEPS_OF_STRENGTH;
  }

  private static FunctionScore function(List<String> persons, double weight) {
    return FunctionScore.of(f -> f.filter(Filters.any("id", persons)).weight(weight));
  }

  /** The points of a share, in steps of a quarter octave: each step multiplies by 2^(-1/4). */
  private static double points(double share) {
    double octaves = -Math.log(share) / Math.log(2);
    double step = Math.min(STEPS_OF_TALK, Math.round(octaves * STEPS_PER_OCTAVE));
    return TALKS * Math.pow(2, -step / 8);
  }

  private static Query points(List<String> persons, double boost) {
    return Query.of(
        q -> q.constantScore(c -> c.filter(Filters.any("id", persons)).boost((float) boost)));
  }

  /**
   * How close a contact is to the viewer.
   *
   * @param person the other person
   * @param sum S at the moment of the request
   */
  public record ContactStrength(String person, double sum) {
    /** Closest first, equals by id. */
    public static final Comparator<ContactStrength> CLOSEST_FIRST =
        Comparator.comparingDouble(ContactStrength::sum)
            .reversed()
            .thenComparing(ContactStrength::person);
  }
}
