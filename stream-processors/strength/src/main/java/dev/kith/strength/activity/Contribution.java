package dev.kith.strength.activity;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Direction;
import dev.kith.strength.count.InteractionCount;
import dev.kith.strength.count.InteractionCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one activity adds to the counts of pairs. It is stored, so that an edit or a deletion
 * subtracts exactly what was added, even by an older version of the code.
 *
 * @param activity fingerprint of its id
 * @param actor account that did it
 * @param day since 1970-01-01, UTC
 * @param network on which it took place
 * @param recipients class of the number of targets
 * @param targets the accounts it was directed at, each once
 */
public record Contribution(
    int activity, String actor, int day, String network, int recipients, List<Target> targets) {
  /** The contribution of nothing. */
  public static final Contribution NONE = new Contribution(0, "", 0, "", 0, List.of());

  /** How the counts of each pair change when another contribution replaces this one. */
  public Map<AccountPair, InteractionCounts> changeTo(Contribution next) {
    Map<AccountPair, InteractionCounts> change = next.counts();
    counts()
        .forEach(
            (pair, counts) ->
                change.merge(pair, InteractionCounts.NONE.minus(counts), InteractionCounts::plus));
    change.values().removeIf(InteractionCounts::isEmpty);
    return change;
  }

  private Map<AccountPair, InteractionCounts> counts() {
    Map<AccountPair, InteractionCounts> counts = new HashMap<>();
    for (Target target : targets) {
      var pair = AccountPair.of(actor, target.account());
      counts.put(pair, InteractionCounts.one(count(pair, target)));
    }
    return counts;
  }

  private InteractionCount count(AccountPair pair, Target target) {
    var direction = pair.a().equals(actor) ? Direction.A_TO_B : Direction.B_TO_A;
    int several = targets.size() > 1 ? activity : 0;
    return new InteractionCount(day, direction, network, target.kind(), recipients, several, 1);
  }
}
