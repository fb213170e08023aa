package dev.kith.strength;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one activity adds to the counts of pairs. It is remembered, so that an edit or a deletion
 * takes back exactly what was added, whatever the code that made it has become.
 *
 * @param actor account that turned to the others
 * @param day when
 * @param network where
 * @param recipients class of the number of aims
 * @param aims whom it was directed at, each once
 */
record Contribution(String actor, int day, String network, int recipients, List<Aim> aims) {
  static final Contribution NONE = new Contribution("", 0, "", 0, List.of());

  /** What changes in the counts of each pair when another takes the place of this one. */
  Map<AccountPair, Counts> changeTo(Contribution next) {
    Map<AccountPair, Counts> change = next.counts();
    counts().forEach((pair, counts) -> change.merge(pair, Counts.NONE.minus(counts), Counts::plus));
    change.values().removeIf(Counts::isEmpty);
    return change;
  }

  private Map<AccountPair, Counts> counts() {
    Map<AccountPair, Counts> counts = new HashMap<>();
    for (Aim aim : aims) {
      var pair = AccountPair.of(actor, aim.account());
      counts.put(pair, Counts.one(count(pair, aim)));
    }
    return counts;
  }

  private Count count(AccountPair pair, Aim aim) {
    var direction = pair.a().equals(actor) ? Direction.A_TO_B : Direction.B_TO_A;
    return new Count(day, direction, network, aim.kind(), recipients, 1);
  }
}
