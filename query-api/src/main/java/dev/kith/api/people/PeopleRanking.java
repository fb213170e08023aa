package dev.kith.api.people;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.index.Tie;
import dev.kith.api.search.Terms;
import dev.kith.schemas.strength.StrengthFormula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Ranks people by text × closeness, in one query. A name match and what somebody talks about add
 * up; closeness then multiplies by 1 (a stranger) to 2 (daily contact), so that it decides among
 * equal matches and does not drown one that is twice as good.
 *
 * @param formula the formula of strength
 * @param conditions that must hold
 * @param named matches of the words with names; none if only talk counts
 * @param talk share of each person, the greatest 1
 */
record PeopleRanking(
    StrengthFormula formula, List<Query> conditions, List<Query> named, Map<String, Double> talk) {
  /** What the one who talks most about the words is worth; a name that is met counts 8. */
  private static final double TALKS = 7;

  private static final int STEPS_OF_TALK = 40;
  private static final int STEPS_PER_OCTAVE = 4;
  private static final int STEPS_OF_STRENGTH = 50;

  /** Keeps its own copies. */
  PeopleRanking {
    conditions = List.copyOf(conditions);
    named = List.copyOf(named);
    talk = Map.copyOf(talk);
  }

  /** Whoever of these persons is called so. */
  Query named(Collection<String> persons) {
    return Terms.all(List.of(Terms.any("id", persons), matching(Map.of())));
  }

  /**
   * The better of the match alone and the match of a tie times its closeness. Many match a
   * beginning of a name, and for each of them the steps would be gone through; ties are few.
   *
   * @param ties how close people are to the asker; those who do not match do not matter
   */
  Query closest(List<Tie> ties) {
    Query matching = matching(talk);
    if (ties.isEmpty()) {
      return matching;
    }
    Set<String> persons = ties.stream().map(Tie::person).collect(Collectors.toSet());
    Map<String, Double> theirs = new HashMap<>(talk);
    theirs.keySet().retainAll(persons);
    Query known =
        Query.of(q -> q.bool(b -> b.filter(Terms.any("id", persons)).must(matching(theirs))));
    return Query.of(q -> q.disMax(d -> d.queries(matching, times(known, steps(ties)))));
  }

  private Query matching(Map<String, Double> shares) {
    var text = new ArrayList<>(named);
    text.addAll(talk(shares));
    var matching = new BoolQuery.Builder().filter(conditions);
    if (text.isEmpty()) {
      matching.must(Terms.none());
    } else {
      matching.must(m -> m.bool(b -> b.should(text).minimumShouldMatch("1")));
    }
    return matching.build()._toQuery();
  }

  private static Query times(Query matching, List<FunctionScore> steps) {
    return Query.of(
        q ->
            q.functionScore(
                f ->
                    f.query(matching)
                        .functions(steps)
                        .scoreMode(FunctionScoreMode.Max)
                        .boostMode(FunctionBoostMode.Multiply)));
  }

  private List<FunctionScore> steps(List<Tie> ties) {
    Map<Integer, List<String>> steps = new TreeMap<>();
    for (Tie tie : ties) {
      int step = (int) Math.ceil(formula.strengthOf(tie.sum()) * STEPS_OF_STRENGTH / 100);
      steps.computeIfAbsent(step, _ -> new ArrayList<>()).add(tie.person());
    }
    return steps.entrySet().stream()
        .map(step -> function(step.getValue(), 1 + (double) step.getKey() / STEPS_OF_STRENGTH))
        .toList();
  }

  private static FunctionScore function(List<String> persons, double weight) {
    return FunctionScore.of(f -> f.filter(Terms.any("id", persons)).weight(weight));
  }

  /** Steps of a quarter octave: 2^(-1/4) of the weight is one step down. */
  private static List<Query> talk(Map<String, Double> talk) {
    Map<Integer, List<String>> steps = new TreeMap<>();
    talk.forEach(
        (person, share) -> steps.computeIfAbsent(step(share), _ -> new ArrayList<>()).add(person));
    return steps.entrySet().stream()
        .map(step -> worth(step.getValue(), TALKS * Math.pow(2, -step.getKey() / 8.0)))
        .toList();
  }

  private static int step(double share) {
    double octaves = -Math.log(share) / Math.log(2);
    return (int) Math.min(STEPS_OF_TALK, Math.round(octaves * STEPS_PER_OCTAVE));
  }

  private static Query worth(List<String> persons, double boost) {
    return Query.of(
        q -> q.constantScore(c -> c.filter(Terms.any("id", persons)).boost((float) boost)));
  }
}
