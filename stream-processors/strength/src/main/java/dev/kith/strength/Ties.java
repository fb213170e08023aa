package dev.kith.strength;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.strength.StrengthFormula;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How close everybody in a file is, by the same deeds, counts and formula as in the streams. Lines
 * that stand together and share who, when and kind are one activity directed at several.
 */
final class Ties {
  private static final long DAY = 86_400;
  private final StrengthFormula formula;
  private final long until;
  private final Map<AccountPair, Counts> counts = new HashMap<>();
  private final Map<Act, Map<String, Aim>> open = new LinkedHashMap<>();
  private long moment = Long.MIN_VALUE;

  /** What makes lines one activity. */
  private record Act(String from, long at, String kind) {}

  /** A pair and how close it is, 0 to 100. */
  record Scored(AccountPair pair, double strength) {}

  /**
   * Ties as they stood at a moment.
   *
   * @param until that moment, in seconds since 1970; what came later does not count
   */
  Ties(StrengthFormula formula, long until) {
    this.formula = formula;
    this.until = until;
  }

  void add(Tie tie) {
    if (tie.at() > until || tie.from().equals(tie.to())) {
      return;
    }
    if (tie.at() != moment) {
      close();
      moment = tie.at();
    }
    open.computeIfAbsent(new Act(tie.from(), tie.at(), tie.kind()), act -> new LinkedHashMap<>())
        .putIfAbsent(tie.to(), new Aim(tie.to(), tie.kind()));
  }

  private void close() {
    open.forEach((act, aims) -> count(act, List.copyOf(aims.values())));
    open.clear();
  }

  private void count(Act act, List<Aim> aims) {
    long day = Math.clamp(Math.floorDiv(act.at(), DAY), Integer.MIN_VALUE, Integer.MAX_VALUE);
    var deed = new Deed(act.from(), (int) day, "file", aims);
    Contribution.NONE
        .changeTo(deed.contribution(null))
        .forEach((pair, more) -> counts.merge(pair, more, Counts::plus));
  }

  /** Every pair that ever met, the closest first. */
  List<Scored> scored() {
    close();
    List<Scored> scored = new ArrayList<>();
    double now = until / (double) DAY;
    counts.forEach(
        (pair, each) ->
            scored.add(new Scored(pair, formula.strength(formula.halfLives(each.buckets()), now))));
    scored.sort(
        Comparator.comparingDouble(Scored::strength)
            .reversed()
            .thenComparing(each -> each.pair().key()));
    return scored;
  }
}
