package dev.kith.strength.file;

import dev.kith.schemas.AccountPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well an order of pairs tells who meets again.
 *
 * @param scored all pairs, the closest first
 * @param again those that did meet again
 */
record Forecast(List<InteractionTotals.Scored> scored, Set<AccountPair> again) {
  private static final int DEPTH = 10;

  /** Average precision over all pairs; equals share what they would win in either order. */
  double averagePrecision() {
    double sum = 0;
    int found = 0;
    int at = 0;
    while (at < scored.size()) {
      int next = at;
      int hits = 0;
      while (next < scored.size() && scored.get(next).strength() == scored.get(at).strength()) {
        hits += met(scored.get(next)) ? 1 : 0;
        next++;
      }
      found += hits;
      sum += hits * (found / (double) next);
      at = next;
    }
    return sum / found;
  }

  /** NDCG@10, as a mean over everybody who met some of those they know again, and not all. */
  double ndcg() {
    Map<String, List<InteractionTotals.Scored>> byPerson = new HashMap<>();
    for (InteractionTotals.Scored each : scored) {
      byPerson.computeIfAbsent(each.pair().a(), key -> new ArrayList<>()).add(each);
      byPerson.computeIfAbsent(each.pair().b(), key -> new ArrayList<>()).add(each);
    }
    return byPerson.values().stream()
        .map(known -> known.stream().sorted(closestFirst()).map(this::met).toList())
        .filter(known -> known.contains(true) && known.contains(false))
        .mapToDouble(Forecast::ndcg)
        .average()
        .orElseThrow();
  }

  private static Comparator<InteractionTotals.Scored> closestFirst() {
    return Comparator.comparingDouble(InteractionTotals.Scored::strength).reversed();
  }

  private boolean met(InteractionTotals.Scored each) {
    return again.contains(each.pair());
  }

  private static double ndcg(List<Boolean> known) {
    long all = known.stream().filter(met -> met).count();
    double gain = 0;
    double best = 0;
    for (int rank = 0; rank < Math.min(DEPTH, known.size()); rank++) {
      double worth = 1 / (Math.log(rank + 2) / Math.log(2));
      gain += known.get(rank) ? worth : 0;
      best += rank < all ? worth : 0;
    }
    return gain / best;
  }
}
