package dev.kith.strength.file;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.strength.StrengthFormula;
import dev.kith.strength.activity.Contribution;
import dev.kith.strength.activity.DirectedActivity;
import dev.kith.strength.activity.Target;
import dev.kith.strength.count.InteractionCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The strength of each pair of a file, by the same activities, counts and formula as in the
 * streams. Consecutive lines with the same source, time and kind are one activity directed at
 * several accounts.
 */
final class InteractionTotals {
  private static final long DAY = 86_400;
  private final StrengthFormula formula;
  private final long until;
  private final Map<AccountPair, InteractionCounts> counts = new HashMap<>();
  private final Map<ActivityKey, Map<String, Target>> open = new LinkedHashMap<>();
  private long moment = Long.MIN_VALUE;

  /** What the lines of one activity have in common. */
  private record ActivityKey(String from, long at, String kind) {}

  /** A pair and its strength, 0 to 100. */
  record Scored(AccountPair pair, double strength) {}

  /**
   * Totals at a moment.
   *
   * @param until that moment, in seconds since 1970; later interactions do not count
   */
  InteractionTotals(StrengthFormula formula, long until) {
    this.formula = formula;
    this.until = until;
  }

  void add(InteractionLine line) {
    if (line.at() > until || line.from().equals(line.to())) {
      return;
    }
    if (line.at() != moment) {
      close();
      moment = line.at();
    }
    open.computeIfAbsent(
            new ActivityKey(line.from(), line.at(), line.kind()), activity -> new LinkedHashMap<>())
        .putIfAbsent(line.to(), new Target(line.to(), line.kind()));
  }

  private void close() {
    open.forEach((activity, targets) -> count(activity, List.copyOf(targets.values())));
    open.clear();
  }

  private void count(ActivityKey activity, List<Target> targets) {
    long day = Math.clamp(Math.floorDiv(activity.at(), DAY), Integer.MIN_VALUE, Integer.MAX_VALUE);
    var directed = new DirectedActivity(0, activity.from(), (int) day, "file", targets);
    Contribution.NONE
        .changeTo(directed.contribution(null))
        .forEach((pair, more) -> counts.merge(pair, more, InteractionCounts::plus));
  }

  /** Every pair, the strongest first. */
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
